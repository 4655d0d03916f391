package dev.rustmend.generate;

import dev.rustmend.kb.Guide;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the files of a project of a template by what can be filled in without a model: the
/// package's name wherever the template uses its own, the description in the manifest, a readme and
/// a list of what git ignores.
record Parameters(PackageName name, String description) {
  private static final String MANIFEST = "Cargo.toml";
  private static final Pattern OWN_NAME =
      Pattern.compile("\\[package\\]\\s*\\n(?:[^\\[\\n]*\\n)*?name = \"([a-z0-9_-]+)\"");
  private static final Pattern VERSION = Pattern.compile("(?m)^version = \"[^\"]*\"$");
  private static final int LONGEST = 300;

  /// The files by their relative paths.
  SortedMap<String, String> files(Guide template) {
    var files = new TreeMap<String, String>();
    template.files().forEach(file -> files.put(file.path(), file.text()));
    ownName(files)
        .ifPresent(own -> {
          files.replaceAll((path, text) -> renamed(path, text, own));
          for (String path : List.copyOf(files.keySet())) {
            String moved = path.replaceAll("(?<![a-z0-9_])" + own + "(?=\\.h$)", name.crate());
            files.put(moved, files.remove(path));
          }
        });
    files.computeIfPresent(MANIFEST, (_, text) -> described(text));
    files.putIfAbsent(".gitignore", "/target\n");
    files.putIfAbsent("README.md", readme(template, files.containsKey("src/main.rs")));
    return files;
  }

  private static Optional<String> ownName(SortedMap<String, String> files) {
    Matcher own = OWN_NAME.matcher(files.getOrDefault(MANIFEST, ""));
    return own.find() ? Optional.of(own.group(1)) : Optional.empty();
  }

  private String renamed(String path, String text, String own) {
    String crate = own.replace('-', '_');
    if (path.endsWith(".toml")) {
      return text.replaceAll("\"" + Pattern.quote(own) + "\"", '"' + name.text() + '"');
    }
    return text.replaceAll(
            "CARGO_BIN_EXE_" + Pattern.quote(own) + "\\b", "CARGO_BIN_EXE_" + name.text())
        .replaceAll("\\b" + crate + "(?=_[a-z])", name.crate())
        .replaceAll("\\b" + crate + "\\b", name.crate());
  }

  private String described(String manifest) {
    Matcher version = VERSION.matcher(manifest);
    if (manifest.contains("\ndescription = ") || !version.find() || !hasPackage(manifest)) {
      return manifest;
    }
    String line = "\ndescription = \"" + escaped(oneLine(description)) + "\"";
    return manifest.substring(0, version.end()) + line + manifest.substring(version.end());
  }

  private static boolean hasPackage(String manifest) {
    return OWN_NAME.matcher(manifest).find();
  }

  private String readme(Guide template, Boolean runs) {
    String about = template.prose().strip().replaceFirst("(?s)\\n\\s*\\n.*", "");
    String commands = runs ? "    cargo test\n    cargo run\n" : "    cargo test\n";
    return """
    # %s

    %s

    Begun with the %s `%s`, %s. Of that:

    %s

    %s\
    """
        .formatted(
            name.text(),
            oneLine(description),
            template.isTemplate() ? "template" : "task",
            template.id(),
            template.title(),
            about.replaceAll("(?m)^", "> "),
            commands);
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /// As a basic string of TOML has it.
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
  }
}
