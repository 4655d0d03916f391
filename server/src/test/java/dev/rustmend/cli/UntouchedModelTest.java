package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without a model nothing is spent on one.
class UntouchedModelTest {
  private static final Pattern MODEL =
      Pattern.compile(" (dev\\.rustmend\\.(model|llama|prompt)|de\\.kherud)\\.");

  /// Where there is a shell's command line there is `rustmend model try`, which can fail.
  private static final Pattern NAMED_BY_THE_COMMANDS =
      Pattern.compile(" dev\\.rustmend\\.model\\.(ModelException|LanguageModel) ");

  @TempDir private Path folder;

  @Test
  void aServerWithoutAModelLoadsNoClassForOne() throws IOException, InterruptedException {
    assertThat(loadedBy(folder, "lsp"))
        .anyMatch(line -> line.contains(" dev.rustmend.lsp.LspServer "))
        .noneMatch(MODEL.asPredicate());
  }

  @Test
  void aFixWithoutAModelLoadsNoClassForOne() throws IOException, InterruptedException {
    Path crate = folder.resolve("app");
    Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Files.writeString(
        crate.resolve("src/main.rs"), "fn main() {\n    let _number: u32 = \"seven\";\n}\n");
    assertThat(loadedBy(crate, "fix"))
        .anyMatch(line -> line.contains(" dev.rustmend.repair.ModelSteps "))
        .filteredOn(MODEL.asPredicate())
        .allMatch(NAMED_BY_THE_COMMANDS.asPredicate());
    assertThat(folder.resolve("out.txt")).content().contains("E0308").doesNotContain("the model");
  }

  /// The classes that `rustmend COMMAND` loads.
  private List<String> loadedBy(Path directory, String command)
      throws IOException, InterruptedException {
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
            command);
    builder.environment().put("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.directory(directory.toFile()).redirectErrorStream(true);
    Process server = builder.redirectOutput(folder.resolve("out.txt").toFile()).start();
    server.getOutputStream().close();
    server.waitFor();
    List<String> classes = Files.readAllLines(loaded);
    assertThat(folder.resolve("cache").resolve("model")).doesNotExist();
    return classes;
  }
}
