package dev.rustmend.lsp;

import dev.rustmend.settings.LoadedSettings;
import dev.rustmend.settings.Settings;
import dev.rustmend.settings.SettingsLayer;
import dev.rustmend.settings.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The settings as they are now: the files, then what the client gave at start, then what it gave
/// since, then the command line's flags.
final class Configuration {
  private final SettingsReader reader;
  private final List<SettingsLayer> flags;
  private final Consumer<String> warn;
  private final Map<Optional<Path>, LoadedSettings> known = new ConcurrentHashMap<>();
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private volatile SettingsLayer initial;
  private volatile SettingsLayer current;

  /// `warn` gets each warning once: a key that is not known, a value of the wrong type, a file that
  /// can not be read.
  Configuration(SettingsReader reader, List<SettingsLayer> flags, Consumer<String> warn) {
    this.reader = reader;
    this.flags = List.copyOf(flags);
    this.warn = warn;
    this.initial = layer(Map.of());
    this.current = layer(Map.of());
  }

  /// The settings of the workspace at `root`.
  Settings of(Path root) {
    return load(Optional.of(root));
  }

  /// The settings where no workspace is concerned.
  Settings general() {
    return load(Optional.empty());
  }

  /// Takes the `initializationOptions`: the bare object, or one with `rustmend` in it.
  void initial(Map<String, Object> options) {
    initial = layer(options);
    refresh();
  }

  /// Takes what the client says now, and says whether that changes anything for a workspace that
  /// somebody asked about; an empty object takes back what it said before.
  boolean current(Map<String, Object> settings) {
    Map<Optional<Path>, LoadedSettings> before = Map.copyOf(known);
    current = layer(settings);
    refresh();
    return before.entrySet().stream()
        .anyMatch(entry -> !load(entry.getKey()).equals(entry.getValue().settings()));
  }

  /// Forgets what was read from files and reads it again when it is asked for.
  void refresh() {
    known.clear();
    var _ = general();
  }

  private Settings load(Optional<Path> root) {
    LoadedSettings loaded = known.computeIfAbsent(root, this::read);
    return loaded.settings();
  }

  private LoadedSettings read(Optional<Path> root) {
    var above = new ArrayList<SettingsLayer>(List.of(initial, current));
    above.addAll(flags);
    LoadedSettings loaded = reader.read(root, above);
    loaded.warnings().forEach(this::say);
    loaded.errors().forEach(this::say);
    return loaded;
  }

  private void say(String warning) {
    if (said.add(warning)) {
      warn.accept(warning);
    }
  }

  private static SettingsLayer layer(Map<String, Object> settings) {
    return SettingsLayer.of("the editor's settings", settings);
  }
}
