package dev.rustmend.dependency;

import dev.rustmend.cargo.DependencyGraph.Linked;
import dev.rustmend.dependency.CrateModule.Declared;
import dev.rustmend.dependency.CrateModule.Import;
import dev.rustmend.operation.PublicItem;
import dev.rustmend.syntax.ItemKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Finds under which paths a crate exports what: through `pub mod` and `pub use`, renames, globs
/// and re-exports of other crates included.
///
/// Rust facts it relies on: a path in a `use` begins with `crate`, `self`, `super`, a name of the
/// module or the name of another crate; in edition 2015 it begins at the root. An explicit import
/// hides what a glob brings in.
final class Exports {
  private static final int MAX_ITEMS = 30_000;
  private static final int MAX_SEGMENTS = 7;
  private static final int MAX_STEPS = 24;

  private final Function<Linked, CrateModule> modules;
  private final Function<String, Optional<Linked>> packages;
  private final Map<Place, Map<String, Set<Target>>> known = new HashMap<>();

  /// `modules` gives the root module of a crate, `packages` a package by its id.
  Exports(Function<Linked, CrateModule> modules, Function<String, Optional<Linked>> packages) {
    this.modules = modules;
    this.packages = packages;
  }

  /// A module of a crate.
  private record Place(Linked crate, List<String> path) {}

  /// What a name stands for: an item, and the module where that is one.
  private record Target(Declared item, Place owner) {
    Place inside() {
      var path = new ArrayList<>(owner.path());
      path.add(item.name());
      return new Place(owner.crate(), List.copyOf(path));
    }

    boolean isModule() {
      return item.kind() == ItemKind.MODULE;
    }
  }

  /// All public items of `crate`; their paths begin with `name`.
  List<PublicItem> items(Linked crate, String name) {
    record Visit(Place place, String path, int segments) {}
    var items = new LinkedHashSet<PublicItem>();
    var visits = new HashMap<Place, Integer>();
    Deque<Visit> open = new ArrayDeque<>();
    open.add(new Visit(new Place(crate, List.of()), name, 1));
    while (!open.isEmpty() && items.size() < MAX_ITEMS) {
      Visit visit = open.removeFirst();
      if (visit.segments() > MAX_SEGMENTS || visits.merge(visit.place(), 1, Integer::sum) > 2) {
        continue;
      }
      exports(visit.place(), new HashSet<>())
          .forEach((exported, targets) -> {
            for (Target target : targets) {
              String path = visit.path() + "::" + exported;
              items.add(new PublicItem(target.item().kind(), path, target.item().methods()));
              if (target.isModule()) {
                open.add(new Visit(target.inside(), path, visit.segments() + 1));
              }
            }
          });
      if (visit.place().path().isEmpty() && visit.segments() == 1) {
        exportedMacros(modules.apply(crate), name, items);
      }
    }
    return List.copyOf(items);
  }

  /// A macro with `#[macro_export]` is named at the crate's root, wherever it stands.
  private static void exportedMacros(CrateModule module, String name, Set<PublicItem> items) {
    module.items().stream()
        .filter(item -> item.kind() == ItemKind.MACRO && item.open())
        .forEach(item ->
            items.add(new PublicItem(ItemKind.MACRO, name + "::" + item.name(), List.of())));
    module.children().values().forEach(child -> exportedMacros(child, name, items));
  }

  private Optional<CrateModule> module(Place place) {
    return modules.apply(place.crate()).below(place.path());
  }

  /// What the module exports, by name.
  private Map<String, Set<Target>> exports(Place place, Set<Place> under) {
    Map<String, Set<Target>> before = known.get(place);
    if (before != null) {
      return before;
    }
    Optional<CrateModule> module = module(place);
    if (module.isEmpty() || !under.add(place) || under.size() > MAX_STEPS) {
      return Map.of();
    }
    var exports = new LinkedHashMap<String, Set<Target>>();
    for (Declared item : module.get().items()) {
      if ((item.open() && item.kind() != ItemKind.MACRO) || isProcMacro(item, module.get())) {
        add(exports, item.name(), Set.of(new Target(item, place)));
      }
    }
    for (Import use : module.get().imports()) {
      if (use.open() && !use.isGlob()) {
        add(exports, use.name(), resolve(place, use.path(), 0));
      }
    }
    for (Import use : module.get().imports()) {
      if (use.open() && use.isGlob()) {
        glob(place, use, under).forEach((name, targets) -> exports.putIfAbsent(name, targets));
      }
    }
    under.remove(place);
    if (under.isEmpty()) {
      known.put(place, exports);
    }
    return exports;
  }

