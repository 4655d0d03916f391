package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CheckOutcome.Checked;
import dev.rustmend.cargo.CheckOutcome.Failed;
import dev.rustmend.diagnostic.Diagnostic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The script that rust-analyzer runs, and what it leaves.
@Timeout(60)
class TeeLauncherTest {
  private static final String BROKEN = "fn main() { let _: String = \"🦀\".len(); }\n";

  @TempDir Path temporary;
  @TempDir Path crateFolder;
  private Path launcher = Path.of("");

  @BeforeEach
  void install() throws IOException {
    launcher = temporary.resolve("bin/rustmend-cargo");
    TeeLauncher.install(launcher);
  }

  @Test
  void oneRunOfCargoServesBoth() throws Exception {
    var crate = TestCrate.in(crateFolder).file("src/main.rs", BROKEN);
    Instant before = Files.getLastModifiedTime(crate.main()).toInstant();
    Run run = run(crate, "check", "--offline", "--message-format=json");
    assertThat(run.status()).isEqualTo(101);
    assertThat(run.errors()).contains("could not compile `app`");

    SpooledCheck spooled = latest(crate).orElseThrow();
    assertThat(spooled.started()).isAfterOrEqualTo(before);
    assertThat(spooled.arguments()).containsExactly("check", "--offline", "--message-format=json");
    var own = (Checked) crate.check();
    assertThat(((Checked) spooled.outcome()).diagnostics()).isEqualTo(own.diagnostics());
    assertThat(
            run.output().lines().map(CargoLine::parse).filter(CargoLine.Message.class::isInstance))
        .hasSize(own.diagnostics().size() + 1);
  }

  @Test
  void cargosOwnFailureIsKept() throws Exception {
    var crate = TestCrate.in(crateFolder).file("src/main.rs", BROKEN).file("Cargo.toml", "[broken");
    CargoWorkspace workspace = workspace(crate);
    assertThat(run(crate, "check", "--offline").status()).isEqualTo(101);
    SpooledCheck spooled = spool().latest(workspace, d -> {}).orElseThrow();
    assertThat(((Failed) spooled.outcome()).failure().kind())
        .isEqualTo(CargoFailure.Kind.BAD_MANIFEST);
  }

  @Test
  void aRunThatIsEndedLeavesNothing() throws Exception {
    String sleeps = "fn main() { std::thread::sleep(std::time::Duration::from_secs(600)); }\n";
    var crate = TestCrate.in(crateFolder).file("build.rs", sleeps).file("src/main.rs", BROKEN);
    Process process = start(crate, "check", "--offline", "--message-format=json");
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).contains("build-script-build");
      List<ProcessHandle> children = process.descendants().toList();
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      children.forEach(ProcessTree::end);
    }
    assertThat(latest(crate)).isEmpty();
    assertThat(filesOf(crate)).isEmpty();
  }

  @Test
  void anArgumentMayHoldQuotes() throws Exception {
    var crate = TestCrate.in(crateFolder).file("src/main.rs", "fn main() {}\n");
    run(
        crate,
        "check",
        "--offline",
        "--message-format=json",
        "--config",
        "env.SAYS='a \"b\" \\ c'");
    assertThat(latest(crate).orElseThrow().arguments())
        .containsExactly(
            "check", "--offline", "--message-format=json", "--config", "env.SAYS='a \"b\" \\ c'");
  }

  @Test
  void withoutArgumentsItRunsWhatTheSettingsAskFor() throws Exception {
    var crate = TestCrate.in(crateFolder).file("src/main.rs", BROKEN);
    CheckOptions options = CheckOptions.defaults();
    assertThat(run(crate).status()).isEqualTo(101);
    assertThat(latest(crate).orElseThrow().matches(options)).as("before the server ran").isTrue();
    var wider =
        new CheckOptions(
            CheckOptions.Command.CHECK,
            List.of(),
            true,
            true,
            List.of("--config", "env.SAYS='a b'"),
            Map.of(),
            options.timeLimit());
    spool().ask(crate.root(), wider);
    assertThat(run(crate).status()).isEqualTo(101);
    assertThat(latest(crate).orElseThrow().matches(wider)).isTrue();
    assertThat(latest(crate).orElseThrow().matches(options)).isFalse();
  }

  @Test
  void cargoRunsEvenWhereNothingCanBeCopied() throws Exception {
    var crate = TestCrate.in(crateFolder).file("src/main.rs", BROKEN);
    Files.writeString(temporary.resolve("cache"), "not a folder");
    Run run = run(crate, "check", "--offline", "--message-format=json");
    assertThat(run.status()).isEqualTo(101);
    assertThat(run.output()).contains("E0308");
    assertThat(latest(crate)).isEmpty();
  }

  @Test
  void aLaterRunTakesThePlaceOfTheEarlier() throws Exception {
    var crate = TestCrate.in(crateFolder).file("src/main.rs", BROKEN);
    run(crate, "check", "--offline", "--message-format=json");
    Instant first = spool().startOfLatest(crate.root()).orElseThrow();
    crate.file("src/main.rs", "fn main() {}\n");
    run(crate, "check", "--offline", "--message-format=json");
    assertThat(spool().startOfLatest(crate.root()).orElseThrow()).isAfter(first);
    assertThat(((Checked) latest(crate).orElseThrow().outcome()).errors()).isEmpty();
    assertThat(filesOf(crate)).containsExactly("@check");
  }

  private record Run(int status, String output, String errors) {}

  private Run run(TestCrate crate, String... arguments) throws Exception {
    var builder = builder(crate, arguments);
    try (var child = ChildProcess.start(builder)) {
      var output = child.output(System.nanoTime() + TimeUnit.SECONDS.toNanos(30));
      return new Run(output.status(), output.text(), output.errors());
    }
  }

  private Process start(TestCrate crate, String... arguments) throws IOException {
    return builder(crate, arguments).start();
  }

  private ProcessBuilder builder(TestCrate crate, String... arguments) {
    var line = new ArrayList<String>(List.of(launcher.toString()));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).directory(crate.root().toFile());
    builder
        .environment()
        .putAll(Map.of("RUSTMEND_CACHE_DIR", temporary.resolve("cache").toString()));
    return builder;
  }

  private CheckSpool spool() {
    return new CheckSpool(temporary.resolve("cache"));
  }

  private Optional<SpooledCheck> latest(TestCrate crate) throws Exception {
    var seen = new ArrayList<Diagnostic>();
    var found = spool().latest(workspace(crate), seen::add);
    found.ifPresent(check -> assertThat(seen).isEqualTo(((Checked) check.outcome()).diagnostics()));
    return found;
  }

  private static CargoWorkspace workspace(TestCrate crate) {
    Path target = crate.root().resolve("target");
    return new CargoWorkspace(crate.root(), List.of(), List.of(), target, target);
  }

  private List<String> filesOf(TestCrate crate) throws IOException {
    try (Stream<Path> files = Files.list(spool().folder(crate.root()))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
