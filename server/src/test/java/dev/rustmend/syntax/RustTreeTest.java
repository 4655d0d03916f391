package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RustTreeTest {

  @Test
  void listsItemsWithTheirPaths() {
    RustTree tree =
        parse(
            """
            use std::fmt::{self, Display};
            extern crate core;
            mod shapes {
              pub struct Foo<T> { x: T }
              impl<T> fmt::Display for Foo<T> {
                fn fmt(&self) -> u8 { fn inner() {} 1 }
              }
              impl<T> Foo<T> { const N: u8 = 1; type X = u8; }
              trait T { type A; fn g(); }
            }
            static S: u8 = 1;
            macro_rules! m { () => {} }
            enum E { A }
            union U { a: u8 }
            extern "C" { fn puts(); }
            """);
    assertThat(tree.items())
        .extracting(item -> item.kind() + " " + item.path())
        .containsExactly(
            "USE use std::fmt::{self, Display}",
            "EXTERN_CRATE extern crate core",
            "MODULE shapes",
            "STRUCT shapes::Foo",
            "IMPL shapes::impl fmt::Display for Foo<T>",
            "FUNCTION shapes::impl fmt::Display for Foo<T>::fmt",
            "FUNCTION shapes::impl fmt::Display for Foo<T>::fmt::inner",
            "IMPL shapes::impl Foo<T>",
            "CONST shapes::impl Foo<T>::N",
            "TYPE shapes::impl Foo<T>::X",
            "TRAIT shapes::T",
            "TYPE shapes::T::A",
            "FUNCTION shapes::T::g",
            "STATIC S",
            "MACRO m",
            "ENUM E",
            "UNION U",
            "EXTERN_BLOCK extern",
            "FUNCTION extern::puts");
  }

  @Test
  void countsBytesBeyondTheBasicPlane() {
    String source = "fn f() { let s = \"😀é\"; /* \0 ß */ g(s); }";
    RustTree tree = parse(source);
    SyntaxNode call =
        tree.root().descendants().filter(node -> node.is("call_expression")).findFirst().get();
    assertThat(call.text()).isEqualTo("g(s)");
    assertThat(tree.hasError()).isFalse();
    assertThat(tree.root().range().end()).isEqualTo(SourceText.of(source).length());
  }

  @Test
  void keepsCarriageReturnsInTheRanges() {
    RustTree tree = parse("fn f() {\r\n    g();\r\n}\r\nfn h() {}\r\n");
    assertThat(tree.items()).extracting(item -> item.node().range().start()).containsExactly(0, 23);
  }

  @Test
  void findsTheNodeAtAnOffset() {
    RustTree tree = parse("fn f(a: u8) { a + 1 }");
    SyntaxNode node = tree.nodeAt(14);
    assertThat(node.kind()).isEqualTo("identifier");
    assertThat(node.field()).contains("left");
    assertThat(node.parent()).map(SyntaxNode::kind).contains("binary_expression");
    assertThat(node.ancestors().map(SyntaxNode::kind))
        .containsExactly("binary_expression", "block", "function_item", "source_file");
    assertThat(tree.nodeAt(15).kind()).isEqualTo("binary_expression");
    assertThat(tree.nodeAt(21).kind()).isEqualTo("source_file");
    assertThat(tree.nodeAt(4000).kind()).isEqualTo("source_file");
  }

  @Test
  void findsWhatEnclosesARange() {
    RustTree tree = parse("mod m { impl A { fn f() { g(1, 2) } } } const C: u8 = 1;");
    TextRange arguments = new TextRange(28, 32);
    assertThat(tree.enclosing(arguments, Set.of("block", "function_item")))
        .map(SyntaxNode::kind)
        .contains("block");
    assertThat(tree.enclosing(arguments, Set.of("closure_expression"))).isEmpty();
    assertThat(tree.enclosingItem(arguments)).map(RustItem::path).contains("m::impl A::f");
    assertThat(tree.enclosingItem(new TextRange(0, 45))).isEmpty();
  }

  @Test
  void understandsWhatItCanOfBrokenCode() {
    RustTree tree = parse("fn good() { 1 }\nstruct A { x: }\nfn bad( {\n");
    assertThat(tree.hasError()).isTrue();
    assertThat(tree.items()).extracting(RustItem::name).contains("good");
    assertThat(tree.root().descendants().filter(SyntaxNode::isError)).isNotEmpty();
    assertThat(parse("fn f() { let x = 1 }").root().descendants())
        .anyMatch(node -> node.isMissing() && node.range().isEmpty());
  }

  @Test
  void childrenFillTheirParentInOrder() {
    RustTree tree = parse("fn f() { /* c */ match x { A => 1, _ => { 2 } } }");
    tree.root()
        .descendants()
        .forEach(node -> {
          int at = node.range().start();
          for (SyntaxNode child : node.children()) {
            assertThat(child.range().start()).isGreaterThanOrEqualTo(at);
            assertThat(child.parent()).contains(node);
            at = child.range().end();
          }
          assertThat(at).isLessThanOrEqualTo(node.range().end());
        });
    assertThat(tree.root().namedChildren()).hasSize(1);
  }

  @Test
  void standsVeryDeepNesting() {
    RustTree tree = parse("fn f() { " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " }");
    assertThat(tree.hasError()).isFalse();
    assertThat(tree.items()).hasSize(1);
  }

  @Test
  void standsTextsThatAreNoUtf8() {
    byte[] bytes = {(byte) 0xFF, 'f', 'n', ' ', (byte) 0xF0, '(', ')', 0, '{', '}'};
    assertThat(RustTree.parse(SourceText.of(bytes)).orElseThrow().hasError()).isTrue();
    assertThat(parse("").root().children()).isEmpty();
  }

  @Test
  void standsRandomText() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    String alphabet = "fn{}()[]<>;:,.'\"!#&|=+-*/ \n\r\tabé😀0123_r";
    int[] points = alphabet.codePoints().toArray();
    for (int i = 0; i < 300; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(200); j > 0; j--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      SourceText source = SourceText.of(text.toString());
      RustTree tree = parse(text.toString());
      assertThat(tree.root().descendants().mapToInt(node -> node.range().end()).max().orElse(0))
          .as("seed %d, text %s", seed, text)
          .isLessThanOrEqualTo(source.length());
      tree.items();
    }
  }

  @Test
  void namesAreCounted() {
    RustTree tree =
        parse(
            """
            struct Total { sum: i32 }
            fn sum(a: i32) -> Total { let sum = a; Total { sum } }
            // sum, "sum"
            fn main() { println!("{}", sum(1).sum); }
            """);

    assertThat(tree.mentions("sum")).isEqualTo(6);
    assertThat(tree.mentions("Total")).isZero();
    assertThat(tree.mentions("main")).isEqualTo(1);
  }

  private static RustTree parse(String source) {
    return RustTree.parse(SourceText.of(source)).orElseThrow();
  }
}
