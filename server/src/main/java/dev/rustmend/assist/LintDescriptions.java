package dev.rustmend.assist;

import dev.rustmend.cargo.Tools;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What lints mean: rustc describes its own in `rustc -W help`, clippy's have a page each.
public final class LintDescriptions {
  private static final Pattern ROW =
      Pattern.compile("^\\s*([a-z0-9-]+)\\s+(allow|warn|deny|forbid)\\s+(.+)$");
  private static final String CLIPPY = "clippy::";
  private static final String LEVELS = "https://doc.rust-lang.org/rustc/lints/listing/index.html";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Path directory;
  private final Tools tools;

  /// `directory` decides which toolchain is asked.
  public LintDescriptions(Path directory, Map<String, String> environment) {
    this.directory = directory;
    this.tools = new Tools(environment);
  }

  /// A few sentences about `lint`, as Markdown; empty for a lint that nobody knows.
  public Optional<String> of(String lint) throws InterruptedException {
    if (lint.startsWith(CLIPPY)) {
      String name = lint.substring(CLIPPY.length()).replace('-', '_');
      return help("clippy-driver").stream()
              .anyMatch(line -> line.strip().startsWith(CLIPPY + name.replace('_', '-') + " "))
          ? Optional.of("A lint of clippy.")
          : Optional.empty();
    }
    String name = lint.replace('_', '-');
    for (String line : help("rustc")) {
      Matcher row = ROW.matcher(line);
      if (row.matches() && row.group(1).equals(name)) {
        return Optional.of(
            "A lint of rustc, set to **%s** unless you say otherwise: %s.\n\n[All lints](%s)"
                .formatted(row.group(2), row.group(3), LEVELS));
      }
    }
    return Optional.empty();
  }

  private List<String> help(String tool) throws InterruptedException {
    try {
      Tools.Run run =
          tools.run(directory, List.of(tools.path(tool), "-W", "help"), Map.of(), LIMIT);
      return run.succeeded() ? run.output().lines().toList() : List.of();
    } catch (UncheckedIOException _) {
      return List.of(); // a machine without that tool
    }
  }
}
