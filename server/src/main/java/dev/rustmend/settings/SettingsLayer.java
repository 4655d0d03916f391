package dev.rustmend.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one place says about the settings: `source` names the place in messages, `values` has
/// dotted names without the `rustmend.` before them.
public record SettingsLayer(String source, Map<String, Object> values) {
  private static final int DEEPEST = 8;

  public SettingsLayer {
    values = Map.copyOf(values);
  }

  /// A layer from nested or dotted names, or a mix, with or without a `rustmend` around them: all
  /// the forms in which editors send their settings. A null value says nothing.
  public static SettingsLayer of(String source, Map<String, ? extends @Nullable Object> raw) {
    var flat = new LinkedHashMap<String, Object>();
    flatten("", raw, flat, 0);
    return new SettingsLayer(source, flat);
  }

  private static void flatten(String prefix, Map<?, ?> raw, Map<String, Object> flat, int depth) {
    for (var entry : raw.entrySet()) {
      Object value = entry.getValue();
      if (value == null) {
        continue;
      }
      String name = prefix + entry.getKey();
      String known = name.startsWith("rustmend.") ? name.substring("rustmend.".length()) : name;
      if (value instanceof Map<?, ?> nested && nests(known) && depth < DEEPEST) {
        flatten(known.equals("rustmend") ? "" : known + ".", nested, flat, depth + 1);
      } else {
        add(known, value, flat);
      }
    }
  }

  private static boolean nests(String name) {
    return SettingsTable.find(name).isEmpty();
  }

  /// `check.extraEnv.RUST_LOG` is one entry of the table `check.extraEnv`; both forms may come at
  /// once.
  private static void add(String name, Object value, Map<String, Object> flat) {
    String table = SettingsTable.CHECK_EXTRA_ENV.name();
    if (name.startsWith(table + ".")) {
      addEntries(table, Map.of(name.substring(table.length() + 1), value), flat);
    } else if (name.equals(table) && value instanceof Map<?, ?> entries) {
      addEntries(table, entries, flat);
    } else {
      flat.put(name, value);
    }
  }

  private static void addEntries(String table, Map<?, ?> added, Map<String, Object> flat) {
    var entries = new LinkedHashMap<Object, @Nullable Object>();
    if (flat.get(table) instanceof Map<?, ?> before) {
      entries.putAll(before);
    }
    entries.putAll(added);
    flat.put(table, entries);
  }
}
