package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real Neovims with our plugin in a clean profile, installed as README says, and with a stand-in
/// for rust-analyzer beside it: the `nvim` of the PATH, and a second one that the environment
/// variable `RUSTMEND_NVIM` names, since versions differ in what starts a server.
@Tag("editor")
class NeovimTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/editors/neovim").toAbsolutePath();

  private static final String MAIN = "dev.rustmend.cli.Main";

  @TempDir private Path folder;
  private EditorHome home;
  private Path crate;

  static Stream<String> neovims() {
    return Stream.concat(Stream.of("nvim"), Stream.ofNullable(System.getenv("RUSTMEND_NVIM")))
        .filter(name -> !name.isBlank());
  }

  @BeforeEach
  void createCrate() throws IOException {
    home = new EditorHome(folder.toRealPath().resolve("home"));
    crate = EditorCrate.create(home.folder().resolve("crate"));
  }

  @AfterEach
  void delete() throws IOException {
    home.delete();
  }

  @ParameterizedTest
  @MethodSource("neovims")
  void twoFixesAreChosenFromTheMenuAndTheCrateCompiles(String neovim) throws Exception {
    install(recorded());
    Path expected = Files.writeString(home.folder().resolve("mended.rs"), EditorCrate.MENDED);

    String output = run(neovim, "mend.lua", Map.of("EXPECTED", expected.toString()));

    assertThat(EditorCrate.main(crate)).hasContent(EditorCrate.MENDED);
    assertThat(output.lines().filter(line -> line.startsWith("menu: ")))
        .satisfiesExactly(
            menu ->
                assertThat(menu)
                    .contains(FakeRustAnalyzer.TITLE)
                    .contains("→ Import `std::cmp::Ordering`"),
            menu ->
                assertThat(menu).contains(FakeRustAnalyzer.TITLE).contains("✓ Clone the value"));
    if (Boolean.getBoolean("editors.record") && neovim.equals("nvim")) {
      keepSession();
    }
  }

  @ParameterizedTest
  @MethodSource("neovims")
  void hoverCommandsHealthAndManualWork(String neovim) throws Exception {
    install(program());
    Path outer = home.folder().resolve("outer");
    Path other = EditorCrate.create(outer.resolve("members/one"));
    Files.writeString(
        outer.resolve("Cargo.toml"), "[workspace]\nmembers = [\"members/*\"]\nresolver = \"3\"\n");

    String output =
        run(
            neovim,
            "commands.lua",
            Map.of("OTHER", EditorCrate.main(other).toString(), "ROOT", outer.toString()));

    assertThat(EditorCrate.main(other)).hasContent(EditorCrate.MENDED);
    assertThat(output)
        .contains("== hover ==", "== page ==", "== status ==", "== messages ==", "== health ==");
  }

  private void install(List<String> rustmend) throws IOException, InterruptedException {
    home.putOnPath(rustmend);
    home.followReadme("Neovim");
  }

  private void keepSession() throws IOException, InterruptedException {
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

  private List<String> recorded() {
    var command = new ArrayList<>(EditorCrate.java(SessionRecorder.class.getName()));
    command.add(record().toString());
    command.addAll(program());
    return command;
  }

  /// What is installed: the program of these sources, or the launcher that the system property
  /// `rustmend.program` names, such as one of a release archive.
  private static List<String> program() {
    return Optional.ofNullable(System.getProperty("rustmend.program"))
        .map(List::of)
        .orElseGet(() -> EditorCrate.java(MAIN));
  }

  private String run(String neovim, String script, Map<String, String> more) throws Exception {
    assumeTrue(isInstalled(neovim), "Neovim is not installed (no `%s`)".formatted(neovim));
    Path printed = folder.resolve("printed.txt");
    var builder =
        new ProcessBuilder(
                neovim,
                "--headless",
                EditorCrate.main(crate).toString(),
                "-c",
                "luafile " + SCRIPTS.resolve(script))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    home.putInto(builder.environment());
    builder.environment().put("STEPS", SCRIPTS.resolve("steps.lua").toString());
    builder
        .environment()
        .put("ANALYZER", new Gson().toJson(EditorCrate.java(FakeRustAnalyzer.class.getName())));
    builder.environment().putAll(more);
    return home.run(builder, printed);
  }

  private static boolean isInstalled(String neovim) throws InterruptedException {
    try {
      return new ProcessBuilder(neovim, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notFound) {
      return false;
    }
  }
}
