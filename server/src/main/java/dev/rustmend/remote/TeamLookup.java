package dev.rustmend.remote;

import dev.rustmend.search.Field;
import dev.rustmend.search.Inquiry;
import dev.rustmend.search.Lookup;
import dev.rustmend.search.Passage;
import dev.rustmend.search.Ranked;
import dev.rustmend.search.RankingFacts;
import dev.rustmend.search.VectorSpace;
import dev.rustmend.search.WordQuery;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch.core.msearch.MultiSearchItem;
import org.opensearch.client.opensearch.core.search.Hit;

/// What a cluster has found for one inquiry, as something that can be ranked. All of it came with
/// one request; only the texts of the hits that people see are fetched when they are known.
final class TeamLookup implements Lookup {
  /// What the rarity of words that were not asked for is kept under.
  static final String ANY_OTHER = "";

  private final TeamSearch search;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<List<Ranked>> rankings = new ArrayList<>();
  private final boolean byMeaning;
  private final Map<String, Double> weights;

  /// A passage that was found: what ranking has to know, the cosine, and the words that it has.
  private record Candidate(
      String id,
      RankingFacts facts,
      Optional<Double> cosine,
      Set<String> having,
      Optional<TeamPassage> whole) {}

  /// `answers` are the rankings by words in the order of the inquiry, then the one by meaning when
  /// there is one.
  TeamLookup(
      TeamSearch search,
      List<MultiSearchItem<JsonObject>> answers,
      boolean byMeaning,
      Map<String, Double> weights) {
    this.search = search;
    this.byMeaning = byMeaning;
    this.weights = Map.copyOf(weights);
    var numbers = new HashMap<String, Integer>();
    int lists = search.inquiry().words().size() + (byMeaning ? 1 : 0);
    for (MultiSearchItem<JsonObject> answer : answers.subList(0, lists)) {
      rankings.add(answer.hits().hits().stream().map(hit -> ranked(hit, numbers)).toList());
    }
  }

  private Ranked ranked(Hit<JsonObject> hit, Map<String, Integer> numbers) {
    int number =
        numbers.computeIfAbsent(
            column(hit, TeamPassage.IDENTITY),
            _ -> {
              candidates.add(candidate(hit));
              return candidates.size() - 1;
            });
    return new Ranked(number, hit.score() == null ? 0 : hit.score());
  }

  private Candidate candidate(Hit<JsonObject> hit) {
    JsonObject source = hit.source();
    return new Candidate(
        column(hit, Field.ID),
        RankingFacts.read(text(column(hit, Field.RANKING))),
        cosine(column(hit, TeamPassage.NEAR)),
        Set.copyOf(hit.matchedQueries()),
        Optional.ofNullable(source).map(TeamPassage::of));
  }

  private static String column(Hit<JsonObject> hit, String name) {
    JsonData values = hit.fields().get(name);
    return values != null
            && values.toJson() instanceof JsonArray array
            && !array.isEmpty()
            && array.getFirst() instanceof JsonString first
        ? first.getString()
        : "";
  }

  private static String text(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Optional<Double> cosine(String near) {
    return byMeaning
        ? search
            .inquiry()
            .meaning()
            .flatMap(meaning ->
                NearVector.read(near, meaning.space().dimensions())
                    .map(vector -> VectorSpace.dot(meaning.own(), vector)))
        : Optional.empty();
  }

  @Override
  public List<Ranked> byWords(WordQuery query, int count) {
    List<Inquiry.Wanted> wanted = search.inquiry().words();
    for (int i = 0; i < wanted.size(); i++) {
      if (wanted.get(i).query().required().isEmpty() == query.required().isEmpty()) {
        List<Ranked> ranking = rankings.get(i);
        return ranking.subList(0, Math.min(count, ranking.size()));
      }
    }
    return List.of();
  }

  @Override
  public Optional<Passage> text(int document) {
    return candidates.get(document).whole().map(TeamPassage::passage);
  }

  @Override
  public boolean isByMeaning() {
    return byMeaning;
  }

  /// With the cosines of the whole query, which the cluster does not know.
  @Override
  public List<Ranked> byMeaning(int count) {
    if (!byMeaning) {
      return List.of();
    }
    return rankings.getLast().stream()
        .map(ranked ->
            new Ranked(ranked.document(), candidates.get(ranked.document()).cosine().orElse(0.0)))
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .limit(count)
        .toList();
  }

  @Override
  public Map<Integer, Double> cosines(Collection<Integer> documents) {
    var cosines = new HashMap<Integer, Double>();
    documents.forEach(
        number -> candidates.get(number).cosine().ifPresent(cosine -> cosines.put(number, cosine)));
    return cosines;
  }

  @Override
  public Map<Integer, RankingFacts> facts(Collection<Integer> documents) {
    var facts = new HashMap<Integer, RankingFacts>();
    documents.forEach(document -> facts.put(document, candidates.get(document).facts()));
    return facts;
  }

  @Override
  public Map<String, Set<Integer>> having(
      Map<String, String> words, Collection<Integer> documents) {
    var having = new HashMap<String, Set<Integer>>();
    for (String word : words.keySet()) {
      var some = new HashSet<Integer>();
      documents.stream()
          .filter(number -> candidates.get(number).having().contains(word))
          .forEach(some::add);
      having.put(word, some);
    }
    return having;
  }

  /// 0 where none was asked for.
  @Override
  public double weight(String term) {
    return weights.getOrDefault(term, weights.getOrDefault(ANY_OTHER, 0.0));
  }

  @Override
  public Map<Integer, Shown> shown(Collection<Integer> documents) throws IOException {
    var ids = new LinkedHashMap<Integer, String>();
    documents.forEach(number -> ids.put(number, Passage.answering(candidates.get(number).id())));
    var byId = new HashMap<String, TeamPassage>();
    candidates.stream()
        .flatMap(candidate -> candidate.whole().stream())
        .forEach(whole -> byId.put(whole.passage().id(), whole));
    List<String> missing =
        ids.values().stream().filter(id -> !byId.containsKey(id)).distinct().toList();
    if (!missing.isEmpty()) {
      search.passages(missing).forEach(found -> byId.put(found.passage().id(), found));
    }
    var shown = new HashMap<Integer, Shown>();
    ids.forEach((number, id) -> {
      TeamPassage found = byId.get(id);
      if (found != null) {
        shown.put(number, shown(found));
      }
    });
    return shown;
  }

  private static Shown shown(TeamPassage found) {
    Passage passage = found.passage();
    String title =
        found.markdown().isEmpty()
            ? passage.title()
            : "%s (%s)".formatted(passage.title(), found.provenance().words());
    return new Shown(passage.id(), passage.kind(), title, passage.body());
  }
}
