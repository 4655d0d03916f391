package dev.rustmend.kb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A program of an entry as written there: its files by path (`src/main.rs`), caret lines removed.
///
/// `code` is what it must be told: an error code, the name of a lint, or empty for an error without
/// a code. `companions` are the codes of what else it is told: an error in a feature that the
/// stable compiler does not have is told together with E0658. `tags` are the words behind the fence
/// (`compile_fail`, `warns`). `line` is the one-based line of the fence in the entry.
public record Program(
    Map<String, String> files,
    List<String> tags,
    String code,
    Set<String> companions,
    Optional<Caret> caret,
    int line) {
  public static final String MAIN = "src/main.rs";

  public Program {
    files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    tags = List.copyOf(tags);
    companions = Set.copyOf(companions);
  }

  /// Where the primary span must be: one-based line and column in characters, and the label that
  /// must stand there (empty for any). `width` is the number of carets.
  public record Caret(String file, int line, int column, int width, String label) {}

  /// Whether the program compiles and only warns.
  public boolean onlyWarns() {
    return tags.contains("warns");
  }

  /// Whether it must not compile.
  public boolean mustFail() {
    return tags.contains("compile_fail");
  }
}
