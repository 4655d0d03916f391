package dev.rustmend.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;

/// The passages of an index and those of a companion as one set, so that one ranking is made of
/// both. The companion's have negative numbers. How rare a word is, the index says.
record JoinedLookup(Lookup own, IndexSearcher searcher, Companion.Pending pending)
    implements Lookup {
  @Override
  public List<Ranked> byWords(WordQuery query, int count) throws IOException {
    List<Ranked> here = own.byWords(query, count);
    Optional<Lookup> there = other();
    return there.isEmpty() ? here : merged(here, there.get().byWords(query, count), count);
  }

  @Override
  public boolean isByMeaning() {
    return own.isByMeaning();
  }

  @Override
  public List<Ranked> byMeaning(int count) throws IOException {
    List<Ranked> here = own.byMeaning(count);
    Optional<Lookup> there = other();
    return there.isEmpty() ? here : merged(here, there.get().byMeaning(count), count);
  }

  @Override
  public Map<Integer, Double> cosines(Collection<Integer> documents) throws IOException {
    return both(documents, (lookup, some) -> lookup.cosines(some));
  }

  @Override
  public Map<Integer, RankingFacts> facts(Collection<Integer> documents) throws IOException {
    return both(documents, (lookup, some) -> lookup.facts(some));
  }

  @Override
  public Map<String, Set<Integer>> having(Map<String, String> words, Collection<Integer> documents)
      throws IOException {
    var having = new HashMap<String, Set<Integer>>();
    own.having(words, documents.stream().filter(number -> number >= 0).toList())
        .forEach((word, some) -> having.put(word, new HashSet<>(some)));
    Optional<Lookup> there = other();
    if (there.isPresent()) {
      there
          .get()
          .having(words, others(documents))
          .forEach((word, some) ->
              some.forEach(number ->
                  having.computeIfAbsent(word, _ -> new HashSet<>()).add(turned(number))));
    }
    return having;
  }

  @Override
  public double weight(String term) throws IOException {
    return own.weight(term);
  }

  @Override
  public Map<Integer, Shown> shown(Collection<Integer> documents) throws IOException {
    return both(documents, (lookup, some) -> lookup.shown(some));
  }

  private interface Asking<T> {
    Map<Integer, T> ask(Lookup lookup, List<Integer> documents) throws IOException;
  }

  private <T> Map<Integer, T> both(Collection<Integer> documents, Asking<T> asking)
      throws IOException {
    var all =
        new HashMap<>(asking.ask(own, documents.stream().filter(number -> number >= 0).toList()));
    List<Integer> others = others(documents);
    if (!others.isEmpty()) {
      Optional<Lookup> there = other();
      if (there.isPresent()) {
        asking.ask(there.get(), others).forEach((number, found) -> all.put(turned(number), found));
      }
    }
    return all;
  }

  private static List<Integer> others(Collection<Integer> documents) {
    return documents.stream().filter(number -> number < 0).map(JoinedLookup::turned).toList();
  }

  private static List<Ranked> merged(List<Ranked> here, List<Ranked> there, int count) {
    var all = new ArrayList<>(here);
    there.forEach(ranked -> all.add(new Ranked(turned(ranked.document()), ranked.score())));
    all.sort(Comparator.comparingDouble(Ranked::score).reversed());
    return List.copyOf(all.subList(0, Math.min(count, all.size())));
  }

  private static int turned(int document) {
    return -1 - document;
  }

  private Optional<Lookup> other() throws IOException {
    try {
      return pending.found().map(found -> new Rescored(found, searcher));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
