package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemPartsTest {
  private static final String MANY =
      IntStream.range(0, 1500)
          .mapToObj("/// Adds.\npub fn many_%1$d(x: u64) -> u64 { x + %1$d }"::formatted)
          .collect(Collectors.joining("\n", "", "\n"));

  @Test
  void ofALongTextOnlyTheItemAroundThePlaceIsParsed() {
    String text = MANY + "impl S {\n    fn f(&self) -> u8 { 12345 }\n}\n" + MANY;
    ItemParts.Part part = around(text, "12345");
    assertThat(part.tree().source().string().strip())
        .isEqualTo("impl S {\n    fn f(&self) -> u8 { 12345 }\n}");
    assertThat(function(text, "12345")).isEqualTo("fn f(&self) -> u8 { 12345 }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fn f() { 12345 }",
        "mod m { impl S { fn f() { if a { 12345 } } } }",
        "fn f() { fn g() { 12345 } }",
        "/* } */ fn f() { let s = \"}\"; 12345 }",
        "fn f() { 12345 ",
        "fn f() { \"12345; }",
        "const N: u8 = 12345;",
        "macro_rules! m { () => { 12345 } }"
      })
  void aLongFileTellsTheSameAsAShortOne(String item) {
    assertThat(function(MANY + item + "\n", "12345")).isEqualTo(function(item + "\n", "12345"));
  }

  @Test
  void whatIsNotInsideOfOneItemHasTheWholeTree() {
    String text = MANY + "fn f() {}\nfn g() {}\n" + MANY;
    ItemParts.Part part = around(text, "f() {}\nfn g");
    assertThat(part.start()).isZero();
    assertThat(part.tree().source().string()).isEqualTo(text);
  }

  private static ItemParts.Part around(String text, String word) {
    int start = text.indexOf(word);
    return ItemParts.of(SourceText.of(text))
        .around(new TextRange(start, start + word.length()))
        .orElseThrow();
  }

  /// The text of the innermost function around `word`, read from the whole text; empty without one.
  private static String function(String text, String word) {
    int start = text.indexOf(word);
    var range = new TextRange(start, start + word.length());
    ItemParts.Part part = around(text, word);
    return part.tree()
        .enclosing(part.inside(range), Set.of("function_item"))
        .map(node -> SourceText.of(text).slice(part.outside(node.range())))
        .orElse("");
  }
}
