package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.FileDamage;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossGuardTest {

  @Test
  void aManifestIsReadLikeAProgram() {
    String manifest = "[dependencies]\nserde = \"1\"\nrand = \"0.8\"\n";
    assertThat(objection("Cargo.toml", manifest, "rand = \"0.8\"\n", ""))
        .contains("deletes the dependency `rand`");
    assertThat(objection("Cargo.toml", manifest, "rand", "log = \"0.4\"\nrand")).isEmpty();
  }

  @Test
  void anotherOperatorIsLeftToAPerson() {
    assertThat(objection("src/lib.rs", "fn f() { a == b }", "==", "!="))
        .contains("puts `!=` in place of `==`");
  }

  @Test
  void aFileThatIsMadeTakesNothing() {
    Patch patch = Patch.creating(Path.of("/w/src/new.rs"), "");
    assertThat(new LossGuard(new FileDamage()).objection(Snapshot.ofDisk(), patch)).isEmpty();
  }

  private static Optional<String> objection(String name, String text, String old, String young) {
    Path file = Path.of("/w").resolve(name);
    var workspace = new Workspace();
    workspace.put(file, 1, SourceText.of(text));
    int at = text.indexOf(old);
    Patch patch = Patch.of(file, TextEdit.replace(at, at + old.length(), young));
    return new LossGuard(new FileDamage()).objection(workspace.snapshot(), patch);
  }
}
