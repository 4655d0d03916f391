package dev.rustmend.learn;

import dev.rustmend.cargo.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// What stands around a workspace and decides whether a change was the user's: git's state, what
/// git ignores, folders that a build writes; and the compiler. Safe to use from any thread.
final class Surroundings {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Tools tools;
  private final Map<Path, String> toolchains = new ConcurrentHashMap<>();

  Surroundings(Tools tools) {
    this.tools = tools;
  }

  /// The first line of `rustc --version` in `root`, or empty where it can not be run.
  String toolchain(Path root) throws InterruptedException {
    String known = toolchains.get(root);
    if (known != null) {
      return known;
    }
    String version = output(root, List.of(tools.path("rustc"), "--version")).orElse("");
    toolchains.put(root, version);
    return version;
  }

  /// Whether a build or a generator writes `file`, as far as folders and git say.
  boolean isGenerated(Path file, Path root) throws InterruptedException {
    boolean cached =
        Stream.iterate(file.getParent(), folder -> folder != null, Path::getParent)
            .takeWhile(folder -> folder.startsWith(root) && !folder.equals(root))
            .anyMatch(folder -> Files.exists(folder.resolve("CACHEDIR.TAG")));
    return cached
        || (repository(root).isPresent()
            && output(root, List.of("git", "check-ignore", "-q", "--", file.toString()))
                .isPresent());
  }

  private Optional<String> output(Path root, List<String> command) throws InterruptedException {
    try {
      Tools.Run run = tools.run(root, command, Map.of(), LIMIT);
      return run.succeeded()
          ? Optional.of(run.output().lines().findFirst().orElse(""))
          : Optional.empty();
    } catch (UncheckedIOException _) {
      return Optional.empty(); // a machine without that program
    }
  }

  /// What is checked out: the branch and its commit; empty where no git watches `root`.
  static String head(Path root) {
    Optional<Path> git = repository(root);
    if (git.isEmpty()) {
      return "";
    }
    String head = text(git.get().resolve("HEAD")).strip();
    if (!head.startsWith("ref: ")) {
      return head;
    }
    String branch = head.substring("ref: ".length());
    Path common =
        text(git.get().resolve("commondir")).isBlank()
            ? git.get()
            : git.get().resolve(text(git.get().resolve("commondir")).strip());
    String commit = text(common.resolve(branch)).strip();
    if (commit.isEmpty()) {
      commit =
          text(common.resolve("packed-refs"))
              .lines()
              .filter(line -> line.endsWith(" " + branch))
              .findFirst()
              .orElse("");
    }
    return branch + " " + commit;
  }

  /// The folder with git's own files; in a worktree `.git` is a file that names it.
  private static Optional<Path> repository(Path root) {
    for (Path at = root; at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.isDirectory(git)) {
        return Optional.of(git);
      }
      String link = text(git).strip();
      if (link.startsWith("gitdir: ")) {
        return Optional.of(at.resolve(link.substring("gitdir: ".length())));
      }
    }
    return Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException _) {
      return ""; // git is writing it, or it is not for us to read: nothing is known
    }
  }
}
