package dev.rustmend.operation;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// A `Cargo.toml` with its text and what it declares.
record Manifest(Path file, SourceText text, TomlParseResult toml) {
  static final List<String> SECTIONS =
      List.of("dependencies", "dev-dependencies", "build-dependencies");
  private static final String NAME = "Cargo.toml";

  /// The manifest of `folder`; empty when there is none, or it is no TOML.
  static Optional<Manifest> in(Path folder, Snapshot snapshot) {
    Path file = folder.resolve(NAME);
    return snapshot
        .read(file)
        .map(text -> new Manifest(file, text, Toml.parse(text.string())))
        .filter(manifest -> !manifest.toml.hasErrors());
  }

  /// The manifest of the package that `source` belongs to.
  static Optional<Manifest> above(Path source, Snapshot snapshot) {
    return foldersAbove(source)
        .flatMap(folder -> in(folder, snapshot).stream())
        .filter(manifest -> manifest.table("package").isPresent())
        .findFirst();
  }

  /// The manifest of the workspace that this package belongs to; this one when it is alone.
  Manifest workspace(Snapshot snapshot) {
    if (table("workspace").isPresent()) {
      return this;
    }
    return foldersAbove(folder())
        .flatMap(folder -> in(folder, snapshot).stream())
        .filter(manifest -> manifest.table("workspace").isPresent())
        .findFirst()
        .orElse(this);
  }

  private static Stream<Path> foldersAbove(Path file) {
    return Stream.iterate(file.getParent(), Objects::nonNull, Path::getParent);
  }

  Path folder() {
    return Objects.requireNonNull(file.getParent(), "a manifest stands in a folder");
  }

  /// The manifests of the other members of this workspace; `dir/*` is followed, other patterns are
  /// not.
  List<Manifest> members(Snapshot snapshot) {
    List<String> members = strings(table("workspace"), "members");
    return members.stream()
        .flatMap(member ->
            member.endsWith("/*")
                ? inside(folder().resolve(member.substring(0, member.length() - 2)), snapshot)
                : Stream.of(folder().resolve(member)))
        .map(Path::normalize)
        .flatMap(path -> in(path, snapshot).stream())
        .sorted(Comparator.comparing(Manifest::file))
        .toList();
  }

  private static Stream<Path> inside(Path folder, Snapshot snapshot) {
    return snapshot.names(folder).stream().map(folder::resolve);
  }

  Optional<TomlTable> table(String... keys) {
    return toml.get(List.of(keys)) instanceof TomlTable table
        ? Optional.of(table)
        : Optional.empty();
  }

  /// The name of the package.
  String packageName() {
    return table("package").map(table -> table.getString("name")).orElse("");
  }

  /// What the section says of the dependency `name`: a version or a table; null when nothing.
  @Nullable Object dependency(String section, String name) {
    return toml.get(List.of(section, name));
  }

  /// The texts of an array.
  static List<String> strings(Optional<TomlTable> table, String key) {
    return table.map(t -> t.get(List.of(key))).stream()
        .filter(TomlArray.class::isInstance)
        .map(TomlArray.class::cast)
        .flatMap(array -> array.toList().stream())
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .toList();
  }

  /// Every value by its path of keys, joined by spaces no key holds, as TOML has them.
  static Map<String, String> values(TomlTable table) {
    var values = new TreeMap<String, String>();
    table
        .entryPathSet(true)
        .forEach(entry -> {
          Object value = entry.getValue();
          String text =
              value instanceof TomlArray array
                  ? array.toJson()
                  : value instanceof TomlTable ? "table" : String.valueOf(value);
          values.put(String.join("\u0000", entry.getKey()), text);
        });
    return values;
  }
}
