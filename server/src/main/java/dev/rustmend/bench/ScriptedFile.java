package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A source file that a script edits: imports, what it begins with, and functions by name, in an
/// order of their own. A value; every change gives another one.
record ScriptedFile(
    TreeSet<String> imports, String prelude, List<String> order, SortedMap<String, String> items) {
  ScriptedFile {
    imports = new TreeSet<>(imports);
    order = List.copyOf(order);
    items = new TreeMap<>(items);
  }

  static ScriptedFile beginningWith(String prelude) {
    return new ScriptedFile(new TreeSet<>(), prelude, List.of(), new TreeMap<>());
  }

  /// With `code` as the item `name`, at the place `at` of all items where it is new.
  ScriptedFile with(String name, String code, int at) {
    var all = new TreeMap<>(items);
    var names = new ArrayList<>(order);
    if (all.put(name, code) == null) {
      names.add(Math.min(at, names.size()), name);
    }
    return new ScriptedFile(imports, prelude, names, all);
  }

  ScriptedFile without(String name) {
    var all = new TreeMap<>(items);
    all.remove(name);
    return new ScriptedFile(
        imports, prelude, order.stream().filter(other -> !other.equals(name)).toList(), all);
  }

  /// With the declaration of an import, a whole line.
  ScriptedFile importing(String declaration) {
    var all = new TreeSet<>(imports);
    all.add(declaration);
    return new ScriptedFile(all, prelude, order, items);
  }

  String text() {
    var text = new StringBuilder();
    imports.forEach(line -> text.append(line).append('\n'));
    text.append(imports.isEmpty() ? "" : "\n").append(prelude);
    order.forEach(name -> text.append('\n').append(items.get(name)));
    return text.toString();
  }
}
