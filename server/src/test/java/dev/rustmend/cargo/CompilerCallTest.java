package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.CrateId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilerCallTest {
  private static final String LINE =
      "     Running `CARGO_PKG_DESCRIPTION='it'\\''s small' CARGO_MANIFEST_DIR=/w/app /bin/rustc"
          + " --crate-name my_app src/main.rs --crate-type bin --check-cfg 'cfg(docsrs,test)'"
          + " -C extra-filename=-1f --out-dir /w/target`";

  @TempDir Path folder;

  @Test
  void variablesAndWordsAreToldApart() {
    CompilerCall call = CompilerCall.parse(LINE, Path.of("/w")).orElseThrow();
    assertThat(call.variables()).containsEntry("CARGO_PKG_DESCRIPTION", "it's small");
    assertThat(call.command())
        .startsWith("/bin/rustc", "--crate-name")
        .contains("cfg(docsrs,test)");
    assertThat(call.into(Path.of("/r"))).endsWith("--out-dir", "/r");
  }

  @Test
  void otherLinesAreNoCalls() {
    assertThat(
            List.of(
                "   Compiling app v0.1.0",
                "     Running `/w/target/debug/build/app-1/build-script-build`",
                "     Running `rustc --crate-name 'open`",
                ""))
        .allMatch(line -> CompilerCall.parse(line, Path.of("/w")).isEmpty());
  }

  @Test
  void itIsOfTheCrateWithItsNameAndKind() {
    CompilerCall call = CompilerCall.parse(LINE, Path.of("/w")).orElseThrow();
    assertThat(call.isOf(new CrateId("app 0.1.0", "my-app", "bin"))).isTrue();
    assertThat(call.isOf(new CrateId("app 0.1.0", "my-app", "lib"))).isFalse();
    assertThat(call.isOf(new CrateId("app 0.1.0", "other", "bin"))).isFalse();
    CompilerCall tests =
        CompilerCall.parse(LINE.replace(" -C ", " --test -C "), Path.of("/w")).orElseThrow();
    assertThat(tests.isOf(new CrateId("app 0.1.0", "my-app", "bin"))).isFalse();
  }

  @Test
  void theSourcesAreThoseThatRustcLists() throws Exception {
    String line = LINE.replace("/w/target", folder.toString());
    CompilerCall call = CompilerCall.parse(line, folder).orElseThrow();
    assertThat(call.sources()).isEmpty();
    Files.writeString(
        folder.resolve("my_app-1f.d"),
        "%1$s/my_app-1f.d: src/main.rs src/a\\ b.rs\n\nsrc/main.rs:\n# env-dep:X=1\n"
            .formatted(folder));
    assertThat(call.sources())
        .containsExactly(folder.resolve("src/main.rs"), folder.resolve("src/a b.rs"));
  }
}
