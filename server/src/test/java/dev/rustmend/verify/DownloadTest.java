package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CheckOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A dependency that must be downloaded first.
@Timeout(120)
class DownloadTest {
  /// Compiles only where `CARGO_HOME` ends like `cargo-home`, the shadow's.
  private static final String MAIN =
      """
      const _: () = {
          let home = env!("CARGO_HOME").as_bytes();
          assert!(home[home.len() - 5] == b'-');
      };
      fn main() { lib::f(); }
      """;

  @TempDir Path folder;

  @Test
  void isFetchedWithTheUsersCargoHomeAndCompiledWithTheShadows() throws Exception {
    Path lib = folder.resolve("lib");
    Files.createDirectories(lib.resolve("src"));
    Files.writeString(lib.resolve("Cargo.toml"), Playground.PACKAGE.formatted("lib"));
    Files.writeString(lib.resolve("src/lib.rs"), "pub fn f() {}\n");
    git(lib, "init", "-q");
    git(lib, "add", ".");
    git(lib, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "lib");
    Path home = folder.toRealPath().resolve("users");
    try (var play = Playground.app(folder, MAIN)) {
      play.file(
              "Cargo.toml",
              Playground.PACKAGE.formatted("app")
                  + "[dependencies]\nlib = { git = \"%s\" }\n".formatted(lib.toUri()))
          .options(home(home));
      assertThat(play.errors()).isEmpty();
      assertThat(home.resolve("git/db")).isNotEmptyDirectory();
    }
  }

  private static CheckOptions home(Path home) {
    CheckOptions usual = CheckOptions.defaults();
    return new CheckOptions(
        usual.command(),
        usual.features(),
        usual.noDefaultFeatures(),
        usual.allTargets(),
        usual.extraArgs(),
        Map.of("CARGO_HOME", home.toString()),
        usual.timeLimit());
  }

  private static void git(Path folder, String... arguments)
      throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("git"));
    line.addAll(List.of(arguments));
    assertThat(new ProcessBuilder(line).directory(folder.toFile()).start().waitFor()).isZero();
  }
}
