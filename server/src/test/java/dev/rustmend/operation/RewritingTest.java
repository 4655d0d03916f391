package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.Patch;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewritingTest {
  private static final Scene MOVED =
      Scene.of(
              "fn main() {\n    let a = s();\n    take(a);\n    use_it(a);\n}\nfn take(x: String) {}\n")
          .error("use of moved value: `a`", "a#5")
          .label("value moved here", "a#4")
          .note("this parameter takes ownership", "String");

  @Test
  void stepsMatchInOrderAndMakeOnePatch() {
    assertThat(
            MOVED.after(
                "message \"use of moved value: `$x`\"",
                "at label \"value moved here\" $x => &$x",
                "at note \"this parameter …\" String => &str"))
        .isEqualTo(
            "fn main() {\n    let a = s();\n    take(&a);\n    use_it(a);\n}\nfn take(x: &str) {}\n");
  }

  @Test
  void aMetavariableHoldsTheSameTextInAllSteps() {
    assertThat(
            MOVED.after(
                "message \"use of moved value: `$x`\"", "at call around primary $x($x) => 1"))
        .isEqualTo("nothing");
    assertThat(MOVED.after("at primary $x", "at label \"value moved here\" $x => b"))
        .contains("take(b)");
  }

  @Test
  void aStepThatDoesNotMatchSilencesTheRecipe() {
    assertThat(MOVED.after("message \"borrow of `$x`\"", "delete primary")).isEqualTo("nothing");
    assertThat(MOVED.after("at label \"no such label\" $x => &$x")).isEqualTo("nothing");
    assertThat(MOVED.after("at primary $x => $unbound")).isEqualTo("nothing");
    assertThat(MOVED.after("at primary $x")).isEqualTo("nothing");
  }

  @Test
  void everyPlaceOfAnAnchorIsTriedUntilTheRestMatches() {
    Scene scene =
        Scene.of("fn f() { a(1); b(2); }")
            .error("e", "f")
            .label("here", "a(1)")
            .label("here", "b(2)");
    assertThat(scene.after("at label \"here\" $f(2) => $f(3)")).isEqualTo("fn f() { a(1); b(3); }");
    assertThat(scene.after("at label \"here\" $f($n)", "at label \"here\" b($n) => c"))
        .isEqualTo("fn f() { a(1); c; }");
  }

  @Test
  void editsThatConflictMakeNoPatch() {
    assertThat(MOVED.after("at primary => b", "delete primary")).isEqualTo("nothing");
  }

  @Test
  void linesOfATemplateGetTheIndentationOfTheirPlace() {
    Scene scene = Scene.of("mod m {\n    struct S {\n        a: u8,\n    }\n}\n").error("e", "S");
    assertThat(
            scene.after(
                "at struct around primary struct $t { $$all } =>"
                    + " #[derive(Debug)]\\nstruct $t { $$all }"))
        .isEqualTo("mod m {\n    #[derive(Debug)]\n    struct S { a: u8, }\n}\n");
    assertThat(scene.after("insert before struct around primary #[derive(Debug)]\\n"))
        .isEqualTo("mod m {\n    #[derive(Debug)]\n    struct S {\n        a: u8,\n    }\n}\n");
  }

  @Test
  void whatAMetavariableHoldsStaysAsItIs() {
    Scene scene = Scene.of("fn f() {\n    g(\"a\n  b\");\n}\n").error("e", "g");
    assertThat(scene.after("at call around primary $f($x) => $f(&$x)"))
        .isEqualTo("fn f() {\n    g(&\"a\n  b\");\n}\n");
  }

  @Test
  void aDeletionTakesItsWholeLineWhenNothingElseStandsThere() {
    Scene scene =
        Scene.of("fn f() {\n    a();\n    b(); c();\n}\n").error("e", "a").label("b", "b");
    assertThat(scene.after("delete statement around primary"))
        .isEqualTo("fn f() {\n    b(); c();\n}\n");
    assertThat(scene.after("delete statement around label \"b\""))
        .isEqualTo("fn f() {\n    a();\n     c();\n}\n");
  }

  @Test
  void aRecipeMatchesAmongTheArgumentsOfPrint() {
    Scene scene = Scene.of("fn f() { println!(\"{}\", g(a)); }").error("e", "a");
    assertThat(scene.after("at call around primary g($x) => h($x)"))
        .isEqualTo("fn f() { println!(\"{}\", h(a)); }");
  }

  @Test
  void theTitleIsLeftToTheEntryWithWhatTheMetavariablesHold() {
    Proposal proposal = MOVED.propose("at primary $x => b").orElseThrow();
    assertThat(proposal.title()).isEmpty();
    assertThat(proposal.bound()).isEqualTo(Map.of("x", "a"));
  }

  @Test
  void aPatchCanBeInAnotherFile() {
    Scene scene =
        Scene.of("mod shop;\nfn f(x: shop::Crate) {}\n")
            .file("src/shop.rs", "pub struct Crate;\n")
            .error("e", "shop::Crate");
    Optional<Patch> patch =
        scene
            .propose("at primary $p", "insert before definition of $p #[derive(Debug)]\\n")
            .map(Proposal::patch);
    assertThat(patch.orElseThrow().files()).containsExactly(Scene.ROOT.resolve("src/shop.rs"));
  }
}
