package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every package that a workspace is made of, its dependencies included, as cargo resolved them.
public record DependencyGraph(Map<String, Linked> packages) {

  /// A package: `id` is cargo's package id, `root` its folder, `library` the root file of the crate
  /// that others link, `edition` that crate's. `name` is what the crate calls itself.
  /// `dependencies` has the package id of each crate that its code may name, by that name. What is
  /// `local` belongs to the user and may change.
  public record Linked(
      String id,
      String name,
      Path root,
      Optional<Path> library,
      String edition,
      boolean local,
      Map<String, String> dependencies) {
    public Linked {
      dependencies = Map.copyOf(dependencies);
    }
  }

  public DependencyGraph {
    packages = Map.copyOf(packages);
  }

  /// The package that the file belongs to.
  public Optional<Linked> packageOf(Path file) {
    return packages.values().stream()
        .filter(linked -> file.startsWith(linked.root()))
        .max(Comparator.comparingInt(linked -> linked.root().getNameCount()));
  }

  public Optional<Linked> find(String id) {
    return Optional.ofNullable(packages.get(id));
  }

  /// The graph that `cargo metadata` prints.
  static DependencyGraph read(Json json) {
    var edges = new HashMap<String, Map<String, String>>();
    for (Json node : json.childOrEmpty("resolve").children("nodes")) {
      var named = new LinkedHashMap<String, String>();
      node.children("deps")
          .forEach(dep -> named.put(dep.text("name").orElse(""), dep.text("pkg").orElse("")));
      named.remove("");
      edges.put(node.text("id").orElse(""), named);
    }
    var packages = new HashMap<String, Linked>();
    for (Json one : json.children("packages")) {
      Linked linked = linked(one, edges);
      packages.put(linked.id(), linked);
    }
    return new DependencyGraph(packages);
  }

  private static Linked linked(Json json, Map<String, Map<String, String>> edges) {
    CargoPackage plain = CargoPackage.read(json);
    Optional<CargoTarget> library = library(plain.targets());
    return new Linked(
        plain.id(),
        library.map(CargoTarget::name).orElse(plain.name()).replace('-', '_'),
        plain.root(),
        library.map(CargoTarget::source),
        library.map(CargoTarget::edition).orElse(plain.edition()),
        json.text("source").isEmpty(),
        edges.getOrDefault(plain.id(), Map.of()));
  }

  /// The graph of the packages of a workspace alone, from what they say of each other's folders:
  /// all that is known where cargo can not resolve the rest.
  public static DependencyGraph ofLocal(Collection<CargoPackage> local) {
    var packages = new HashMap<String, Linked>();
    for (CargoPackage one : local) {
      var named = new LinkedHashMap<String, String>();
      for (CargoPackage other : local) {
        if (one.pathDependencies().contains(other.root())) {
          named.put(
              library(other.targets())
                  .map(CargoTarget::name)
                  .orElse(other.name())
                  .replace('-', '_'),
              other.id());
        }
      }
      Optional<CargoTarget> library = library(one.targets());
      packages.put(
          one.id(),
          new Linked(
              one.id(),
              library.map(CargoTarget::name).orElse(one.name()).replace('-', '_'),
              one.root(),
              library.map(CargoTarget::source),
              one.edition(),
              true,
              named));
    }
    return new DependencyGraph(packages);
  }

  private static Optional<CargoTarget> library(List<CargoTarget> targets) {
    return targets.stream()
        .filter(target -> target.kind().endsWith("lib") || target.kind().equals("proc-macro"))
        .findFirst();
  }
}
