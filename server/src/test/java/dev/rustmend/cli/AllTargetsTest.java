package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllTargetsTest {
  private static final String LIBRARY =
      """
      pub fn double(n: u32) -> u32 {
          2 * n
      }

      #[cfg(test)]
      mod tests {
          #[test]
          fn doubles() {
              let n = 1;
              n += 1;
              assert_eq!(super::double(n), 4);
          }
      }
      """;

  @TempDir private Path folder;

  @Test
  void anErrorInATestIsOnlySeenAndRepairedWithAllTargets() throws Exception {
    Path crate = folder.resolve("crate");
    Files.createDirectories(crate.resolve("src"));
    Files.writeString(
        crate.resolve("Cargo.toml"),
        "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
    Path library = crate.resolve("src/lib.rs");
    Files.writeString(library, LIBRARY);
    Path output = folder.resolve("output.txt");
    var rustmend = new CommandLineProcess(crate, folder.resolve("cache"), output);
    assertThat(rustmend.start("check").waitFor()).isZero();
    assertThat(rustmend.start("check", "--all-targets").waitFor()).isEqualTo(1);
    assertThat(output).content().contains("E0384");
    assertThat(rustmend.start("fix", "--all-targets", "--allow-dirty").waitFor()).isZero();
    assertThat(library).content().isEqualTo(LIBRARY.replace("let n", "let mut n"));
  }
}
