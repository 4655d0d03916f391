package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A package whose source is on this machine and belongs to the user: a member of the workspace, or
/// a path dependency.
///
/// `id` is cargo's package id, as in [dev.rustmend.diagnostic.CrateId]. `manifest` is its
/// `Cargo.toml`. `pathDependencies` are the folders of those dependencies that have a `path`,
/// `buildDependencies` those of them that its build script uses.
public record CargoPackage(
    String name,
    String version,
    String id,
    Path manifest,
    String edition,
    List<CargoTarget> targets,
    List<Path> pathDependencies,
    List<Path> buildDependencies) {

  public CargoPackage {
    targets = List.copyOf(targets);
    pathDependencies = List.copyOf(pathDependencies);
    buildDependencies = List.copyOf(buildDependencies);
  }

  /// The folder of the manifest.
  public Path root() {
    Path folder = manifest.getParent();
    return folder != null ? folder : manifest;
  }

  /// Reads a package of cargo's metadata; `null` members and unknown ones do no harm.
  static CargoPackage read(Json json) {
    return new CargoPackage(
        json.text("name").orElse(""),
        json.text("version").orElse(""),
        json.text("id").orElse(""),
        path(json, "manifest_path"),
        json.text("edition").orElse("2015"),
        json.children("targets").stream().map(CargoPackage::target).toList(),
        paths(json.children("dependencies").stream()),
        paths(
            json.children("dependencies").stream()
                .filter(dependency -> dependency.text("kind").equals(Optional.of("build")))));
  }

  private static List<Path> paths(Stream<Json> dependencies) {
    return dependencies
        .flatMap(dependency -> dependency.text("path").stream())
        .map(text -> Path.of(text).normalize())
        .distinct()
        .toList();
  }

  private static CargoTarget target(Json json) {
    return new CargoTarget(
        json.text("name").orElse(""),
        CargoLine.kind(json.texts("kind")),
        path(json, "src_path"),
        json.text("edition").orElse("2015"));
  }

  private static Path path(Json json, String name) {
    return Path.of(json.text(name).orElse("")).normalize();
  }
}
