package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.kb.OperationCall;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Repairs that keep comments, signatures and the layout where a larger one would do as well.
class SmallerRepairTest {
  private static final Operations OPERATIONS = Operations.all();

  @Test
  void twoNotesBecomeOneWithTheirCommentsAndLines() {
    assertThat(
            first(
                "correct-attribute",
                "E0538",
                Scene.of(
                        "#[deprecated(\n    note=\"Old.\",\n    note=\"Slow.\" // why\n)]\nfn f() {}\n")
                    .error("malformed `deprecated` attribute input", "deprecated")))
        .isEqualTo("#[deprecated(\n    note=\"Old. Slow.\" // why\n)]\nfn f() {}\n");
  }

  @Test
  void aNumberThatFitsInAByteIsWrittenAsOne() {
    assertThat(first("cast-through", "E0604", cast("65u32"))).isEqualTo("fn f() { 65u8 as char; }");
    assertThat(first("cast-through", "E0604", cast("300u32")))
        .isEqualTo("fn f() { 300u32 as u8 as char; }");
  }

  private static Scene cast(String value) {
    return Scene.of("fn f() { %s as char; }".formatted(value))
        .error("only `u8` can be cast as `char`, not `u32`", value + " as char");
  }

  @Test
  void aBlockThatOnlyMovesAVariableIsLeftOut() {
    assertThat(
            first(
                "clone-at-move",
                "E0382",
                Scene.of("fn f(s: S) { (&{ s }).look(); s.end(); }")
                    .error("use of moved value: `s`", "s#3")
                    .label("value moved here", "s#2")))
        .isEqualTo("fn f(s: S) { (&s).look(); s.end(); }");
  }

  @Test
  void anImplOfCopyBecomesADeriveOfClone() {
    assertThat(
            first(
                "drop-copy-from-derive",
                "E0204",
                Scene.of(
                        "#[derive(Debug)]\nenum E {\n    A(Vec<u8>),\n}\n\nimpl Copy for E {}\n\nfn f() {}\n")
                    .error("the trait `Copy` cannot be implemented for this type", "E {}")))
        .isEqualTo("#[derive(Debug, Clone)]\nenum E {\n    A(Vec<u8>),\n}\n\nfn f() {}\n");
  }

  @Test
  void methodsOnAReferenceToAnOwnTypeAreMethodsOfTheType() {
    assertThat(
            first(
                "define-extension-trait",
                "E0390",
                Scene.of("struct S;\nimpl &S {\n    fn f(self, other: Self) {}\n}\n")
                    .error("cannot define inherent `impl` for primitive types", "impl &S")))
        .isEqualTo("struct S;\nimpl S {\n    fn f(&self, other: &Self) {}\n}\n");
    assertThat(
            first(
                "define-extension-trait",
                "E0390",
                Scene.of("impl &str {\n    fn f(self) {}\n}\n")
                    .error("cannot define inherent `impl` for primitive types", "impl &str")))
        .startsWith("trait StrExt");
  }

  @Test
  void aLifetimeThatOnlyTheResultHadGoesWithIt() {
    assertThat(first("return-owned", "E0515", returned("<'a>", "x: &str")))
        .isEqualTo("fn f(x: &str) -> String { let s = x.to_string(); s }");
    assertThat(first("return-owned", "E0515", returned("<'a>", "x: &'a str")))
        .isEqualTo("fn f<'a>(x: &'a str) -> String { let s = x.to_string(); s }");
  }

  private static Scene returned(String generics, String parameters) {
    return Scene.of(
            "fn f%s(%s) -> &'a str { let s = x.to_string(); s.as_str() }"
                .formatted(generics, parameters))
        .error("cannot return value referencing local variable `s`", "s.as_str()");
  }

  @Test
  void anImportBehindAnItemLeavesItsCommentThere() {
    assertThat(
            first(
                "import-macro-by-path",
                "E0468",
                Scene.of(
                        "mod m {\n    #[macro_use(say)]\n    extern crate words; // all of them\n}\n")
                    .error(
                        "an `extern crate` loading macros must be at the crate root",
                        "extern crate words;")))
        .isEqualTo("mod m {\n    extern crate words; // all of them\n    use words::say;\n}\n");
  }

  @Test
  void theTemporaryOfAStatementLivesOutsideOfTheBlock() {
    assertThat(
            first(
                "unnest-block",
                "E0716",
                Scene.of(
                        "fn f() {\n    let a = {\n        let b = pin!(g());\n        b\n    };\n    h(a);\n}\n")
                    .error("temporary value dropped while borrowed", "pin!(g())")))
        .isEqualTo("fn f() {\n    let b = pin!(g());\n    let a = b;\n    h(a);\n}\n");
  }

  /// The program after the first proposal of the operation.
  private static String first(String operation, String code, Scene scene) {
    return OPERATIONS.proposals(new OperationCall(operation, Map.of()), scene.site(code)).stream()
        .min(Comparator.comparingInt(Proposal::penalty))
        .map(proposal -> scene.after(proposal.patch()))
        .orElse("nothing");
  }
}
