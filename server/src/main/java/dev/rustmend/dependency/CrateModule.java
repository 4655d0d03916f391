package dev.rustmend.dependency;

import dev.rustmend.syntax.ItemKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A module as its source declares it. `path` has the names from the crate's root inwards, `items`
/// everything but imports, its modules included, and `children` the content of those modules.
record CrateModule(
    List<String> path,
    List<Declared> items,
    List<Import> imports,
    Map<String, CrateModule> children) {
  static final String ALL = "*";

  CrateModule {
    path = List.copyOf(path);
    items = List.copyOf(items);
    imports = List.copyOf(imports);
    children = Map.copyOf(children);
  }

  /// An item. It is `open` when it is plain `pub`; `methods` are those of a trait.
  record Declared(ItemKind kind, String name, boolean open, List<String> methods) {
    Declared {
      methods = List.copyOf(methods);
    }
  }

  /// One name that a `use` brings in from `path`, or [#ALL].
  record Import(List<String> path, String name, boolean open) {
    Import {
      path = List.copyOf(path);
    }

    boolean isGlob() {
      return name.equals(ALL);
    }
  }

  /// A module without anything in it.
  static CrateModule empty() {
    return new CrateModule(List.of(), List.of(), List.of(), Map.of());
  }

  /// The module below this one with this path.
  Optional<CrateModule> below(List<String> names) {
    CrateModule at = this;
    for (String name : names) {
      CrateModule next = at.children.get(name);
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }
}
