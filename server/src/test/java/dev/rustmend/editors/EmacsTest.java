package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Emacs with lsp-mode in a clean profile, set up as README says, where rustmend is an
/// add-on to a stand-in for rust-analyzer.
@Tag("editor")
class EmacsTest {
  private static final Path SCRIPT =
      Path.of("src/test/resources/editors/emacs/mend.el").toAbsolutePath();

  @TempDir private Path folder;

  @AfterEach
  void delete() throws IOException {
    EditorCrate.deleteTree(folder.resolve("home"));
  }

  @Test
  void fixesAreMadeFromTheMenuAndByACommand() throws Exception {
    assumeTrue(hasLspMode(), "Emacs with lsp-mode and rust-mode is not installed");
    var home = new EditorHome(folder.toRealPath().resolve("home"));
    home.putOnPath(EditorCrate.java("dev.rustmend.cli.Main"));
    home.followReadme("Emacs");
    Files.writeString(
        home.folder().resolve(".emacs.d/init.el"), EditorHome.readme("Emacs", "elisp").getFirst());
    Path file = EditorCrate.main(EditorCrate.create(home.folder().resolve("crate")));
    Path expected = Files.writeString(home.folder().resolve("mended.rs"), EditorCrate.MENDED);

    Path printed = folder.resolve("printed.txt");
    var builder =
        new ProcessBuilder("emacs", "--batch", "-l", SCRIPT.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    home.putInto(builder.environment());
    builder.environment().put("FILE", file.toString());
    builder.environment().put("EXPECTED", expected.toString());
    builder
        .environment()
        .put("ANALYZER", new Gson().toJson(EditorCrate.java(FakeRustAnalyzer.class.getName())));
    String output = home.run(builder, printed);

    assertThat(file).hasContent(EditorCrate.MENDED);
    assertThat(output).contains("menu: ", "✓ Clone the value", "errors: 0");
  }

  private static boolean hasLspMode() throws InterruptedException {
    try {
      return new ProcessBuilder(
                  "emacs",
                  "--batch",
                  "--eval",
                  "(progn (package-initialize) (require 'lsp-mode) (require 'rust-mode))")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notFound) {
      return false;
    }
  }
}
