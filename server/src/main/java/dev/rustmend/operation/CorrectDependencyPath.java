package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Corrects a path into another crate whose segment at the primary span is not found: by a name
/// that is spelled nearly so at the same place, by the place where the crate exports the item now,
/// by another crate that has it, or by the crate that is spelled nearly so.
///
/// Rust facts it relies on: the first segment of such a path is a crate's name; crates move their
/// items between versions, so that code written for another version names the old place.
final class CorrectDependencyPath implements Operation {
  private static final int ALIKE = 6;
  private static final int ELSEWHERE = 4;
  private static final int OTHER_CRATE = 30;
  private static final int ALIKE_ELSEWHERE = 20;
  private static final int MAX = 6;
  private static final int MAX_PLACES = 3;

  private final KnownItems known;

  CorrectDependencyPath(KnownItems known) {
    this.known = known;
  }

  @Override
  public String name() {
    return "correct-dependency-path";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<Place> places =
        site.diagnostic().spans().stream()
            .filter(Span::primary)
            .flatMap(span -> site.place(span).stream())
            .distinct()
            .toList();
    if (places.size() > 1) {
      return together(site, places);
    }
    return found(site, site.primary()).map(Found::proposals).orElse(List.of());
  }

  /// One diagnostic may tell of several imports: the first choice for each.
  private List<Proposal> together(Site site, List<Place> places) {
    Edits all = site.edits();
    var paths = new ArrayList<String>();
    for (Place place : places) {
      Optional<Found> found = found(site, place).filter(each -> !each.wanted().isEmpty());
      if (found.isEmpty()) {
        return List.of();
      }
      var best = found.get().wanted().entrySet().iterator().next();
      if (!found.get().path().replace(all, place, best.getValue().until(), best.getKey())) {
        return List.of();
      }
      paths.add("`" + best.getKey() + "`");
    }
    return all
        .patch()
        .map(patch -> Proposal.of("Write the paths " + String.join(", ", paths), patch))
        .map(proposal -> proposal.penalized(ALIKE))
        .stream()
        .toList();
  }

  private Optional<Found> found(Site site, Place place) {
    Optional<UsedPath> path = UsedPath.of(place).filter(UsedPath::failsInside);
    if (path.isEmpty() || path.get().names().size() < 2) {
      return Optional.empty();
    }
    String first = path.get().names().getFirst();
    if (Set.of("crate", "self", "super", "Self").contains(first)) {
      return Optional.empty();
    }
    List<KnownCrate> crates = known.crates(site.file(), site.snapshot());
    Optional<KnownCrate> crate =
        crates.stream().filter(each -> each.name().equals(first)).findFirst();
    var found = new Found(site, place, path.get(), new LinkedHashMap<>());
    if (crate.isEmpty()) {
      crateAlike(found, crates);
    } else if (path.get().failing() > 0) {
      alike(found, crate.get());
      elsewhere(found, crate.get());
      inOtherCrates(found, crates, crate.get());
    }
    return Optional.of(found);
  }

  /// What was found so far: new paths, each with how many segments it replaces and its penalty.
  private record Found(Site site, Place place, UsedPath path, Map<String, Wanted> wanted) {
    record Wanted(int until, int penalty) {}

    void add(String fresh, int until, int penalty) {
      String old = String.join("::", path.names().subList(0, until + 1));
      if (!fresh.equals(old)) {
        wanted.putIfAbsent(fresh, new Wanted(until, penalty));
      }
    }

    List<Proposal> proposals() {
      var proposals = new ArrayList<Proposal>();
      wanted.forEach((fresh, how) ->
          replaced(how, fresh)
              .map(patch ->
                  Proposal.of("Write the path `%s`".formatted(fresh), patch)
                      .penalized(how.penalty()))
              .ifPresent(proposals::add));
      return proposals.stream().limit(MAX).toList();
    }

    private Optional<Patch> replaced(Wanted how, String fresh) {
      Edits edits = site.edits();
      return path.replace(edits, place, how.until(), fresh) ? edits.patch() : Optional.empty();
    }
  }

