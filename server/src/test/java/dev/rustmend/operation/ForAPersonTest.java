package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.kb.OperationCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What operations propose and leave to a person, and what they make instead where they know
/// better.
class ForAPersonTest {
  private static final Operations OPERATIONS = Operations.all();

  @Test
  void aSliceThatMayEndWithinACharacterIsForAPerson() {
    assertThat(reserved(slice("\"Здравствуйте\"")))
        .contains("Take the slice of `text` with one byte");
    assertThat(taken(slice("\"plain\""))).contains("Take the slice of `text` with one byte");
    assertThat(reserved(slice("read()"))).contains("Take the slice of `text` with one byte");
  }

  private static List<Proposal> slice(String text) {
    return proposals(
        "index-value",
        "E0277",
        Scene.of("fn f() { let text = %s; let a = &text[0]; }".formatted(text))
            .error("the type `str` cannot be indexed by `{integer}`", "0"));
  }

  @Test
  void aNameThatIsDeclaredElsewhereIsNoOldNameOfAnImport() {
    assertThat(renamed(""))
        .containsExactly("Write `to_celsius` instead of `celsius`, here and where it is used");
    assertThat(renamed("impl Unit { const celsius: u8 = 1; }")).isEmpty();
    assertThat(
            proposals(
                "rename-imported",
                "E0432",
                Scene.of("mod m { pub fn V() {} }\nuse m::C;\nfn f() { C(); }")
                    .error("unresolved import `m::C`", "m::C")))
        .isEmpty();
  }

  private static List<String> renamed(String more) {
    return titles(
        proposals(
            "rename-imported",
            "E0432",
            Scene.of(
                    "mod units { pub fn to_celsius() {} }\n%s\nuse units::celsius;\nfn f() { celsius(); }"
                        .formatted(more))
                .error("unresolved import `units::celsius`", "units::celsius")));
  }

  @Test
  void whatIsAskedOfATypeIsNotTheStandardLibrarysItemOfItsName() {
    assertThat(
            proposals(
                "correct-path",
                "E0432",
                Scene.of("mod m { pub enum E { V } }\nuse m::E::C;\n")
                    .error("unresolved import `m::E::C`", "m::E::C")))
        .isEmpty();
  }

  @Test
  void thePromiseOfATraitIsGivenUpByAPersonAlone() {
    List<Proposal> made =
        OPERATIONS.proposals(
            new OperationCall("correct-unsafe", Map.of("way", "trait")),
            Scene.of("struct S; unsafe trait Plain {} impl Plain for S {}")
                .error(
                    "the trait `Plain` requires an `unsafe impl` declaration",
                    "impl Plain for S {}")
                .site("E0200"));
    assertThat(reserved(made)).containsExactly("Make the trait `Plain` a safe one");
  }

  @Test
  void anAttributeOfAFeatureThatIsGoneIsTakenAwayByAPersonAlone() {
    assertThat(reserved(feature("#[unwind(abort)] fn f() {}"))).hasSize(1);
    assertThat(taken(feature("fn f() {}"))).hasSize(1);
  }

  private static List<Proposal> feature(String item) {
    return proposals(
        "remove-attribute",
        "E0557",
        Scene.of("#![feature(unwind_attributes)]\n%s\n".formatted(item))
            .error("feature has been removed", "unwind_attributes"));
  }

  @Test
  void theTypeOfAConstantThatNothingShowsIsNotGuessedForTheResult() {
    assertThat(taken(constant("fn id<T, const N: T>() -> T { N }"))).isEmpty();
    assertThat(taken(constant("fn id<T, const N: T>() {}")))
        .containsExactly("Give `N` the type `usize`");
    assertThat(taken(constant("struct Id<T, const N: T>(T); type A = Id<u8, 2>;")))
        .containsExactly("Give `N` the type `u8`", "Use `u8` in place of `T`");
  }

  private static List<Proposal> constant(String program) {
    return proposals(
        "fix-const-parameter-type",
        "E0770",
        Scene.of(program).error("the type of const parameters must not depend on others", "N: T"));
  }

  @Test
  void thatAnEmptyBodyReliesOnNothingSaysNothing() {
    assertThat(reserved(demand("{}"))).hasSize(1);
    assertThat(taken(demand("{ job() }"))).hasSize(1);
  }

  private static List<Proposal> demand(String body) {
    return proposals(
        "loosen-static-bound",
        "E0521",
        Scene.of(
                "fn run<F: Fn() + 'static>(job: F) %s\nfn f(s: &str) { run(|| g(s)); }"
                    .formatted(body))
            .error("borrowed data escapes outside of function", "run(|| g(s))")
            .note("due to a lifetime bound", "'static"));
  }

  @Test
  void twoLifetimesAreMadeOneByAPersonAlone() {
    assertThat(reserved(outlives("'long: 'short, 'short"))).hasSize(1);
    assertThat(taken(outlives("'long, 'short"))).hasSize(1);
  }

  private static List<Proposal> outlives(String parameters) {
    return proposals(
        "add-outlives-bound",
        "E0478",
        Scene.of("fn f<%s>(p: &'short u8) -> &'long u8 { p }".formatted(parameters))
            .error("lifetime may not live long enough", "p }")
            .note("consider adding the following bound: `'short: 'long`", "f"));
  }

  @Test
  void aListThatCouldNotBeClonedIsClonedByAPersonAlone() {
    assertThat(reserved(moved("List"))).containsExactly("Clone `many` here");
    assertThat(taken(moved("Vec<u8>"))).contains("Clone `many` here");
  }

  private static List<Proposal> moved(String inner) {
    return proposals(
        "clone-at-move",
        "E0382",
        Scene.of(
                "struct List { rest: Box<%s> }\nfn f(many: List) { g(many); g(many); }"
                    .formatted(inner))
            .error("use of moved value: `many`", "many#3")
            .label("value moved here", "many#2")
            .note(
                "move occurs because `many` has type `List`, which does not implement the `Copy` trait",
                "f"));
  }

  private static List<Proposal> proposals(String operation, String code, Scene scene) {
    return OPERATIONS.proposals(new OperationCall(operation, Map.of()), scene.site(code));
  }

  private static List<String> reserved(List<Proposal> proposals) {
    return titles(proposals.stream().filter(made -> !made.admits().isEmpty()).toList());
  }

  private static List<String> taken(List<Proposal> proposals) {
    return titles(proposals.stream().filter(made -> made.admits().isEmpty()).toList());
  }

  private static List<String> titles(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::title).toList();
  }
}