  private static boolean isProcMacro(Declared item, CrateModule module) {
    return item.kind() == ItemKind.MACRO && item.open() && module.path().isEmpty();
  }

  private Map<String, Set<Target>> glob(Place place, Import use, Set<Place> under) {
    var all = new LinkedHashMap<String, Set<Target>>();
    Set<Target> targets = use.path().isEmpty() ? Set.of() : resolve(place, use.path(), 0);
    targets.stream()
        .filter(Target::isModule)
        .forEach(target ->
            exports(target.inside(), under).forEach((name, found) -> add(all, name, found)));
    crateOf(place, use.path())
        .filter(_ -> targets.isEmpty())
        .ifPresent(root -> exports(root, under).forEach((name, found) -> add(all, name, found)));
    return all;
  }

  private static void add(Map<String, Set<Target>> to, String name, Set<Target> targets) {
    if (!name.startsWith("__")) {
      to.computeIfAbsent(name, _ -> new LinkedHashSet<>()).addAll(targets);
    }
  }

  /// The root that a path of one segment names: `crate`, or another crate.
  private Optional<Place> crateOf(Place from, List<String> path) {
    if (path.size() != 1) {
      return Optional.empty();
    }
    return path.getFirst().equals("crate")
        ? Optional.of(new Place(from.crate(), List.of()))
        : extern(from, path.getFirst());
  }

  private Optional<Place> extern(Place from, String name) {
    return Optional.ofNullable(from.crate().dependencies().get(name))
        .flatMap(packages)
        .map(crate -> new Place(crate, List.of()));
  }

  /// What a path in a `use` of the module `from` leads to.
  private Set<Target> resolve(Place from, List<String> path, int step) {
    if (path.isEmpty() || step > MAX_STEPS) {
      return Set.of();
    }
    String first = path.getFirst();
    List<String> rest = path.subList(1, path.size());
    return switch (first) {
      case "crate", "$crate" -> follow(new Place(from.crate(), List.of()), rest, step);
      case "self" -> follow(from, rest, step);
      case "super" -> above(from).map(up -> climb(up, rest, step)).orElse(Set.of());
      default -> {
        boolean old = from.crate().edition().equals("2015");
        Place start = old ? new Place(from.crate(), List.of()) : from;
        Set<Target> found = follow(start, path, step);
        yield found.isEmpty() && !rest.isEmpty()
            ? extern(from, first).map(root -> follow(root, rest, step)).orElse(Set.of())
            : found;
      }
    };
  }

  private Set<Target> climb(Place from, List<String> path, int step) {
    return !path.isEmpty() && path.getFirst().equals("super")
        ? resolve(from, path, step + 1)
        : follow(from, path, step);
  }

  private static Optional<Place> above(Place place) {
    List<String> path = place.path();
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(place.crate(), path.subList(0, path.size() - 1)));
  }

  private Set<Target> follow(Place from, List<String> path, int step) {
    if (path.isEmpty()) {
      return Set.of();
    }
    Set<Target> found = lookup(from, path.getFirst(), step + 1);
    List<String> rest = path.subList(1, path.size());
    if (rest.isEmpty()) {
      return found;
    }
    var all = new LinkedHashSet<Target>();
    found.stream()
        .filter(Target::isModule)
        .forEach(target -> all.addAll(follow(target.inside(), rest, step + 1)));
    return all;
  }

  /// What `name` means in a module for its own code.
  private Set<Target> lookup(Place place, String name, int step) {
    Optional<CrateModule> module = module(place);
    if (module.isEmpty() || step > MAX_STEPS) {
      return Set.of();
    }
    var found = new LinkedHashSet<Target>();
    module.get().items().stream()
        .filter(item -> item.name().equals(name))
        .forEach(item -> found.add(new Target(item, place)));
    for (Import use : module.get().imports()) {
      if (use.name().equals(name) && !isItself(use, name)) {
        found.addAll(resolve(place, use.path(), step + 1));
      }
    }
    if (found.isEmpty()) {
      for (Import use : module.get().imports()) {
        if (use.isGlob()) {
          found.addAll(inGlob(place, use, name, step));
        }
      }
    }
    return found;
  }

  /// `use rand;` and the like would look for themselves.
  private static boolean isItself(Import use, String name) {
    return use.path().equals(List.of(name));
  }

  private Set<Target> inGlob(Place place, Import use, String name, int step) {
    Optional<Place> root = crateOf(place, use.path());
    if (root.isPresent()) {
      return lookup(root.get(), name, step + 1);
    }
    var found = new LinkedHashSet<Target>();
    resolve(place, use.path(), step + 1).stream()
        .filter(Target::isModule)
        .forEach(target -> found.addAll(lookup(target.inside(), name, step + 1)));
    return found;
  }
}
