package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rustmend fix` is killed while it makes files, at a few random instants.
class EndedCreationTest {
  private static final int FILES = 12;
  private static final int KILLS = 4;

  @TempDir private Path folder;
  private final long seed = Long.getLong("stress.seed", System.nanoTime());

  @Test
  void afterAKillAFileIsMissingOrWholeAndTheNextRunMakesTheRest() throws Exception {
    Path crate = folder.resolve("crate");
    Path sources = Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"many\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    var root = new StringBuilder();
    for (int i = 0; i < FILES; i++) {
      root.append("pub mod part_%d;\n".formatted(i));
    }
    Files.writeString(sources.resolve("lib.rs"), root);
    var rustmend =
        new CommandLineProcess(crate, folder.resolve("cache"), folder.resolve("output.txt"));
    var random = new Random(seed);
    for (int i = 0; i < KILLS; i++) {
      Process fix = rustmend.start("fix", "-q", "--allow-dirty");
      awaitFirst(sources, fix);
      fix.waitFor(random.nextLong(5_000), TimeUnit.MICROSECONDS);
      kill(fix);
      for (Path made : files(sources)) {
        String name = String.valueOf(made.getFileName());
        String whole = name.equals("lib.rs") ? root.toString() : "";
        assertThat(made).describedAs("seed %d", seed).content().isEqualTo(whole);
        // a leftover of the writer is hidden; what is not must be a module
        assertThat(name).describedAs("seed %d", seed).matches("lib\\.rs|part_\\d+\\.rs|\\..*");
      }
      if (i < KILLS - 1) {
        for (Path made : files(sources)) {
          if (!made.endsWith("lib.rs")) {
            Files.delete(made);
          }
        }
      }
    }
    assertThat(rustmend.start("fix", "-q", "--allow-dirty").waitFor()).isZero();
    assertThat(files(sources)).hasSizeGreaterThanOrEqualTo(FILES + 1);
  }

  private static void awaitFirst(Path sources, Process fix) throws Exception {
    while (fix.isAlive() && files(sources).size() == 1) {
      fix.waitFor(200, TimeUnit.MICROSECONDS);
    }
  }

  private static void kill(Process fix) throws InterruptedException {
    List<ProcessHandle> below = fix.descendants().toList();
    fix.destroyForcibly().waitFor();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  private static List<Path> files(Path sources) throws IOException {
    try (Stream<Path> files = Files.list(sources)) {
      return files.sorted().toList();
    }
  }
}
