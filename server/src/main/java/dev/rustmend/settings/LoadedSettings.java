package dev.rustmend.settings;

import java.util.List;

/// Settings with what has to be said about where they came from.
///
/// `warnings` name keys and values that were left out, one sentence each. `errors` name files that
/// could not be read at all; the settings are those of the other layers.
public record LoadedSettings(Settings settings, List<String> warnings, List<String> errors) {
  public LoadedSettings {
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
  }
}
