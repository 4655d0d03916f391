package dev.rustmend.verify;

import dev.rustmend.syntax.Damage;
import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// What a `Cargo.toml` declares that a repair must not take away: dependencies and their features,
/// features, targets, members; and the lints that it denies.
final class ManifestFacts {
  private static final Set<String> DEPENDENCIES =
      Set.of("dependencies", "dev-dependencies", "build-dependencies");
  private static final List<String> TARGETS = List.of("bin", "test", "bench", "example");

  private final Set<String> facts = new LinkedHashSet<>();

  private ManifestFacts() {}

  /// What `after` lacks of `before`, and the lints that only `after` allows. A manifest that can
  /// not be parsed has the facts of the parts that can.
  static List<Damage> damage(SourceText before, SourceText after) {
    var old = new ManifestFacts();
    old.read(Toml.parse(before.string()));
    var young = new ManifestFacts();
    young.read(Toml.parse(after.string()));
    var damage = new ArrayList<Damage>();
    for (String fact : old.facts) {
      if (!young.facts.contains(fact) && !fact.startsWith("allow ")) {
        damage.add(new Damage(Damage.Kind.MANIFEST, "deletes " + fact));
      }
    }
    for (String fact : young.facts) {
      if (!old.facts.contains(fact) && fact.startsWith("allow ")) {
        damage.add(
            new Damage(Damage.Kind.LINT, "silences the lint " + fact.substring("allow ".length())));
      }
    }
    return List.copyOf(damage);
  }

  private void read(TomlTable table) {
    for (String key : table.keySet()) {
      Object value = table.get(List.of(key));
      if (value instanceof TomlTable inner) {
        readTable(key, inner);
      } else if (value instanceof TomlArray array && TARGETS.contains(key)) {
        for (int i = 0; i < array.size(); i++) {
          if (array.get(i) instanceof TomlTable target) {
            add("the target", target.getString("name"));
          }
        }
      }
    }
  }

  private void readTable(String key, TomlTable table) {
    switch (key) {
      case "features" -> table.keySet().forEach(name -> add("the feature", name));
      case "lib" -> facts.add("the library target");
      case "workspace" -> {
        strings(table, "members").forEach(name -> add("the member", name));
        read(table);
      }
      case "target" -> table.keySet().forEach(name -> readIfTable(table.get(List.of(name))));
      case "lints" -> table.keySet().forEach(tool -> lints(table.get(List.of(tool))));
      default -> {
        if (DEPENDENCIES.contains(key)) {
          dependencies(table);
        }
      }
    }
  }

  private void readIfTable(@Nullable Object value) {
    if (value instanceof TomlTable table) {
      read(table);
    }
  }

  private void dependencies(TomlTable table) {
    for (String name : table.keySet()) {
      add("the dependency", name);
      if (table.get(List.of(name)) instanceof TomlTable details) {
        strings(details, "features")
            .forEach(feature -> facts.add("the feature `%s` of `%s`".formatted(feature, name)));
      }
    }
  }

  private void lints(@Nullable Object levels) {
    if (levels instanceof TomlTable table) {
      for (String lint : table.keySet()) {
        Object value = table.get(List.of(lint));
        String level = value instanceof TomlTable details ? details.getString("level") : "" + value;
        if ("allow".equals(level)) {
          add("allow", lint);
        }
      }
    }
  }

  private void add(String what, @Nullable String name) {
    if (name != null) {
      facts.add(what + " `" + name + "`");
    }
  }

  private static List<String> strings(TomlTable table, String key) {
    var strings = new ArrayList<String>();
    if (table.get(List.of(key)) instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.get(i) instanceof String text) {
          strings.add(text);
        }
      }
    }
    return strings;
  }
}
