package dev.rustmend.generate;

import dev.rustmend.kb.Guide;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Ranks templates by how well they fit a description: by what they mean, where there is an
/// embedder, and by their words. Whether the best is good enough is told by a bar that was found on
/// labelled descriptions, see `TemplateChoiceTest`.
public record TemplateChoice(List<Guide> templates, Optional<Embedder> embedder) {
  private static final System.Logger LOG = System.getLogger(TemplateChoice.class.getName());

  /// How much the words count beside the meaning.
  static final double WORDS = 0.2;

  /// What a template must reach, with an embedder and by words alone.
  static final double BAR = 0.74;

  static final double BAR_BY_WORDS = 0.55;

  public TemplateChoice {
    templates = List.copyOf(templates);
  }

  /// All templates, the one that fits best first.
  public List<Ranked> ranked(String description) throws InterruptedException {
    Map<String, Double> meanings = meanings(description);
    Set<String> asked = Words.of(description);
    Map<String, Set<String>> known = new HashMap<>();
    templates.forEach(template -> known.put(template.id(), words(template)));
    Map<String, Double> weights = weights(asked, known.values());
    var ranked = new ArrayList<Ranked>();
    for (Guide template : templates) {
      double words = share(asked, weights, known.getOrDefault(template.id(), Set.of()));
      double meaning = meanings.getOrDefault(template.id(), 0.0);
      double score = meanings.isEmpty() ? words : meaning + WORDS * words;
      ranked.add(new Ranked(template, score, meaning, words));
    }
    ranked.sort(
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(each -> each.template().id()));
    return List.copyOf(ranked);
  }

  /// The template that fits, unless none does.
  public Optional<Ranked> fitting(List<Ranked> ranked) {
    return ranked.stream().findFirst().filter(TemplateChoice::isGoodEnough);
  }

  private static boolean isGoodEnough(Ranked best) {
    return best.meaning() > 0 ? best.score() >= BAR : best.score() >= BAR_BY_WORDS;
  }

  /// The nearness of the description to the nearest text of each template; none without an
  /// embedder.
  private Map<String, Double> meanings(String description) throws InterruptedException {
    var meanings = new HashMap<String, Double>();
    if (embedder.isEmpty()) {
      return meanings;
    }
    try {
      float[] wanted = embedder.get().embed(List.of(description), Embedder.Role.QUERY).getFirst();
      for (Guide template : templates) {
        List<float[]> texts = embedder.get().embed(texts(template), Embedder.Role.PASSAGE);
        double nearest = texts.stream().mapToDouble(text -> cosine(wanted, text)).max().orElse(0);
        meanings.put(template.id(), nearest);
      }
    } catch (EmbedderException e) {
      LOG.log(System.Logger.Level.WARNING, e.sentence());
      meanings.clear();
    }
    return meanings;
  }

  /// What a template is about, in several wordings.
  private static List<String> texts(Guide template) {
    var texts = new ArrayList<String>(template.asked());
    texts.add(template.title());
    texts.add(template.title() + ". " + String.join(", ", template.keywords()));
    texts.add(template.prose().lines().limit(3).reduce("", (all, line) -> all + " " + line));
    return texts;
  }

  /// A word that many templates have says little.
  private Map<String, Double> weights(Set<String> asked, Collection<Set<String>> known) {
    var weights = new HashMap<String, Double>();
    for (String word : asked) {
      long having = known.stream().filter(words -> words.contains(word)).count();
      weights.put(word, Math.log((templates.size() + 1.0) / (having + 0.5)));
    }
    return weights;
  }

  private static double share(Set<String> asked, Map<String, Double> weights, Set<String> known) {
    double all = 0;
    double found = 0;
    for (String word : asked) {
      double weight = weights.getOrDefault(word, 0.0);
      all += weight;
      found += known.contains(word) ? weight : 0;
    }
    return all == 0 ? 0 : found / all;
  }

  private static Set<String> words(Guide template) {
    var words = new HashSet<String>(Words.of(template.title() + " " + template.prose()));
    template.keywords().forEach(keyword -> words.addAll(Words.of(keyword)));
    template.asked().forEach(question -> words.addAll(Words.of(question)));
    return words;
  }

  private static double cosine(float[] some, float[] other) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += some[i] * other[i];
    }
    return sum;
  }
}
