package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/// Orders what is found.
///
/// For a question the fused score decides, after the codes that it names and a template that it
/// matches as a whole. For rustc's output the order is strict: first what is about the same code,
/// and there first what the message fits, then what takes any message; words, code shape and
/// meaning decide among equals. Without a shared code a template that fits as a whole comes first.
record Ranking(Lookup lookup, SearchMode mode, int limit) {
  private static final int AT_LEAST = 100;
  private static final int TIMES = 3;

  /// What words count for beside meaning, for a question by scores.
  private static final double WORDS_SHARE = 0.15;

  /// What having many of the question's words counts for beside both.
  private static final double HAVING_SHARE = 0.3;

  /// What a question that was written beforehand counts for beside a passage: short texts are near
  /// to each other more easily.
  private static final double QUESTION = 0.9;

  /// So many passages without the code are looked at when there are some with it.
  static final int FEW = 20;

  // shares of a score for rustc's output; they keep the order strict
  private static final double SAME_CODE = 0.6;
  private static final double FITS = 0.25;
  private static final double ANY_MESSAGE = 0.1;
  private static final double FITS_ALONE = 0.45;
  private static final double WORDS = 0.14;
  private static final int PER_CENT = 100;

  /// The passages for a question.
  List<Found> question(WordQuery words, String text) throws IOException {
    List<Ranked> byWords = isByMeaning() ? List.of() : lookup.byWords(words, depth());
    List<Ranked> byMeaning = mode == SearchMode.BM25 ? List.of() : lookup.byMeaning(meant());
    Map<Integer, Double> cosines = cosines(byMeaning, documents(byWords, byMeaning));
    Map<Integer, Double> scores = withShares(words, fused(byWords, byMeaning, cosines));
    boolean likeMessage = text.length() < 400 && text.strip().indexOf(' ') > 0;
    var found = new ArrayList<Found>();
    for (var each : lookup.facts(scores.keySet()).entrySet()) {
      int document = each.getKey();
      RankingFacts candidate = each.getValue();
      boolean fits =
          likeMessage
              && candidate.templates().stream()
                  .anyMatch(template ->
                      MessageTemplate.matches(template, text.strip())
                          && MessageTemplate.isTelling(template));
      found.add(
          new Found(
              document,
              candidate.section(),
              scores.getOrDefault(document, 0.0) * prior(candidate),
              shared(words.codes(), candidate.codes()),
              fits ? OptionalInt.of(PER_CENT) : OptionalInt.empty(),
              cosine(cosines, document)));
    }
    return best(
        found,
        Comparator.comparing((Found each) -> each.code().isEmpty())
            .thenComparing(each -> each.fit().isEmpty()));
  }

  private static double prior(RankingFacts candidate) {
    return Prior.of(candidate.section()) * (candidate.isQuestion() ? QUESTION : 1);
  }

  /// The passages whose meaning is next to that of something that rustc says.
  List<Found> nearest() throws IOException {
    List<Ranked> byMeaning = lookup.byMeaning(meant());
    Map<Integer, RankingFacts> facts = lookup.facts(documents(List.of(), byMeaning));
    var found = new ArrayList<Found>();
    for (Ranked near : byMeaning) {
      String section = facts.getOrDefault(near.document(), RankingFacts.NONE).section();
      found.add(
          new Found(
              near.document(),
              section,
              near.score(),
              "",
              OptionalInt.empty(),
              OptionalDouble.of(near.score())));
    }
    return best(found, Comparator.comparingInt(_ -> 0));
  }

  /// The passages for something that rustc says.
  List<Found> message(WordQuery words, RustcMessage message) throws IOException {
    var byWords = new ArrayList<Ranked>();
    if (!words.codes().isEmpty()) {
      byWords.addAll(lookup.byWords(words.aboutItsCodes(), depth()));
    }
    var seen = new LinkedHashSet<Integer>();
    byWords.forEach(ranked -> seen.add(ranked.document()));
    // what shares no code comes behind all that does, and is looked for where places are left
    List<Ranked> others = List.of();
    if (byWords.isEmpty()) {
      others = lookup.byWords(words, depth());
    } else if (sections(lookup.facts(seen)) < limit) {
      others = lookup.byWords(words.beyondItsCodes(), Math.max(FEW, limit));
    }
    others.stream().filter(ranked -> seen.add(ranked.document())).forEach(byWords::add);
    byWords.sort(Comparator.comparingDouble(Ranked::score).reversed());
    List<Ranked> byMeaning = mode == SearchMode.BM25 ? List.of() : lookup.byMeaning(meant());
    Map<Integer, Double> cosines = cosines(byMeaning, documents(byWords, byMeaning));
    Map<Integer, Double> scores = normalized(fused(byWords, byMeaning, cosines));
    Set<String> said = MessageTemplate.words(message.message());
    var found = new ArrayList<Found>();
    for (var each : lookup.facts(scores.keySet()).entrySet()) {
      int document = each.getKey();
      RankingFacts candidate = each.getValue();
      double fit = MessageTemplate.fit(candidate.templates(), message.message(), said);
      String code = shared(words.codes(), candidate.codes());
      double score = score(candidate, code, fit) + WORDS * scores.getOrDefault(document, 0.0);
      found.add(
          new Found(
              document,
              candidate.section(),
              score,
              code,
              candidate.templates().isEmpty()
                  ? OptionalInt.empty()
                  : OptionalInt.of((int) Math.round(fit * PER_CENT)),
              cosine(cosines, document)));
    }
    return best(found, Comparator.comparingInt(_ -> 0));
  }

