package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In the programs, `x/1/` is the first identifier `x` that a test means: the marks are taken out.
class BindingsTest {

  @Test
  void aLaterLetShadowsAnEarlierOne() {
    assertBound("fn f() { let x/1/ = 1; let x = x/2/; }");
    assertBound("fn f() { let x = 1; let x/1/ = x; x/2/; }");
    assertBound("fn f() { let x/1/ = 1; { let x = 2; } x/2/; }");
    assertBound("fn f() { let x/1/ = 1; x/2/; let x = 2; }");
  }

  @Test
  void parametersAreVisibleInTheBody() {
    assertBound("fn f((a, x/1/): (u8, u8)) { if true { x/2/; } }");
    assertBound("fn f(&mut self/1/) { self/2/.a(); }");
  }

  @Test
  void aClosureSeesItsParametersAndWhatIsAround() {
    assertBound("fn f() { let x = 1; let g = |x/1/: u8| x/2/ + 1; }");
    assertBound("fn f() { let x/1/ = 1; let g = |y| y + x/2/; }");
    assertBound("fn f() { let x/1/ = 1; let g = |x| x; x/2/; }");
  }

  @Test
  void patternsOfArmsAreVisibleInTheirGuardsAndValues() {
    assertBound("fn f(x: u8) { match y { Some(x/1/) if x/2/ > 1 => 1, _ => 2 } }");
    assertBound("fn f(x: u8) { match y { S { x/1/, .. } => x/2/, _ => 2 } }");
    assertBound("fn f(x/1/: u8) { match y { Some(x) => 1, _ => x/2/ } }");
    assertBound("fn f(x/1/: u8) { match x/2/ { Some(x) => 1, _ => 2 } }");
  }

  @Test
  void conditionsBindInWhatTheyGuard() {
    assertBound("fn f(x: u8) { if let Some(x/1/) = y { x/2/; } }");
    assertBound("fn f(x/1/: u8) { if let Some(x) = y { 1 } else { x/2/ } }");
    assertBound("fn f(x/1/: u8) { if let Some(x) = x/2/ { 1 } }");
    assertBound("fn f(x: u8) { while let Some(x/1/) = y { x/2/; } }");
    assertBound("fn f(x: u8) { if let Some(x/1/) = y && x/2/ > 1 {} }");
    assertBound("fn f(x: u8) { if a && let Some(x/1/) = y { x/2/; } }");
    assertBound("fn f(x/1/: u8) { let Some(x) = y else { return x/2/ }; }");
  }

  @Test
  void aForLoopBindsInItsBody() {
    assertBound("fn f(x: u8) { for (i, x/1/) in y { x/2/; } }");
    assertBound("fn f(x/1/: u8) { for x in x/2/ {} }");
  }

  @Test
  void aFunctionInsideSeesNoVariableOfTheOneAround() {
    RustTree tree = parse("fn f() { let x = 1; fn g() { x } }");
    SyntaxNode use = at(tree, tree.source().string().lastIndexOf('x'));
    assertThat(Bindings.binding(use, "x")).isEmpty();
  }

  @Test
  void typesAndPathsInPatternsBindNothing() {
    RustTree tree = parse("fn f() { let a::S(x, T { y: z, .. }, ref mut w, 1..=N) = v; }");
    SyntaxNode pattern =
        tree.root()
            .descendants()
            .filter(node -> node.is("let_declaration"))
            .findFirst()
            .orElseThrow()
            .child("pattern")
            .orElseThrow();
    assertThat(Bindings.names(pattern)).extracting(SyntaxNode::text).containsExactly("x", "z", "w");
  }

  @Test
  void theUsesOfAVariableAreThoseThatMeanIt() {
    assertThat(uses("fn f() { let x/1/ = 1; g(x); { let x = 2; h(x); } k(|y| x + y); }"))
        .containsExactly("g(x)", "x + y");
  }

  @Test
  void usesInMacrosCountButFieldsOfTheSameNameDoNot() {
    assertThat(uses("fn f() { let x/1/ = 1; m!(x, a.x, S { x }); println!(\"{}\", x); }"))
        .hasSize(3);
  }

  /// What is marked `/2/` is bound by what is marked `/1/`.
  private static void assertBound(String marked) {
    int first = marked.indexOf("/1/");
    int second = marked.indexOf("/2/") - 3;
    RustTree tree = parse(marked.replaceAll("/[12]/", ""));
    SyntaxNode use = at(tree, second - 1);
    assertThat(Bindings.binding(use, use.text())).as(marked).contains(at(tree, first - 1));
    assertThat(Bindings.uses(at(tree, first - 1))).as(marked).contains(use);
  }

  private static List<String> uses(String marked) {
    int first = marked.indexOf("/1/");
    RustTree tree = parse(marked.replaceAll("/1/", ""));
    return Bindings.uses(at(tree, first - 1)).stream()
        .map(use -> use.parent().orElse(use))
        .map(parent -> parent.is("arguments") ? parent.parent().orElse(parent) : parent)
        .map(SyntaxNode::text)
        .toList();
  }

  private static SyntaxNode at(RustTree tree, int offset) {
    SyntaxNode node = tree.nodeAt(offset);
    return tree.covering(new TextRange(node.range().start(), node.range().end()))
        .filter(widest -> widest.is(node.kind()))
        .orElse(node);
  }

  private static RustTree parse(String code) {
    return RustTree.parse(SourceText.of(code)).orElseThrow();
  }
}
