package dev.rustmend.operation;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tomlj.TomlParseResult;

/// The `Cargo.toml` files of one state, each parsed once for as long as it says the same.
record Manifests(Snapshot snapshot, KnownFiles known) {
  private static final String NAME = "Cargo.toml";

  /// The manifest of `folder`; empty when there is none, or it is no TOML.
  Optional<Manifest> in(Path folder) {
    Path file = folder.resolve(NAME);
    return snapshot
        .read(file)
        .map(text -> new Manifest(file, text, known.toml(text)))
        .filter(manifest -> !manifest.toml().hasErrors());
  }

  /// The manifest of the package that `source` belongs to.
  Optional<Manifest> above(Path source) {
    return foldersAbove(source)
        .flatMap(folder -> in(folder).stream())
        .filter(manifest -> manifest.table("package").isPresent())
        .findFirst();
  }

  /// The manifest of the workspace that a package belongs to; its own when it is alone.
  Manifest workspace(Manifest own) {
    if (own.table("workspace").isPresent()) {
      return own;
    }
    return foldersAbove(own.folder())
        .flatMap(folder -> in(folder).stream())
        .filter(manifest -> manifest.table("workspace").isPresent())
        .findFirst()
        .orElse(own);
  }

  private static Stream<Path> foldersAbove(Path file) {
    return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent);
  }

  /// The manifests of the members of the workspace of `root`; `dir/*` is followed, other patterns
  /// are not.
  List<Manifest> members(Manifest root) {
    List<String> members = Manifest.strings(root.table("workspace"), "members");
    return members.stream()
        .flatMap(member ->
            member.endsWith("/*")
                ? inside(root.folder().resolve(member.substring(0, member.length() - 2)))
                : Stream.of(root.folder().resolve(member)))
        .map(Path::normalize)
        .flatMap(path -> in(path).stream())
        .sorted(Comparator.comparing(Manifest::file))
        .toList();
  }

  private Stream<Path> inside(Path folder) {
    return snapshot.names(folder).stream().map(folder::resolve);
  }

  /// The workspace's `Cargo.lock`.
  Optional<TomlParseResult> lock(Manifest root) {
    Optional<SourceText> lock = snapshot.read(root.folder().resolve("Cargo.lock"));
    return lock.map(known::toml);
  }
}
