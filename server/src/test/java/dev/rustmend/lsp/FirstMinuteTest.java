package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.lsp4j.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What somebody is told who opens files that can not be checked: one sentence, once.
@Timeout(60)
class FirstMinuteTest {
  @TempDir private Path folder;

  @Test
  void aManifestThatCargoCannotReadIsNamedOnce() throws Exception {
    ToyCrate crate = ToyCrate.in(folder.resolve("crate"));
    Files.writeString(crate.folder().resolve("Cargo.toml"), "[package\n");
    assertOneSentence(crate, "cargo cannot use a manifest", "Correct Cargo.toml.");
  }

  @Test
  void aMissingToolchainIsNamedOnce() throws Exception {
    ToyCrate crate = ToyCrate.in(folder.resolve("crate"));
    crate.file("rust-toolchain.toml", "[toolchain]\nchannel = \"1.2.3\"\n");
    assertOneSentence(crate, "The Rust toolchain 1.2.3", "rust-toolchain.toml.");
  }

  private void assertOneSentence(ToyCrate crate, String begin, String end) throws Exception {
    Path main = crate.file("src/main.rs", "fn main() {}\n");
    Path other = crate.file("src/other.rs", "fn other() {}\n");
    var cargo = new CargoProcess(System.getenv());
    try (Editor editor =
        Editor.start(EditorProfile.named("zed"), cargo, crate.folder(), folder.resolve("cache"))) {
      editor.open(main);
      var said = editor.client.shown.take();
      assertThat(said.getType()).isEqualTo(MessageType.Warning);
      assertThat(said.getMessage()).startsWith("rustmend: " + begin).endsWith(end);
      assertThat(editor.client.status.take().get("health").getAsString()).isEqualTo("error");

      editor.open(other);
      assertThat(editor.client.status.take().get("message").getAsString())
          .isEqualTo(said.getMessage().substring("rustmend: ".length()));
      assertThat(editor.shutdown()).isZero();
      assertThat(editor.client.shown).as("it is not said again").isEmpty();
    }
  }
}
