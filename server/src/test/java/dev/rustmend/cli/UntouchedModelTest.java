package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a model nothing is spent on one.
class UntouchedModelTest {
  @TempDir private Path folder;

  @Test
  void aServerWithoutAModelLoadsNoClassForOne() throws IOException, InterruptedException {
    Path loaded = folder.resolve("classes.txt");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load:file=" + loaded + "::filesize=0",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.rustmend.cli.Main",
            "lsp");
    builder.environment().put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    Process server = builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
    server.getOutputStream().close();
    server.waitFor();
    List<String> classes = Files.readAllLines(loaded);
    assertThat(classes).anyMatch(line -> line.contains(" dev.rustmend.lsp.LspServer "));
    assertThat(classes)
        .noneMatch(line -> line.contains(" dev.rustmend.model."))
        .noneMatch(line -> line.contains(" dev.rustmend.llama."))
        .noneMatch(line -> line.contains(" de.kherud."));
    assertThat(folder.resolve("cache").resolve("model")).doesNotExist();
  }
}
