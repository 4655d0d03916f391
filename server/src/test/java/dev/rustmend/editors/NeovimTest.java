package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Neovim, with a stand-in for rust-analyzer and the real rustmend attached to one buffer,
/// repairs a crate through its menu of code actions.
@Tag("editor")
class NeovimTest {
  @TempDir private Path folder;

  @AfterEach
  void deleteCaches() throws IOException {
    EditorCrate.deleteHomes(folder);
  }

  @Test
  void twoFixesAreChosenFromTheMenuAndTheCrateCompiles() throws Exception {
    assumeTrue(isInstalled(), "Neovim is not installed (no `nvim` on the PATH)");
    Path crate = EditorCrate.create(folder.resolve("home/crate"));
    Path expected = Files.writeString(folder.resolve("expected.rs"), EditorCrate.MENDED);

    String output = neovim(EditorCrate.main(crate), expected);

    assertThat(EditorCrate.main(crate)).hasContent(EditorCrate.MENDED);
    assertThat(output.lines().filter(line -> line.startsWith("menu: ")))
        .satisfiesExactly(
            menu ->
                assertThat(menu)
                    .startsWith("menu: " + FakeRustAnalyzer.TITLE)
                    .contains("→ Import `std::cmp::Ordering` | "),
            menu ->
                assertThat(menu)
                    .startsWith("menu: " + FakeRustAnalyzer.TITLE)
                    .contains(" | ✓ Clone the value"));
    if (Boolean.getBoolean("editors.record")) {
      keepSession(crate);
    }
  }

  private void keepSession(Path crate) throws IOException, InterruptedException {
    var session =
        RecordedSession.parse(Files.readString(record())).condensed().by(EditorCrate.rustc());
    Files.writeString(
        EditorCrate.SESSION,
        session
            .text()
            .replace(crate.toRealPath().toString(), "${ROOT}")
            .replaceAll("\"processId\":\\d+", "\"processId\":\"\\${PID}\""));
  }

  private Path record() {
    return folder.resolve("session.jsonl");
  }

  private String neovim(Path file, Path expected) throws IOException, InterruptedException {
    Path script = Path.of("src/test/resources/editors/neovim.lua").toAbsolutePath();
    Path printed = folder.resolve("printed.txt");
    var builder =
        new ProcessBuilder("nvim", "--headless", "--clean", "-c", "luafile " + script)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    var environment = builder.environment();
    environment.put("FILE", file.toString());
    environment.put("EXPECTED", expected.toString());
    environment.put(
        "ANALYZER", new Gson().toJson(EditorCrate.java(FakeRustAnalyzer.class.getName())));
    environment.put("RUSTMEND", new Gson().toJson(recorded()));
    EditorCrate.keepHomesIn(folder, environment);
    var neovim = builder.start();
    try {
      boolean ended = neovim.waitFor(5, TimeUnit.MINUTES);
      String output = Files.readString(printed);
      assertThat(ended).as("Neovim ended by itself; %s%s", output, log()).isTrue();
      assertThat(neovim.exitValue()).as("exit code; %s%s", output, log()).isZero();
      return output;
    } finally {
      neovim.descendants().forEach(ProcessHandle::destroyForcibly);
      neovim.destroyForcibly();
    }
  }

  /// What Neovim wrote of its servers, their error output included.
  private String log() throws IOException {
    try (var files = Files.walk(folder)) {
      var text = new StringBuilder();
      for (Path log : files.filter(file -> file.endsWith("lsp.log")).toList()) {
        text.append(Files.readString(log));
      }
      return text.toString();
    }
  }

  private List<String> recorded() {
    var command = new ArrayList<>(EditorCrate.java(SessionRecorder.class.getName()));
    command.add(record().toString());
    command.addAll(EditorCrate.java("dev.rustmend.cli.Main", "lsp"));
    return command;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("nvim", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notFound) {
      return false;
    }
  }
}
