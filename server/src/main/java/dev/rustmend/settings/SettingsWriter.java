package dev.rustmend.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// Sets one value in a settings file and leaves all other lines, comments too, as they are.
public final class SettingsWriter {
  private SettingsWriter() {}

  /// The text of `file` with the text setting `name` (such as `model.path`) set to `value`. Throws
  /// [SettingsFileException] when the file can not be read, is not TOML, or has a form in which the
  /// setting can not be placed by lines.
  public static String withText(Path file, String name, String value) {
    String before = before(file);
    String after = edited(before, name, value);
    TomlParseResult read = Toml.parse(after);
    if (read.hasErrors() || !value.equals(read.getString(name))) {
      throw new SettingsFileException(
          "%s has a form that rustmend does not change; set `%s = %s` there yourself"
              .formatted(file, name, quoted(value)));
    }
    return after;
  }

  private static String before(Path file) {
    if (!Files.exists(file)) {
      return "";
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (Toml.parse(text).hasErrors()) {
        throw new SettingsFileException(file + " is not TOML; correct it or remove the file");
      }
      return text;
    } catch (IOException e) {
      throw new SettingsFileException(
          "%s can not be read (%s); make it readable UTF-8 text or remove it"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  private static String edited(String before, String name, String value) {
    int dot = name.indexOf('.');
    String table = name.substring(0, dot);
    String key = name.substring(dot + 1);
    var lines = new ArrayList<String>(before.lines().toList());
    int dotted = find(lines, 0, Pattern.quote(name));
    int header = header(lines, table);
    if (dotted >= 0 && dotted < firstHeader(lines)) {
      lines.set(dotted, name + " = " + quoted(value));
    } else if (header >= 0) {
      int present = find(lines, header + 1, Pattern.quote(key));
      if (present >= 0) {
        lines.set(present, key + " = " + quoted(value));
      } else {
        lines.add(header + 1, key + " = " + quoted(value));
      }
    } else {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add("[" + table + "]");
      lines.add(key + " = " + quoted(value));
    }
    return String.join("\n", lines) + "\n";
  }

  /// The line from `from` on, before the next table, that gives a value to `key`; -1 for none.
  private static int find(List<String> lines, int from, String key) {
    Pattern given = Pattern.compile("\\s*" + key + "\\s*=.*");
    for (int i = from; i < lines.size() && !lines.get(i).strip().startsWith("["); i++) {
      if (given.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static int header(List<String> lines, String table) {
    Pattern header = Pattern.compile("\\s*\\[\\s*" + Pattern.quote(table) + "\\s*]\\s*(#.*)?");
    for (int i = 0; i < lines.size(); i++) {
      if (header.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static int firstHeader(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith("[")) {
        return i;
      }
    }
    return lines.size();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
          } else if (c < ' ' || c == 0x7f) {
            quoted.append("\\u%04x".formatted(c));
          } else {
            quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }
}
