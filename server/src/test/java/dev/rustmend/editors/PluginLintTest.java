package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the linters of the editors' languages say of our plugins: nothing.
@Tag("editor")
class PluginLintTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @Test
  void luacheckHasNothingToSay() throws Exception {
    run(ROOT.resolve("neovim"), "luacheck", "--no-color", ".");
  }

  @Test
  void emacsCompilesWithoutAWarning() throws Exception {
    Path copy =
        Files.copy(
            ROOT.resolve("emacs/rustmend.el"),
            folder.resolve("rustmend.el"),
            StandardCopyOption.REPLACE_EXISTING);
    run(
        folder,
        "emacs",
        "--batch",
        "--eval",
        "(progn (package-initialize) (require 'lsp-mode) (setq byte-compile-error-on-warn t)"
            + " (unless (byte-compile-file \"%s\") (kill-emacs 1)))".formatted(copy));
  }

  @Test
  void theManualsTagsAreUnique() throws Exception {
    Files.copy(ROOT.resolve("neovim/doc/rustmend.txt"), folder.resolve("rustmend.txt"));
    run(folder, "nvim", "--headless", "--clean", "-c", "helptags .", "-c", "qall!");
    assertThat(Files.readString(folder.resolve("tags"))).contains("rustmend-install");
  }

  private static void run(Path where, String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true).start();
    } catch (IOException notFound) {
      assumeTrue(false, command[0] + " is not installed");
      return;
    }
    String printed =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
  }
}
