package dev.rustmend.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads the settings from all their layers. A later layer wins: the user's file, the file in the
/// workspace root, then what the caller adds (an editor's settings, a file named on the command
/// line, flags).
///
/// What the file in a workspace says of models and other services does not count: a stranger's
/// repository may not say where the user's code goes, nor which library is loaded.
public final class SettingsReader {
  /// The name of a settings file, in the workspace root and in the user's configuration folder.
  public static final String FILE_NAME = "rustmend.toml";

  /// What the names of settings about services begin with.
  private static final List<String> SERVICES = List.of("model.", "embedding.", "knowledge.remote");

  private final Map<String, String> environment;

  /// `environment` is the process environment; it says where the user's configuration folder is.
  public SettingsReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// All layers for the workspace at `root`, or for no workspace; `above` lie over the files, the
  /// last one on top.
  public LoadedSettings read(Optional<Path> root, List<SettingsLayer> above) {
    var layers = new ArrayList<SettingsLayer>();
    var errors = new ArrayList<String>();
    userFile().ifPresent(file -> addFile(file, layers, errors));
    var refused = new ArrayList<String>();
    var ofWorkspace = new ArrayList<SettingsLayer>();
    root.ifPresent(folder -> addFile(folder.resolve(FILE_NAME), ofWorkspace, errors));
    ofWorkspace.forEach(layer -> layers.add(withoutServices(layer, refused)));
    layers.addAll(above);
    LoadedSettings merged = merge(layers);
    refused.addAll(merged.warnings());
    return new LoadedSettings(merged.settings(), refused, errors);
  }

  /// The layer of one file that must be there. Throws [SettingsFileException] when it can not be
  /// read or is not TOML.
  public static SettingsLayer file(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new SettingsFileException("there is no settings file " + file + "; check the path");
    }
    return TomlFile.read(file);
  }

  /// Where the user's own settings file would be: `$XDG_CONFIG_HOME/rustmend`, which must be
  /// absolute to count, else `~/.config/rustmend`; on Windows `%APPDATA%\rustmend`.
  public Optional<Path> userFile() {
    return folder("XDG_CONFIG_HOME")
        .or(() -> folder("APPDATA"))
        .or(() -> folder("HOME").map(home -> home.resolve(".config")))
        .map(folder -> folder.resolve("rustmend").resolve(FILE_NAME));
  }

  /// Settings from layers alone, the last one on top.
  public static LoadedSettings merge(List<SettingsLayer> layers) {
    var values = new SettingValues();
    var warnings = new ArrayList<String>();
    for (SettingsLayer layer : layers) {
      layer.values().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> take(layer.source(), entry, values, warnings));
    }
    return new LoadedSettings(SettingsMade.of(values), warnings, List.of());
  }

  private static void take(
      String source, Map.Entry<String, Object> entry, SettingValues values, List<String> warnings) {
    Optional<Setting<?>> found = SettingsTable.find(entry.getKey());
    if (found.isEmpty()) {
      SettingsTable.whyUnknown(entry.getKey()).ifPresent(why -> warnings.add(source + ": " + why));
      return;
    }
    Setting<?> setting = found.get();
    if (!values.accept(setting, entry.getValue())) {
      warnings.add(
          "%s: `%s` must be %s, and is %s; it stays %s"
              .formatted(
                  source,
                  setting.name(),
                  setting.type().allowed(),
                  shown(entry.getValue()),
                  values.shown(setting)));
    }
  }

  private static SettingsLayer withoutServices(SettingsLayer layer, List<String> warnings) {
    var kept = new TreeMap<>(layer.values());
    for (String name : layer.values().keySet().stream().sorted().toList()) {
      if (SERVICES.stream().anyMatch(name::startsWith)) {
        kept.remove(name);
        warnings.add(
            "%s: `%s` does not count in a workspace, which may not say where code goes; write it into your own settings"
                .formatted(layer.source(), name));
      }
    }
    return new SettingsLayer(layer.source(), kept);
  }

  private static String shown(Object raw) {
    String text = raw instanceof String ? "\"" + raw + "\"" : raw.toString();
    return text.length() > 60 ? text.substring(0, 57) + "…" : text;
  }

  private static void addFile(Path file, List<SettingsLayer> layers, List<String> errors) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      layers.add(TomlFile.read(file));
    } catch (SettingsFileException e) {
      errors.add(String.valueOf(e.getMessage()));
    }
  }

  private Optional<Path> folder(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
