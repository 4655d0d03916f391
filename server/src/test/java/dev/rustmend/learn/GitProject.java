package dev.rustmend.learn;

import dev.rustmend.cargo.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A git repository of a test's, whose author and time are always the same.
public record GitProject(Path root) {
  private static final Map<String, String> WHO =
      Map.of(
          "GIT_AUTHOR_NAME", "a",
          "GIT_AUTHOR_EMAIL", "a@example.org",
          "GIT_COMMITTER_NAME", "a",
          "GIT_COMMITTER_EMAIL", "a@example.org",
          "GIT_CONFIG_GLOBAL", "/dev/null");

  /// An empty one in a new folder.
  public static GitProject in(Path folder) throws Exception {
    var project = new GitProject(Files.createDirectories(folder).toRealPath());
    project.git("init", "-q", "-b", "main");
    return project;
  }

  /// Writes a file.
  public GitProject file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /// Commits everything and returns the commit's id.
  public String commit(String message) throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", message);
    return git("rev-parse", "HEAD").strip();
  }

  /// Runs git and returns what it says.
  public String git(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Tools.Run run = new Tools(System.getenv()).run(root, command, WHO, Duration.ofMinutes(1));
    if (!run.succeeded()) {
      throw new AssertionError(command + ": " + run.output());
    }
    return run.output();
  }
}
