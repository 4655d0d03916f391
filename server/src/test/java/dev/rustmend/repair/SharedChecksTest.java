package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.TeeLauncher;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedChecksTest {
  private static final String PROGRAM = "fn main() { let x = 1; x = 2; println!(\"{x}\"); }\n";

  @TempDir Path folder;

  @Test
  void aRunOfRustAnalyzersIsNotMadeAgain() throws Exception {
    try (var crate = Crate.of(folder, PROGRAM)) {
      rustAnalyzerChecks(crate, List.of("check", "--workspace", "--message-format=json"));
      Report report = checkedInTheBackground(crate);
      assertThat(report.problems().getFirst().fixes()).isNotEmpty();
      // the one candidate and the comparison with the real tree, but no check of its own
      assertThat(report.compiles()).isEqualTo(ownCompiles(crate) - 1);
    }
  }

  @Test
  void aCheckTellsTheScriptWhatToRun() throws Exception {
    try (var crate = Crate.of(folder, PROGRAM)) {
      checkedInTheBackground(crate);
      Path told = crate.cache.resolve("tee" + crate.root).resolve("@arguments");
      assertThat(told).content().isEqualTo("check\n--workspace\n--message-format=json\n");
    }
  }

  @Test
  void aRunWithOtherOptionsCanNotStandForOurs() throws Exception {
    try (var crate = Crate.of(folder, PROGRAM)) {
      rustAnalyzerChecks(crate, List.of("check", "--all-targets", "--message-format=json"));
      assertThat(checkedInTheBackground(crate).compiles()).isEqualTo(ownCompiles(crate));
    }
  }

  /// How many compiles the same state takes where nothing is shared.
  private int ownCompiles(Crate shared) throws Exception {
    Path other = Files.createDirectories(folder.resolve("other"));
    try (var crate = Crate.of(other, shared.text("src/main.rs"))) {
      return checkedInTheBackground(crate).compiles();
    }
  }

  private static Report checkedInTheBackground(Crate crate) throws InterruptedException {
    var reports = new LinkedBlockingQueue<Report>();
    crate.session().listen(reports::add);
    crate.session().request(Snapshot.ofDisk(), Occasion.BY_ITSELF);
    Report report;
    do {
      report = Objects.requireNonNull(reports.poll(60, TimeUnit.SECONDS));
    } while (!report.complete());
    return report;
  }

  private static void rustAnalyzerChecks(Crate crate, List<String> arguments) throws Exception {
    Path script = crate.cache.resolve("bin/rustmend-cargo");
    TeeLauncher.install(script);
    var command = new ArrayList<>(List.of(script.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(crate.root.toFile());
    builder.environment().put("RUSTMEND_CACHE_DIR", crate.cache.toString());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    assertThat(builder.start().waitFor()).isEqualTo(101);
  }
}
