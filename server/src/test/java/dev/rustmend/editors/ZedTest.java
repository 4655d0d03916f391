package dev.rustmend.editors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The extension for Zed is compiled against Zed's own API: for WebAssembly where that target is
/// installed, else for this machine, which finds the same errors. Skipped where the API can not be
/// fetched. Compiling the API takes minutes the first time.
@Tag("zed")
class ZedTest {
  private static final String TARGET = "wasm32-wasip2";

  @TempDir private Path folder;

  @BeforeEach
  void copy() throws IOException {
    Path zed = Path.of("../zed");
    Files.createDirectories(folder.resolve("src"));
    for (String file : List.of("Cargo.toml", "src/rustmend.rs")) {
      Files.copy(zed.resolve(file), folder.resolve(file));
    }
  }

  @Test
  void theExtensionCompilesAgainstTheApiOfZed() throws Exception {
    assumeTrue(cargo(List.of("fetch")) == 0, "Zed's API can not be fetched");
    var command = new ArrayList<>(List.of("check", "--offline"));
    if (hasTarget()) {
      command.addAll(List.of("--target", TARGET));
    }
    assertThat(cargo(command)).as("exit code of cargo %s", command).isZero();
  }

  private static boolean hasTarget() throws IOException, InterruptedException {
    var rustc = new ProcessBuilder("rustc", "--print=sysroot").start();
    String sysroot =
        new String(rustc.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
            .strip();
    rustc.waitFor();
    return Path.of(sysroot, "lib/rustlib", TARGET).toFile().isDirectory();
  }

  private int cargo(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("cargo"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    builder
        .environment()
        .put("CARGO_TARGET_DIR", Path.of("target/zed").toAbsolutePath().toString());
    builder.environment().put("RUSTFLAGS", "-D warnings");
    return builder.start().waitFor();
  }
}
