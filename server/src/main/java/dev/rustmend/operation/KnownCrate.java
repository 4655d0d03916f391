package dev.rustmend.operation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A crate whose public items are known. `name` is what code calls it.
public final class KnownCrate {
  private static final Comparator<PublicItem> SHORTEST =
      Comparator.<PublicItem>comparingLong(
              item -> item.path().chars().filter(c -> c == ':').count())
          .thenComparingInt(item -> item.path().length())
          .thenComparing(PublicItem::path);

  private static final int CLOSE = 2;
  private static final int NOT_CLOSE = 9;

  private final String name;
  private final Map<String, List<PublicItem>> byName;
  private final Map<String, List<PublicItem>> byModule;
  private final Map<String, Long> letters;

  public KnownCrate(String name, Collection<PublicItem> items) {
    this.name = name;
    this.byName = grouped(items, true);
    this.byModule = grouped(items, false);
    this.letters = letters(byName.keySet());
  }

  private static Map<String, Long> letters(Collection<String> names) {
    var letters = new LinkedHashMap<String, Long>();
    names.forEach(each -> letters.put(each, NearNames.letters(each)));
    return letters;
  }

  private static Map<String, List<PublicItem>> grouped(Collection<PublicItem> items, boolean own) {
    return items.stream()
        .sorted(SHORTEST)
        .collect(
            Collectors.groupingBy(
                item -> own ? item.name() : item.module(),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  public String name() {
    return name;
  }

  /// The items called `name`, the one with the shortest path first.
  public List<PublicItem> named(String itemName) {
    return byName.getOrDefault(itemName, List.of());
  }

  /// The items directly in the module, or whatever else has this path.
  public List<PublicItem> in(String path) {
    return byModule.getOrDefault(path, List.of());
  }

  /// The names of all items.
  public Collection<String> names() {
    return byName.keySet();
  }

  /// The names that are a letter, a plural or their case apart from `wanted`, the likest first.
  List<String> close(String wanted) {
    long own = NearNames.letters(wanted);
    List<String> few =
        letters.entrySet().stream()
            .filter(each -> NearNames.mayBeClose(wanted, own, each.getKey(), each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return NearNames.near(wanted, few).stream()
        .filter(each -> NearNames.distance(wanted, each).orElse(NOT_CLOSE) <= CLOSE)
        .toList();
  }

  /// The traits that declare a method or function of this name, the shortest path of each.
  public List<PublicItem> traitsWith(String method) {
    return byName.values().stream()
        .flatMap(List::stream)
        .filter(item -> item.methods().contains(method))
        .toList();
  }
}
