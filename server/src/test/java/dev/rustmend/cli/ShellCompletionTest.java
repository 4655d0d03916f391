package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The completions by a real TAB: each shell runs at a terminal of its own (`script` makes one),
/// and a function in place of rustmend tells what the shell made of the line. What is not installed
/// is skipped.
@Timeout(60)
class ShellCompletionTest {
  private static final String SCRIPT = "/usr/bin/script";

  @TempDir private Path folder;

  @Test
  void bash() throws Exception {
    Path script = completions("bash", folder.resolve("rustmend.bash"));
    try (Shell shell = Shell.start("bash --norc -i", folder)) {
      shell.type("rustmend() { echo \"GOT:$*.\"; }; . '%s'; echo READ''Y\n".formatted(script));
      shell.await("READY");
      assertThat(shell.run("rustmend compl\tbash\n")).isEqualTo("completions bash.");
      assertThat(shell.run("rustmend kb sea\t--lim\t3\n")).isEqualTo("kb search --limit 3.");
    }
  }

  @Test
  void zshFromAFolderOfItsPath() throws Exception {
    completions("zsh", Files.createDirectories(folder.resolve("functions")).resolve("_rustmend"));
    try (Shell shell = Shell.start("zsh -f -i", folder)) {
      shell.type(
          "unsetopt prompt_sp; autoload -U compinit; fpath=('%s' $fpath); compinit -u -D;"
              .formatted(folder.resolve("functions")));
      shell.type(" rustmend() { echo \"GOT:$*.\"; }; echo READ''Y\n");
      shell.await("READY");
      assertThat(shell.run("rustmend compl\tba\t\n")).isEqualTo("completions bash.");
      assertThat(shell.run("rustmend kb sea\t--lim\t3\n")).isEqualTo("kb search --limit 3.");
      assertThat(shell.run("rustmend fix --dry\t\n")).isEqualTo("fix --dry-run.");
      assertThat(shell.all()).doesNotContain("not found");
    }
  }

  @Test
  void fish() throws Exception {
    Path script = completions("fish", folder.resolve("rustmend.fish"));
    try (Shell shell = Shell.start("fish -N -i", folder)) {
      shell.type(
          "function rustmend; echo \"GOT:$argv.\"; end; source '%s'; echo READ''Y\n"
              .formatted(script));
      shell.await("READY");
      assertThat(shell.run("rustmend compl\tba\t\n")).isEqualTo("completions bash.");
      assertThat(shell.run("rustmend kb sea\t--lim\t3\n")).isEqualTo("kb search --limit 3.");
    }
  }

  private Path completions(String shell, Path file) throws IOException, InterruptedException {
    CommandRun run = CommandRun.of(folder, System.getenv(), "completions", shell);
    return Files.writeString(file, run.out());
  }

  /// A shell at a terminal.
  private record Shell(Process process, Writer keys, Reader screen, StringBuilder seen)
      implements AutoCloseable {

    static Shell start(String command, Path home) throws IOException {
      String program = command.substring(0, command.indexOf(' '));
      assumeTrue(Files.isExecutable(Path.of(SCRIPT)), "`script` is not installed");
      assumeTrue(Files.isExecutable(Path.of("/usr/bin", program)), program + " is not installed");
      var builder = new ProcessBuilder(SCRIPT, "-qec", command, "/dev/null");
      builder.environment().put("HOME", home.toString());
      builder.environment().put("TERM", "dumb");
      builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
      builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
      Process process = builder.redirectErrorStream(true).start();
      return new Shell(
          process,
          process.outputWriter(StandardCharsets.UTF_8),
          process.inputReader(StandardCharsets.UTF_8),
          new StringBuilder());
    }

    void type(String text) throws IOException {
      keys.write(text);
      keys.flush();
    }

    /// What the function was given by this line.
    String run(String line) throws IOException {
      type(line);
      await("GOT:");
      int from = seen.length();
      await(".");
      return seen.substring(from);
    }

    void await(String text) throws IOException {
      int from = seen.length();
      while (seen.indexOf(text, from) < 0) {
        int next = screen.read();
        if (next < 0) {
          throw new IOException("the shell ended: " + seen);
        }
        seen.append((char) next);
      }
    }

    String all() {
      return seen.toString();
    }

    @Override
    public void close() throws IOException {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
