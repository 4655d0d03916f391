package dev.rustmend.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.Models;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.settings.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Build scripts that would bring a machine down, each with limits that a plain build keeps.
class BuildBombTest {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final Limits SMALL =
      new Limits(Duration.ofSeconds(30), 1500 * MEBIBYTE, 96 * MEBIBYTE, 2000, MEBIBYTE, 100);

  @TempDir Path cache;

  @BeforeEach
  void expectASandbox() throws InterruptedException {
    assumeTrue(Sandbox.find(System.getenv()).isThere());
  }

  @Test
  void aBuildScriptThatKeepsToTheLimitsIsRun() throws Exception {
    assertThat(build("fn main() { println!(\"cargo::rustc-cfg=here\"); }", SMALL)).isTrue();
  }

  @Test
  void aLoopIsEndedWithAllThatItStarted() {
    Limits short0 = SMALL.within(Duration.ofSeconds(6));
    String loop =
        "fn main() { for _ in 0..3 { std::thread::spawn(|| loop {}); } "
            + "std::process::Command::new(\"sleep\").arg(\"86399\").spawn().unwrap(); loop {} }";
    assertThatThrownBy(() -> build(loop, short0)).hasMessageContaining("6 seconds");
    assertThat(running("86399")).isEmpty();
  }

  @Test
  void aFewThousandProcessesAreNotStarted() {
    String spawn =
        "fn main() { let mut all = Vec::new(); for _ in 0..3000 { "
            + "all.push(std::process::Command::new(\"sleep\").arg(\"86398\").spawn().unwrap()); } }";
    assertThatThrownBy(() -> build(spawn, SMALL)).hasMessageContaining("more than 100 processes");
    assertThat(running("86398")).isEmpty();
  }

  @Test
  void aForkBombIsEnded() {
    String bomb =
        "fn main() { let me = std::env::current_exe().unwrap(); loop { "
            + "let _ = std::process::Command::new(&me).arg(\"rustmend-bomb\").spawn(); } }";
    assertThatThrownBy(() -> build(bomb, SMALL)).hasMessageContaining("more than 100 processes");
    assertThat(running("rustmend-bomb")).isEmpty();
  }

  @Test
  void gigabytesAreNotWritten() {
    String write =
        "use std::io::Write; fn main() { let out = std::env::var(\"OUT_DIR\").unwrap(); "
            + "for i in 0..64 { let mut f = std::fs::File::create(format!(\"{out}/{i}\")).unwrap(); "
            + "for _ in 0..16 { let _ = f.write_all(&vec![1u8; 1 << 20]); } } loop {} }";
    assertThatThrownBy(() -> build(write, SMALL)).hasMessageContaining("bytes");
  }

  @Test
  void memoryIsBounded() {
    String eat =
        "fn main() { let mut all: Vec<Vec<u8>> = Vec::new(); loop { all.push(vec![1u8; 1 << 24]); } }";
    assertThatThrownBy(() -> build(eat, SMALL)).isInstanceOf(RefusedException.class);
  }

  @Test
  void endlessOutputIsEnded() {
    String talk = "fn main() { loop { eprintln!(\"{}\", \"x\".repeat(5000)); } }";
    assertThatThrownBy(() -> build(talk, SMALL)).isInstanceOf(RefusedException.class);
  }

  @Test
  void thereIsNoNetwork() throws Exception {
    try (var server = new ServerSocket(0)) {
      String connect =
          "fn main() { assert!(std::net::TcpStream::connect((\"127.0.0.1\", %d)).is_err()); }"
              .formatted(server.getLocalPort());
      assertThat(build(connect, SMALL)).isTrue();
    }
  }

  @Test
  void nothingOutsideIsWrittenOrRead() throws Exception {
    Path target = Files.writeString(cache.resolve("keep"), "mine");
    String write =
        "fn main() { assert!(std::fs::read(\"%1$s\").is_err()); let _ = std::fs::write(\"%1$s\", \"x\"); "
                .formatted(target)
            + "assert!(std::fs::write(\"/usr/rustmend-was-here\", \"x\").is_err()); "
            + "assert!(std::env::vars().all(|(k, _)| !k.contains(\"TOKEN\"))); }";
    assertThat(build(write, SMALL)).isTrue();
    assertThat(target).hasContent("mine");
  }

  @Test
  void withoutASandboxABuildScriptIsNotRun() {
    assertThatThrownBy(() -> run("fn main() {}", SMALL, Sandbox.none("this is a test")))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.UNCONFINED));
  }

  private boolean build(String script, Limits limits) throws InterruptedException {
    return run(script, limits, Sandbox.find(System.getenv())).isClean();
  }

  private SubmissionResult run(String script, Limits limits, Sandbox sandbox)
      throws InterruptedException {
    Map<String, String> files =
        Map.of(
            "Cargo.toml",
            "[package]\nname = \"bomb\"\nversion = \"0.1.0\"\nedition = \"2021\"\n",
            "build.rs",
            script,
            "src/main.rs",
            "fn main() {}\n");
    return new Submissions(
            cache,
            System.getenv(),
            () -> sandbox,
            limits,
            Permission.CONFINED_CODE,
            Settings.defaults(),
            Models.none())
        .run(
            new Submission(Sources.of(files), Submission.Aim.CHECK, FixRequest.everything()),
            _ -> {});
  }

  /// The processes of this machine with `word` in their command line.
  private static Stream<String> running(String word) {
    try (Stream<Path> all = Files.list(Path.of("/proc"))) {
      return all
          .map(folder -> commandLine(folder.resolve("cmdline")))
          .flatMap(Optional::stream)
          .filter(line -> line.contains(word) && !line.contains("java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Optional<String> commandLine(Path file) {
    try {
      return Files.isReadable(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
