package dev.rustmend.operation;

import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// A `Cargo.toml` with its text and what it declares.
record Manifest(Path file, SourceText text, TomlParseResult toml) {
  static final List<String> SECTIONS =
      List.of("dependencies", "dev-dependencies", "build-dependencies");

  Path folder() {
    return Objects.requireNonNull(file.getParent(), "a manifest stands in a folder");
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
