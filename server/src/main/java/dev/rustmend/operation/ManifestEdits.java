package dev.rustmend.operation;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/// Edits of a `Cargo.toml` by lines, which keep its comments and its layout. What was made is read
/// again: where anything but the one dependency has changed, there is no edit, see decision 028.
final class ManifestEdits {
  private static final Pattern HEADER = Pattern.compile("\\s*\\[.*");

  private final Manifest manifest;
  private final List<String> lines;
  private final String lineEnd;

  ManifestEdits(Manifest manifest) {
    this.manifest = manifest;
    String text = manifest.text().string();
    this.lines = text.lines().toList();
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
  }

  /// The patch that puts the line `line` for the dependency `name` at the end of `section`, which
  /// is made at the end of the file where it is missing.
  Optional<Patch> add(String section, String name, String line) {
    int header = header("[" + section + "]");
    if (header < 0) {
      String gap = lines.isEmpty() || lines.getLast().isBlank() ? "" : lineEnd;
      String begin = endsOpen() ? lineEnd : "";
      String made = begin + gap + "[" + section + "]" + lineEnd + line + lineEnd;
      return checked(section, name, TextEdit.insert(manifest.text().length(), made));
    }
    int last = header;
    for (int i = header + 1; i < lines.size() && !HEADER.matcher(lines.get(i)).matches(); i++) {
      last = lines.get(i).isBlank() ? last : i;
    }
    boolean atEnd = last == lines.size() - 1 && endsOpen();
    String made = atEnd ? lineEnd + line : line + lineEnd;
    int offset = atEnd ? manifest.text().length() : startOf(last + 1);
    return checked(section, name, TextEdit.insert(offset, made));
  }

  /// The patch that switches the feature `feature` of the dependency `name` on.
  Optional<Patch> addFeature(String section, String name, String feature) {
    String quoted = "\"" + feature + "\"";
    int own = header("[" + section + "." + name + "]");
    return own >= 0
        ? inTable(section, name, own, quoted)
        : inLine(section, name, header("[" + section + "]"), quoted);
  }

  private Optional<Patch> inTable(String section, String name, int header, String feature) {
    for (int i = header + 1; i < lines.size() && !HEADER.matcher(lines.get(i)).matches(); i++) {
      if (lines.get(i).matches("\\s*features\\s*=.*")) {
        return intoList(section, name, i, feature);
      }
    }
    String made = "features = [" + feature + "]" + lineEnd;
    String begin = header == lines.size() - 1 && endsOpen() ? lineEnd : "";
    return checked(section, name, TextEdit.insert(startOf(header + 1), begin + made));
  }

  private Optional<Patch> inLine(String section, String name, int header, String feature) {
    Pattern entry =
        Pattern.compile("\\s*" + Pattern.quote(name) + "(\\.workspace|\\.version)?\\s*=\\s*(.*)");
    for (int i = header + 1;
        header >= 0 && i < lines.size() && !HEADER.matcher(lines.get(i)).matches();
        i++) {
      Matcher found = entry.matcher(lines.get(i));
      if (found.matches()) {
        return found.group(2).startsWith("{")
            ? intoTable(section, name, i, feature)
            : intoValue(section, name, i, found, feature);
      }
    }
    return Optional.empty();
  }

  /// `{ version = "1" }`: before its brace, or into the list that it has.
  private Optional<Patch> intoTable(String section, String name, int line, String feature) {
    String text = lines.get(line);
    if (text.matches(".*\\bfeatures\\s*=.*")) {
      return intoList(section, name, line, feature);
    }
    int brace = text.lastIndexOf('}');
    if (brace < 0) {
      return Optional.empty();
    }
    int end = brace;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    return checked(
        section,
        name,
        TextEdit.insert(startOf(line) + bytes(text, end), ", features = [" + feature + "]"));
  }

  /// `name = "1"` and `name.workspace = true` become tables.
  private Optional<Patch> intoValue(
      String section, String name, int line, Matcher found, String feature) {
    String text = lines.get(line);
    Matcher value = Pattern.compile("\"[^\"]*\"|'[^']*'|true").matcher(found.group(2));
    if (!value.lookingAt()) {
      return Optional.empty();
    }
    String key = ".workspace".equals(found.group(1)) ? "workspace" : "version";
    int end = found.start(2) + value.end();
    String made = "%s = { %s = %s, features = [%s] }".formatted(name, key, value.group(), feature);
    int begin = text.indexOf(name);
    int offset = startOf(line);
    return checked(
        section,
        name,
        TextEdit.replace(offset + bytes(text, begin), offset + bytes(text, end), made));
  }

  /// At the end of a list on one line.
  private Optional<Patch> intoList(String section, String name, int line, String feature) {
    String text = lines.get(line);
    int open = text.indexOf('[', text.indexOf("features"));
    int close = text.indexOf(']', open);
    if (open < 0 || close < 0) {
      return Optional.empty();
    }
    boolean empty = text.substring(open + 1, close).isBlank();
    String made = empty ? feature : ", " + feature;
    return checked(section, name, TextEdit.insert(startOf(line) + bytes(text, close), made));
  }

  /// The patch, when the manifest with it says the same of everything but this dependency, and
  /// keeps all that was said of it.
  private Optional<Patch> checked(String section, String name, TextEdit edit) {
    var patch = Patch.of(manifest.file(), edit);
    SourceText after = patch.apply(manifest.file(), manifest.text());
    TomlParseResult toml = Toml.parse(after.string());
    if (toml.hasErrors()) {
      return Optional.empty();
    }
    Map<String, String> old = Manifest.values(manifest.toml());
    Map<String, String> young = Manifest.values(toml);
    String key = section + "\u0000" + name;
    var changed = new ArrayList<String>();
    young.forEach((path, value) -> {
      if (!value.equals(old.get(path))) {
        changed.add(path);
      }
    });
    old.keySet().stream().filter(path -> !young.containsKey(path)).forEach(changed::add);
    boolean alone =
        changed.stream()
            .allMatch(path ->
                path.equals(key)
                    || path.startsWith(key + "\u0000")
                    || (path.equals(section) && !old.containsKey(section)));
    return alone && !changed.isEmpty() ? Optional.of(patch) : Optional.empty();
  }

  private int header(String wanted) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int comment = line.indexOf('#');
      String bare = comment < 0 ? line : line.substring(0, comment).strip();
      if (bare.replace(" ", "").equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the last line has no end.
  private boolean endsOpen() {
    String text = manifest.text().string();
    return !text.isEmpty() && !text.endsWith("\n");
  }

  /// The offset of a line; of the one behind the last, the end of the text.
  private int startOf(int line) {
    return line >= lines.size() ? manifest.text().length() : manifest.text().lines().start(line);
  }

  private static int bytes(String line, int characters) {
    return SourceText.of(line.substring(0, characters)).length();
  }
}
