package dev.rustmend.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TargetLocksTest {
  private static final Path TABLE = Path.of("/proc/locks");

  /// A build script that says that it runs, and goes on when it is told to.
  private static final String BUILD_SCRIPT =
      """
      use std::io::Read;
      fn main() {
          let port = std::env::var("TEST_PORT").unwrap();
          let mut test = std::net::TcpStream::connect(format!("127.0.0.1:{port}")).unwrap();
          let _ = test.read(&mut [0]);
      }
      """;

  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void resolve() throws IOException {
    target = folder.toRealPath().resolve("target");
  }

  @Test
  void aRealBuildIsSeenWhileItRuns() throws Exception {
    assumeThat(TABLE).as("a system that lists locks").isReadable();
    var locks = new TargetLocks(TABLE, List.of(target));
    Files.writeString(
        folder.resolve("Cargo.toml"),
        "[package]\nname = \"slow\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[lib]\npath = \"lib.rs\"\n");
    Files.writeString(folder.resolve("lib.rs"), "");
    Files.writeString(folder.resolve("build.rs"), BUILD_SCRIPT);
    assertThat(locks.running()).isEmpty();
    try (var port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process build = cargo(port.getLocalPort());
      try (Socket _ = port.accept()) {
        assertThat(locks.running()).containsExactly(new OwnBuild(Optional.of("build")));
      }
      assertThat(build.waitFor()).isZero();
    }
    assertThat(locks.running()).isEmpty();
  }

  private Process cargo(int port) throws IOException {
    var builder = new ProcessBuilder("cargo", "--offline", "build", "--quiet");
    builder.environment().put("TEST_PORT", String.valueOf(port));
    builder.environment().put("CARGO_TARGET_DIR", target.toString());
    return builder.directory(folder.toFile()).inheritIO().start();
  }

  @ParameterizedTest
  @CsvSource({
    "target/debug/.cargo-lock",
    "target/release/.cargo-build-lock",
    "target/x86_64-unknown-linux-musl/debug/.cargo-lock",
    "target/rust-analyzer/debug/.cargo-artifact-lock",
  })
  void locksOfEachProfileAndPlatformCount(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    assertThat(
            with("1: FLOCK  ADVISORY  WRITE 0 fe:00:%s 0 EOF\n".formatted(inode(file))).running())
        .containsExactly(new OwnBuild(Optional.empty()));
  }

  @Test
  void whoOnlyWaitsForALockDoesNotBuild() throws IOException {
    Path file = Files.createDirectories(target.resolve("debug")).resolve(".cargo-lock");
    Files.writeString(file, "");
    String waiting = "1: -> FLOCK  ADVISORY  WRITE 4711 fe:00:%s 0 EOF\n".formatted(inode(file));
    String other = "2: POSIX  ADVISORY  WRITE 4711 fe:00:%s 0 EOF\n".formatted(inode(file));
    assertThat(with(waiting + other).running()).isEmpty();
  }

  @Test
  void whereNothingIsListedNothingIsSeen() {
    var locks = new TargetLocks(folder.resolve("none"), List.of(target));
    assertThat(locks.canTell()).isFalse();
    assertThat(locks.running()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "check --workspace, check, true",
    "clippy, clippy, true",
    "+nightly c, c, true",
    "--config net.offline=true -Z unstable-options build, build, false",
    "--offline test, test, false",
    "run -- check, run, false",
  })
  void theSubcommandSaysWhetherCargoOnlyChecks(String line, String subcommand, boolean checks) {
    OwnBuild build = OwnBuild.of(List.of(line.split(" ", -1)));
    assertThat(build.subcommand()).contains(subcommand);
    assertThat(build.isCheck()).isEqualTo(checks);
  }

  private TargetLocks with(String table) throws IOException {
    Path file = Files.writeString(folder.resolve("locks"), table);
    return new TargetLocks(file, List.of(target));
  }

  private static Object inode(Path file) throws IOException {
    assumeThat(TABLE).as("a system whose files have numbers").isReadable();
    return Files.getAttribute(file, "unix:ino");
  }
}