  private static void crateAlike(Found found, List<KnownCrate> crates) {
    List<String> names = found.path().names();
    List<String> near =
        NearNames.near(names.getFirst(), crates.stream().map(KnownCrate::name).toList());
    for (KnownCrate crate : crates) {
      boolean holds =
          crate.in(crate.name()).stream().anyMatch(item -> item.name().equals(names.get(1)));
      if (near.contains(crate.name()) && holds && found.path().prefix().isEmpty()) {
        found.add(crate.name(), 0, ALIKE);
      }
    }
  }

  /// Names of the same module, or of the whole crate where it has none.
  private static void alike(Found found, KnownCrate crate) {
    UsedPath path = found.path();
    int failing = path.failing();
    String module = String.join("::", path.names().subList(0, failing));
    List<String> inside =
        crate.in(module).stream()
            .filter(item -> holdsNext(crate, item, path.names(), failing))
            .map(PublicItem::name)
            .toList();
    List<String> near = NearNames.near(path.names().get(failing), inside);
    near.forEach(name -> found.add(module + "::" + name, failing, ALIKE));
    if (near.isEmpty()) {
      crate.close(path.names().get(failing)).stream()
          .flatMap(name ->
              crate.named(name).stream()
                  .filter(item -> holdsNext(crate, item, path.names(), failing))
                  .limit(1))
          .forEach(item -> found.add(item.path(), failing, ALIKE_ELSEWHERE));
    }
  }

  /// The places where the crate exports the failing name, or what the path ends in.
  private static void elsewhere(Found found, KnownCrate crate) {
    List<String> names = found.path().names();
    int failing = found.path().failing();
    int last = names.size() - 1;
    fitting(crate, names, failing)
        .limit(MAX_PLACES)
        .forEach(item -> found.add(item.path(), failing, ELSEWHERE));
    listed(found.path(), crate).forEach(path -> found.add(path, last, ELSEWHERE));
    if (failing < last) {
      fitting(crate, names, last)
          .limit(MAX_PLACES)
          .forEach(item -> found.add(item.path(), last, ELSEWHERE));
    }
  }

  private static void inOtherCrates(Found found, List<KnownCrate> crates, KnownCrate named) {
    List<String> names = found.path().names();
    int last = names.size() - 1;
    crates.stream()
        .filter(crate -> !crate.equals(named))
        .flatMap(crate -> fitting(crate, names, last).limit(1))
        .limit(MAX_PLACES)
        .forEach(item -> found.add(item.path(), last, OTHER_CRATE));
  }

  /// The modules that have everything of the list that the path stands before.
  private static Stream<String> listed(UsedPath path, KnownCrate crate) {
    List<String> names = path.listed();
    if (names.isEmpty()) {
      return Stream.empty();
    }
    return crate.named(names.getFirst()).stream()
        .map(PublicItem::module)
        .filter(
            module -> crate.in(module).stream().map(PublicItem::name).toList().containsAll(names))
        .limit(MAX_PLACES);
  }

  /// The items called as the segment `at`, of those that can have the segments behind it.
  private static Stream<PublicItem> fitting(KnownCrate crate, List<String> names, int at) {
    return crate.named(names.get(at)).stream().filter(item -> holdsNext(crate, item, names, at));
  }

  /// Whether an item in the place of the segment `at` can have the segment behind it: a module must
  /// have it, a type may, and nothing else can have one.
  private static boolean holdsNext(KnownCrate crate, PublicItem item, List<String> names, int at) {
    if (at == names.size() - 1) {
      return true;
    }
    String next = names.get(at + 1);
    return switch (item.kind()) {
      case MODULE -> crate.in(item.path()).stream().anyMatch(inner -> inner.name().equals(next));
      case STRUCT, UNION, TYPE, TRAIT -> Character.isLowerCase(next.charAt(0));
      case ENUM -> true;
      case FUNCTION, IMPL, CONST, STATIC, MACRO, USE, EXTERN_CRATE, EXTERN_BLOCK -> false;
    };
  }
}
