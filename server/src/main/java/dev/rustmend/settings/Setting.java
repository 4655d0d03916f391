package dev.rustmend.settings;

/// One row of [SettingsTable]: a dotted name without the `rustmend.` before it, the type of its
/// values, the default and a sentence for people.
public record Setting<T>(String name, ValueType<T> type, T initial, String description) {

  /// The default as it would stand in a TOML file.
  public String shownDefault() {
    return type.show().apply(initial);
  }
}
