package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real rust-analyzer beside rustmend on one crate. The path of its program is the system
/// property `rust.analyzer`, or the environment variable `RUST_ANALYZER`; skipped without.
@Tag("rust-analyzer")
@Timeout(600)
class RustAnalyzerTest {
  /// Where the error is whose name rustc does not know.
  private static final Range ERROR = new Range(new Position(1, 18), new Position(1, 18));

  private static final String IMPORTED =
      EditorCrate.BROKEN.replace("fn main", "use std::cmp::Ordering;\n\nfn main");

  /// Where, in that, a value is used that was moved away.
  private static final Range MOVED = new Range(new Position(6, 23), new Position(6, 23));

  @TempDir private Path folder;
  private CargoLog cargo;
  private EditorHome home;
  private Path crate;

  @BeforeEach
  void prepare() throws IOException {
    home = new EditorHome(folder.toRealPath().resolve("home"));
    cargo = CargoLog.install(home.folder());
    crate = EditorCrate.create(home.folder().resolve("crate"));
  }

  @AfterEach
  void delete() throws IOException {
    home.delete();
  }

  @Test
  void bothServersHaveActionsAndNothingIsDoubledOrWaitedFor() throws Exception {
    try (var analyzer = analyzer(Map.of());
        var rustmend = rustmend()) {
      openInBoth(analyzer, rustmend);
      assertThat(analyzer.awaitErrors(EditorCrate.main(crate)))
          .extracting(Diagnostic::getSource)
          .contains("rustc");
      rustmend.awaitFix(ERROR, "→ Import `std::cmp::Ordering`");
      assertThat(rustmend.published()).as("squiggles of rustmend's own").isEmpty();

      save(IMPORTED, analyzer, rustmend);
      List<CodeAction> theirs = analyzer.awaitFix(MOVED, "raw string");
      List<CodeAction> ours = rustmend.awaitFix(MOVED, "✓ Clone the value");
      assertThat(theirs).extracting(CodeAction::getTitle).noneMatch(t -> t.startsWith("✓ "));
      assertThat(ours).extracting(CodeAction::getTitle).noneMatch(t -> t.startsWith("→ "));

      save(EditorCrate.MENDED, analyzer, rustmend);
      assertThat(analyzer.awaitErrorsGone(EditorCrate.main(crate))).isTrue();
      assertThat(rustmend.published()).isEmpty();
    }
    assertThat(cargo.waitsForLocks()).isEmpty();
    assertThat(cargo.checksIn(crate)).as("by rust-analyzer, in the user's folder").isNotEmpty();
  }

  @Test
  void throughTheLauncherOneRunOfCargoServesBoth() throws Exception {
    String launcher =
        Path.of("src/main/resources/dev/rustmend/cargo/rustmend-cargo.sh")
            .toAbsolutePath()
            .toString();
    var check = Map.<String, Object>of("overrideCommand", List.of("sh", launcher));
    try (var analyzer = analyzer(Map.of("check", check));
        var rustmend = rustmend()) {
      openInBoth(analyzer, rustmend);
      assertThat(analyzer.awaitErrors(EditorCrate.main(crate))).isNotEmpty();
      rustmend.awaitFix(ERROR, "→ Import `std::cmp::Ordering`");
      save(EditorCrate.MENDED, analyzer, rustmend);
      assertThat(analyzer.awaitErrorsGone(EditorCrate.main(crate))).isTrue();
    }
    assertThat(cargo.waitsForLocks()).isEmpty();
    assertThat(cargo.checksIn(crate).stream().filter(run -> !isOnTheSide(run)))
        .as("runs in the user's folder and target directory: one for each text")
        .hasSize(2);
  }

  /// Whether a run keeps out of the user's target directory: rustmend's look at the real tree.
  private static boolean isOnTheSide(CargoLog.Run run) {
    return run.arguments().contains("--target-dir");
  }

  private void save(String text, LspClient... clients) throws IOException {
    Files.writeString(EditorCrate.main(crate), text);
    for (LspClient client : clients) {
      client.save(EditorCrate.main(crate), text);
    }
  }

  private void openInBoth(LspClient... clients) throws IOException {
    for (LspClient client : clients) {
      client.open(EditorCrate.main(crate), EditorCrate.BROKEN);
    }
  }

  private LspClient analyzer(Map<String, Object> settings) throws Exception {
    Optional<String> program =
        Optional.ofNullable(System.getProperty("rust.analyzer"))
            .or(() -> Optional.ofNullable(System.getenv("RUST_ANALYZER")));
    assumeTrue(program.isPresent(), "no rust-analyzer is named: -Drust.analyzer=PROGRAM");
    var all = new HashMap<>(settings);
    // what takes a build without optimizations minutes, and is not what this is about: to read the
    // standard library and to expand macros; rustc's errors need neither
    Path nothing = Files.createDirectories(home.folder().resolve("no-library"));
    all.put("cargo", Map.of("sysrootSrc", nothing.toString()));
    all.put("cachePriming", Map.of("enable", false));
    all.put("procMacro", Map.of("enable", false));
    return start(List.of(program.get()), all);
  }

  private LspClient rustmend() throws Exception {
    return start(EditorCrate.java("dev.rustmend.cli.Main", "lsp"), Map.of());
  }

  private LspClient start(List<String> command, Map<String, Object> settings) throws Exception {
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    home.putInto(builder.environment());
    return LspClient.start(builder, crate, settings);
  }
}
