package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import org.junit.jupiter.api.Test;

class OpenedMacrosTest {

  @Test
  void theArgumentsOfAPrintAreThoseOfACall() {
    RustTree tree = opened("fn f() { println!(\"{}\", a.b(c)); }");
    assertThat(at(tree, "println!(\"{}\", a.b(c))").kind()).isEqualTo("call_expression");
    assertThat(at(tree, "a.b(c)").kind()).isEqualTo("call_expression");
    assertThat(tree.hasError()).isFalse();
  }

  @Test
  void macrosInsideOfMacrosAreOpenedAsWell() {
    RustTree tree = opened("fn f() { println!(\"{}\", format!(\"{}\", vec![a + b])); }");
    assertThat(at(tree, "a + b").kind()).isEqualTo("binary_expression");
    assertThat(at(tree, "vec![a + b]").kind()).isNotEqualTo("macro_invocation");
    assertThat(tree.hasError()).isFalse();
  }

  @Test
  void aVectorIsAnArray() {
    RustTree tree = opened("fn f() { let v = vec![0; n + 1]; }");
    assertThat(at(tree, "n + 1").kind()).isEqualTo("binary_expression");
    assertThat(tree.root().descendants().anyMatch(node -> node.is("array_expression"))).isTrue();
  }

  @Test
  void nothingMovesAndTheSourceStaysWhatItWas() {
    String code = "fn f() {\n  // é 😀\n  println!(\"😀 {}\", été(x)); assert_eq!(y,\n z);\n}\n";
    RustTree tree = opened(code);
    assertThat(tree.source().string()).isEqualTo(code);
    assertThat(at(tree, "été(x)").kind()).isEqualTo("call_expression");
    assertThat(at(tree, "été(x)").text()).isEqualTo("été(x)");
    assertThat(at(tree, "z").text()).isEqualTo("z");
  }

  @Test
  void aMacroThatNobodyKnowsStaysClosed() {
    RustTree tree = parse("fn f() { my_macro!(a + b); }");
    assertThat(tree.opened()).isSameAs(tree);
    assertThat(tree.isInOpenableMacro(range(tree, "a"))).isFalse();
  }

  @Test
  void aMacroAroundAPlaceIsOpenedWhateverItIsCalled() {
    RustTree tree = parse("fn f() { twice!(a + b); once!(c + d); bag![e]; all! { g } }");
    assertThat(at(openedAround(tree, "a +"), "a + b").kind()).isEqualTo("binary_expression");
    assertThat(at(openedAround(tree, "a +"), "c + d").kind()).isEqualTo("token_tree");
    assertThat(openedAround(tree, "e").root().descendants())
        .anyMatch(node -> node.is("array_expression"));
    assertThat(tree.openedAround(range(tree, "g"))).isEmpty();
    assertThat(tree.openedAround(range(tree, "twice"))).isEmpty();
  }

  @Test
  void aPlaceAmongTheArgumentsIsKnownToBeThere() {
    RustTree tree = parse("fn f(w: W) { g(a); write!(w, \"{}\", b)?; }");
    assertThat(tree.isInOpenableMacro(range(tree, "a"))).isFalse();
    assertThat(tree.isInOpenableMacro(range(tree, "b"))).isTrue();
  }

  private static SyntaxNode at(RustTree tree, String text) {
    return tree.around(range(tree, text));
  }

  private static TextRange range(RustTree tree, String text) {
    String all = tree.source().string();
    int start = SourceText.of(all.substring(0, all.lastIndexOf(text))).length();
    return new TextRange(start, start + SourceText.of(text).length());
  }

  private static RustTree openedAround(RustTree tree, String text) {
    return tree.openedAround(range(tree, text)).orElseThrow();
  }

  private static RustTree opened(String code) {
    return parse(code).opened();
  }

  private static RustTree parse(String code) {
    return RustTree.parse(SourceText.of(code)).orElseThrow();
  }
}
