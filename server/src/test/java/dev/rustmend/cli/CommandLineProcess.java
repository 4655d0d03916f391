package dev.rustmend.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `rustmend` in a process of its own, on the classes of this test run.
record CommandLineProcess(Path crate, Path cache, Path output) {

  /// Begins `rustmend ARGUMENTS` in the crate.
  Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.rustmend.cli.Main"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(crate.toFile());
    builder.environment().put("RUSTMEND_CACHE_DIR", cache.toString());
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }
}
