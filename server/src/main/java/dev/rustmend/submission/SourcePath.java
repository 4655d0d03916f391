package dev.rustmend.submission;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The rules for a path in a submission: relative, with slashes, and the same file on every system.
final class SourcePath {
  private static final int LONGEST = 200;
  private static final Pattern SLASH = Pattern.compile("/");
  private static final Pattern PART = Pattern.compile("[^\\p{Cntrl}\\\\/:*?\"<>|]{1,100}");
  private static final Set<String> CHOOSES_COMPILER =
      Set.of("rust-toolchain", "rust-toolchain.toml");
  private static final Set<String> NOT_SOURCES = Set.of(".cargo", ".git", "target");

  private SourcePath() {}

  /// Throws [RefusedException] unless `path` can name a file of a submission.
  static void expectGood(String path) {
    if (path.isEmpty() || path.length() > LONGEST) {
      throw refused(path, "has no name, or one of more than " + LONGEST + " characters");
    }
    if (path.startsWith("/") || path.contains("\\") || path.contains(":")) {
      throw refused(path, "is not a relative path with slashes");
    }
    for (String part : SLASH.splitAsStream(path + "/ ").limit(count(path)).toList()) {
      if (part.equals("..") || part.equals(".") || part.isEmpty()) {
        throw refused(path, "has a part `" + part + "`, which leads elsewhere");
      }
      if (!PART.matcher(part).matches() || part.endsWith(".") || part.endsWith(" ")) {
        throw refused(path, "has a part that is not a file name on every system");
      }
    }
  }

  /// Why a file of that name is left out: it chooses the compiler or configures cargo, or is not
  /// source. Empty for all others.
  static String whyLeftOut(String path) {
    List<String> parts = SLASH.splitAsStream(path).toList();
    if (CHOOSES_COMPILER.contains(parts.getLast())) {
      return "%s was left out: the toolchain of this machine judges".formatted(path);
    }
    return parts.stream().anyMatch(NOT_SOURCES::contains)
        ? "%s was left out: it configures cargo or is not source".formatted(path)
        : "";
  }

  private static long count(String path) {
    return path.chars().filter(c -> c == '/').count() + 1;
  }

  private static RefusedException refused(String path, String why) {
    return new RefusedException(
        RefusedException.Kind.INVALID,
        "The path `%s` %s; write it like `src/main.rs`.".formatted(shown(path), why));
  }

  private static String shown(String path) {
    String safe = path.replaceAll("\\p{Cntrl}", "?");
    return safe.length() > 80 ? safe.substring(0, 80) + "…" : safe;
  }
}