  private static double score(RankingFacts candidate, String code, double fit) {
    if (code.isEmpty()) {
      boolean telling =
          fit == 1 && candidate.templates().stream().anyMatch(MessageTemplate::isTelling);
      return telling ? FITS_ALONE : FITS * fit;
    }
    if (candidate.templates().isEmpty()) {
      return SAME_CODE + ANY_MESSAGE;
    }
    return SAME_CODE + (fit == 1 ? FITS : ANY_MESSAGE * fit);
  }

  private static long sections(Map<Integer, RankingFacts> facts) {
    return facts.values().stream().map(RankingFacts::section).distinct().count();
  }

  private boolean isByMeaning() {
    return mode == SearchMode.VECTOR && lookup.isByMeaning();
  }

  private int depth() {
    return depth(limit);
  }

  /// Those that are near in meaning are fewer: the cosines of those with the words are known
  /// anyway, and each one more costs a walk through the graph.
  private int meant() {
    return depth() / 2;
  }

  /// How many passages are looked at in each way when `limit` are wanted.
  static int depth(int limit) {
    return Math.max(AT_LEAST, TIMES * limit);
  }

  private static Set<Integer> documents(List<Ranked> byWords, List<Ranked> byMeaning) {
    var documents = new LinkedHashSet<Integer>();
    byWords.forEach(ranked -> documents.add(ranked.document()));
    byMeaning.forEach(ranked -> documents.add(ranked.document()));
    return documents;
  }

  private Map<Integer, Double> fused(
      List<Ranked> byWords, List<Ranked> byMeaning, Map<Integer, Double> cosines) {
    if (byMeaning.isEmpty()) {
      return Fusion.plain(byWords);
    }
    return switch (mode) {
      case BM25, AUTO -> Fusion.plain(byWords);
      case VECTOR -> Fusion.plain(byMeaning);
      case RRF -> Fusion.reciprocalRanks(List.of(byWords, byMeaning));
      case MIN_MAX -> Fusion.stretched(byWords, Fusion.ranked(cosines), WORDS_SHARE);
    };
  }

  /// The fused scores of a question; where scores count, with the share of its words that a passage
  /// has.
  private Map<Integer, Double> withShares(WordQuery words, Map<Integer, Double> fused)
      throws IOException {
    if (mode != SearchMode.MIN_MAX || !lookup.isByMeaning()) {
      return fused;
    }
    Map<Integer, Double> shares = shares(words.words(), fused.keySet());
    var scores = new HashMap<Integer, Double>();
    fused.forEach((document, score) ->
        scores.put(
            document,
            (1 - HAVING_SHARE) * score + HAVING_SHARE * shares.getOrDefault(document, 0.0)));
    return scores;
  }

  /// How much of the query each of `documents` has: the share of its words, of which each counts
  /// the more the fewer passages have it.
  Map<Integer, Double> shares(Map<String, String> words, Set<Integer> documents)
      throws IOException {
    Map<String, Set<Integer>> having = lookup.having(words, documents);
    var found = new HashMap<Integer, Double>();
    double all = 0;
    for (var word : words.entrySet()) {
      double weight = lookup.weight(word.getValue());
      all += weight;
      for (int document : having.getOrDefault(word.getKey(), Set.of())) {
        found.merge(document, weight, Double::sum);
      }
    }
    var shares = new HashMap<Integer, Double>();
    for (var each : found.entrySet()) {
      shares.put(each.getKey(), each.getValue() / all);
    }
    return shares;
  }

  /// Scores that reach up to 1.
  private static Map<Integer, Double> normalized(Map<Integer, Double> scores) {
    double most = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    var normalized = new HashMap<Integer, Double>();
    scores.forEach((document, score) -> normalized.put(document, most > 0 ? score / most : 0));
    return normalized;
  }

  private Map<Integer, Double> cosines(List<Ranked> byMeaning, Set<Integer> documents)
      throws IOException {
    var cosines = new HashMap<>(Fusion.plain(byMeaning));
    if (mode != SearchMode.BM25) {
      var rest = new LinkedHashSet<>(documents);
      rest.removeAll(cosines.keySet());
      cosines.putAll(lookup.cosines(rest));
    }
    return cosines;
  }

  /// The code of the passage that the query names as well, as the passage writes it.
  private static String shared(Set<String> asked, List<String> codes) {
    return codes.stream()
        .filter(code -> asked.contains(Identifiers.code(code)))
        .findFirst()
        .orElse("");
  }

  private static OptionalDouble cosine(Map<Integer, Double> cosines, int document) {
    Double cosine = cosines.get(document);
    return cosine == null ? OptionalDouble.empty() : OptionalDouble.of(cosine);
  }

  private List<Found> best(List<Found> found, Comparator<Found> first) {
    var sections = new HashSet<String>();
    return found.stream()
        .sorted(
            first
                .thenComparing(Comparator.comparingDouble(Found::score).reversed())
                .thenComparingInt(Found::document))
        .filter(each -> each.section().isEmpty() || sections.add(each.section()))
        .limit(limit)
        .toList();
  }
}
