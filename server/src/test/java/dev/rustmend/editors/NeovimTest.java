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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real Neovim, with a stand-in for rust-analyzer and the real rustmend attached to one buffer,
/// repairs a crate through its menu of code actions.
@Tag("editor")
class NeovimTest {
  private static final String BROKEN =
      """
      fn main() {
          let order = Ordering::Less;
          let name = String::from("ferris");
          let (crab, length) = ('🦀', greet(name));
          println!("{crab} {name} {length} {order:?}");
      }

      fn greet(who: String) -> usize {
          who.len()
      }
      """;
  private static final String MENDED =
      BROKEN
          .replace("fn main", "use std::cmp::Ordering;\n\nfn main")
          .replace("greet(name)", "greet(name.clone())");

  @TempDir private Path folder;

  @Test
  void twoFixesAreChosenFromTheMenuAndTheCrateCompiles() throws Exception {
    assumeTrue(isInstalled(), "Neovim is not installed (no `nvim` on the PATH)");
    Path file = crate();
    Path expected = Files.writeString(folder.resolve("expected.rs"), MENDED);

    String output = neovim(file, expected);

    assertThat(Files.readString(file)).isEqualTo(MENDED);
    assertThat(output.lines().filter(line -> line.startsWith("menu: ")))
        .hasSize(2)
        .allSatisfy(menu -> assertThat(menu).contains(FakeRustAnalyzer.TITLE))
        .noneSatisfy(menu -> assertThat(menu).contains("atomic"));
  }

  private Path crate() throws IOException {
    Path source = Files.createDirectories(folder.resolve("crate/src"));
    Files.writeString(
        folder.resolve("crate/Cargo.toml"),
        """
        [package]
        name = "broken"
        edition = "2024"
        """);
    return Files.writeString(source.resolve("main.rs"), BROKEN);
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
    environment.put("ANALYZER", new Gson().toJson(java(FakeRustAnalyzer.class.getName())));
    environment.put("RUSTMEND", new Gson().toJson(recorded(java("dev.rustmend.cli.Main", "lsp"))));
    for (String home : List.of("CACHE", "CONFIG", "DATA", "STATE")) {
      environment.put("XDG_" + home + "_HOME", folder.resolve(home).toString());
    }
    var neovim = builder.start();
    try {
      boolean ended = neovim.waitFor(5, TimeUnit.MINUTES);
      String output = Files.readString(printed);
      assertThat(ended).as("Neovim ended by itself; it printed: %s", output).isTrue();
      assertThat(neovim.exitValue()).as("exit code; Neovim printed: %s", output).isZero();
      return output;
    } finally {
      neovim.descendants().forEach(ProcessHandle::destroyForcibly);
      neovim.destroyForcibly();
    }
  }

  private List<String> recorded(List<String> server) {
    var command = new ArrayList<>(java(SessionRecorder.class.getName()));
    command.add(folder.resolve("session.jsonl").toString());
    command.addAll(server);
    return command;
  }

  private static List<String> java(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
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
