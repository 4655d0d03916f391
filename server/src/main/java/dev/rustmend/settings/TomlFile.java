package dev.rustmend.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/// Reads a TOML file into a [SettingsLayer]. The only class that knows the TOML library.
final class TomlFile {
  private TomlFile() {}

  /// Throws [SettingsFileException] for a file that can not be read or is not TOML.
  static SettingsLayer read(Path file) {
    TomlParseResult parsed;
    try {
      parsed = Toml.parse(Files.readString(file));
    } catch (IOException e) {
      throw new SettingsFileException(
          "%s can not be read (%s); make it readable UTF-8 text or remove it"
              .formatted(file, reason(e)));
    }
    if (parsed.hasErrors()) {
      TomlParseError first = parsed.errors().getFirst();
      throw new SettingsFileException(
          "%s:%d:%d: this is not TOML: %s; correct it or remove the file"
              .formatted(
                  file, first.position().line(), first.position().column(), sentence(first)));
    }
    return SettingsLayer.of(file.toString(), plain(parsed));
  }

  private static Map<String, Object> plain(TomlTable table) {
    var map = new LinkedHashMap<String, Object>();
    for (String key : table.keySet()) {
      Object value = table.get(List.of(key));
      if (value != null) {
        map.put(key, plain(value));
      }
    }
    return map;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case TomlTable table -> plain(table);
      case TomlArray array -> array.toList().stream().map(TomlFile::plain).toList();
      default -> value;
    };
  }

  private static String sentence(TomlParseError error) {
    String message = error.getMessage();
    return message == null ? "unexpected input" : message.lines().findFirst().orElse(message);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null || e.getMessage().contains("/")
        ? e.getClass().getSimpleName()
        : e.getMessage();
  }
}
