package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverfittingGuardTest {
  private static final Path FILE = Path.of("/w/src/main.rs");
  private static final String PROGRAM =
      """
      fn main() {
          let v = read();
          log(v);
          match v {
              1 => one(),
              _ => other(),
          }
      }
      """;

  @Test
  void objectsToADeletedStatement() {
    assertThat(objection("E0382", "log(v);", "", Licence.compiler()))
        .contains("deletes the statement `log ( v ) ;`");
  }

  @Test
  void objectsToADeletedArmUnlessItIsTheTarget() {
    assertThat(objection("E0308", "1 => one(),", "", Licence.compiler()))
        .contains("deletes the arm `1`");
    assertThat(objection("unreachable_patterns", "1 => one(),", "", Licence.compiler())).isEmpty();
  }

  @Test
  void letsHonestRepairsPass() {
    assertThat(objection("E0382", "log(v)", "log(v.clone())", Licence.compiler())).isEmpty();
    assertThat(objection("E0308", "log(v)", "log(&v)", Licence.model())).isEmpty();
    assertThat(objection("unused_variables", "let v", "let _v", Licence.compiler())).isEmpty();
  }

  @Test
  void looksAtAModelsPatchMoreClosely() {
    assertThat(objection("E0308", "read()", "read().unwrap()", Licence.compiler())).isEmpty();
    assertThat(objection("E0308", "read()", "read().unwrap()", Licence.model()))
        .contains("puts in `.unwrap()`");
    assertThat(objection("E0382", "log(v)", "v", Licence.compiler())).isEmpty();
    assertThat(objection("E0382", "log(v)", "v", Licence.model()))
        .contains("takes away the call of `log()`");
  }

  @Test
  void aTitleMayAdmitAStub() {
    assertThat(objection("E0004", "_ =>", "2 => todo!(), _ =>", Licence.compiler()))
        .contains("puts in `todo!()`");
    assertThat(objection("E0004", "_ =>", "2 => todo!(), _ =>", Licence.recipe(Damage.Kind.STUB)))
        .isEmpty();
  }

  @Test
  void objectsToAPatchThatDoesNotFit() {
    Patch past = Patch.of(FILE, TextEdit.insert(4000, "x"));
    assertThat(
            new OverfittingGuard(new FileDamage())
                .objection(new Trial(diagnostic("E0308"), past), snapshot()))
        .contains("does not fit the text of main.rs");
    Patch elsewhere = Patch.of(Path.of("/w/src/none.rs"), TextEdit.insert(0, "x"));
    assertThat(
            new OverfittingGuard(new FileDamage())
                .objection(new Trial(diagnostic("E0308"), elsewhere), snapshot()))
        .contains("does not fit the file none.rs");
  }

  @Test
  void aPromiseIsDroppedOnlyWhereTheErrorIsAboutIt() {
    String derived = "#[derive(Clone, Copy)]\nstruct S(String);\n";
    Patch patch = Patch.of(FILE, TextEdit.replace(14, 20, ""));
    assertThat(objection("E0382", derived, patch, Licence.recipe()))
        .contains("no longer derives `Copy`");
    assertThat(objection("E0204", derived, patch, Licence.recipe())).isEmpty();
    assertThat(objection("E0204", derived, patch, Licence.model())).isPresent();
    assertThat(objection("E0382", derived, patch, Licence.compiler())).isEmpty();
    Patch bare = Patch.of(FILE, TextEdit.replace(0, 11, ""));
    assertThat(objection("E0277", "#[must_use]fn f() {}\n", bare, Licence.recipe()))
        .contains("drops `#[must_use]`");
  }

  @Test
  void anOperatorIsExchangedByAPersonAlone() {
    Patch patch = Patch.of(FILE, TextEdit.replace(14, 16, "!="));
    String program = "fn f() { if a == b {} }\n";
    assertThat(objection("E0308", program, patch, Licence.recipe())).isEmpty();
    assertThat(objection("E0308", program, patch, Licence.model()))
        .contains("puts `!=` in place of `==`");
  }

  private static Optional<String> objection(
      String code, String program, Patch patch, Licence licence) {
    var workspace = new Workspace();
    workspace.put(FILE, 1, SourceText.of(program));
    return new OverfittingGuard(new FileDamage())
        .objection(new Trial(diagnostic(code), patch, licence), workspace.snapshot());
  }

  private static Optional<String> objection(
      String code, String old, String young, Licence licence) {
    int at = PROGRAM.indexOf(old);
    Patch patch = Patch.of(FILE, TextEdit.replace(at, at + old.length(), young));
    return new OverfittingGuard(new FileDamage())
        .objection(new Trial(diagnostic(code), patch, licence), snapshot());
  }

  private static Snapshot snapshot() {
    var workspace = new Workspace();
    workspace.put(FILE, 1, SourceText.of(PROGRAM));
    return workspace.snapshot();
  }

  private static Diagnostic diagnostic(String code) {
    return new Diagnostic(
        Level.ERROR,
        Optional.of(new DiagnosticCode(code)),
        "message",
        List.of(),
        List.of(),
        List.of(),
        "",
        new CrateId("a 0.1.0", "a", "bin"));
  }
}
