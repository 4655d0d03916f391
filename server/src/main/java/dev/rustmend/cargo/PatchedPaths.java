package dev.rustmend.cargo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folders that take the place of dependencies by a `[patch]` or `[replace]` table of the root
/// manifest or of `.cargo/config.toml`. `cargo metadata --no-deps` does not list them, and all that
/// it takes to find them is their `path`, so no TOML is parsed here.
final class PatchedPaths {
  private static final Pattern TABLE = Pattern.compile("^\\s*\\[+\\s*([^\\].]+)");
  private static final Pattern PATH = Pattern.compile("\\bpath\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private PatchedPaths() {}

  static List<Path> of(Path root) {
    var found = new ArrayList<Path>();
    for (String file : List.of("Cargo.toml", ".cargo/config.toml", ".cargo/config")) {
      for (String path : paths(root.resolve(file))) {
        found.add(root.resolve(path).normalize());
      }
    }
    return found;
  }

  private static List<String> paths(Path file) {
    var found = new ArrayList<String>();
    boolean inside = false;
    for (String line : lines(file)) {
      Matcher table = TABLE.matcher(line);
      if (table.find()) {
        String name = table.group(1).strip();
        inside = name.equals("patch") || name.equals("replace");
      }
      Matcher path = PATH.matcher(line);
      while (inside && !line.strip().startsWith("#") && path.find()) {
        found.add(path.group(1) != null ? path.group(1) : path.group(2));
      }
    }
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
