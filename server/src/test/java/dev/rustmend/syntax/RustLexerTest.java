package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RustLexerTest {

  @Test
  void cutsOperatorsAndWords() {
    assertThat(texts("a::b<Vec<u8>>()+=r#fn..=x->&&mut y"))
        .containsExactly(
            "a", "::", "b", "<", "Vec", "<", "u8", ">", ">", "(", ")", "+=", "r#fn", "..=", "x",
            "->", "&&", "mut", "y");
  }

  @Test
  void tellsNumbersFromRangesAndMethods() {
    assertThat(texts("0...9 1..2 1.5e-3f64 2.0.neg() 1.max(2) 0x1F_u8 1. 1e5 t.0.1"))
        .containsExactly(
            "0",
            "...",
            "9",
            "1",
            "..",
            "2",
            "1.5e-3f64",
            "2.0",
            ".",
            "neg",
            "(",
            ")",
            "1",
            ".",
            "max",
            "(",
            "2",
            ")",
            "0x1F_u8",
            "1.",
            "1e5",
            "t",
            ".",
            "0.1");
  }

  @Test
  void tellsCharactersFromLifetimes() {
    assertThat(RustLexer.tokens(SourceText.of("'a' 'a: '\\'' b'x' '😀' 'static '\\u{1F600}' ''")))
        .extracting(token -> token.kind() + " " + token.text())
        .containsExactly(
            "CHARACTER 'a'",
            "LIFETIME 'a",
            "PUNCTUATION :",
            "CHARACTER '\\''",
            "CHARACTER b'x'",
            "CHARACTER '😀'",
            "LIFETIME 'static",
            "CHARACTER '\\u{1F600}'",
            "LIFETIME '",
            "LIFETIME '");
  }

  @Test
  void keepsStringsWhole() {
    assertThat(texts("r#\"a\"b\"# br\"x\" c\"y\" \"a\\\"b\" b\"é\" \"two\r\nlines\""))
        .containsExactly(
            "r#\"a\"b\"#", "br\"x\"", "c\"y\"", "\"a\\\"b\"", "b\"é\"", "\"two\r\nlines\"");
  }

  @Test
  void nestsBlockCommentsAndEndsLineComments() {
    assertThat(texts("a /* x /* y */ z */ b // c\r\nd /// e"))
        .containsExactly("a", "/* x /* y */ z */", "b", "// c", "d", "/// e");
  }

  @Test
  void goesToTheEndWhereSomethingIsNotClosed() {
    assertThat(texts("a \"b c")).containsExactly("a", "\"b c");
    assertThat(texts("a /* b")).containsExactly("a", "/* b");
    assertThat(texts("r##\"a\"#")).containsExactly("r##\"a\"#");
    assertThat(texts("\"\\")).containsExactly("\"\\");
    assertThat(texts("'\\")).containsExactly("'\\");
  }

  @Test
  void coversEveryByteThatIsNoSpaceOnce() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] =
            random.nextInt(4) == 0
                ? (byte) random.nextInt(256)
                : (byte) "r#\"'/*\\b0.e-x \n".charAt(random.nextInt(15));
      }
      int at = 0;
      for (Token token : RustLexer.tokens(SourceText.of(bytes))) {
        assertThat(token.range().start()).as("seed %d", seed).isGreaterThanOrEqualTo(at);
        assertThat(token.range().isEmpty()).as("seed %d", seed).isFalse();
        assertThat(
                new String(
                    bytes,
                    at,
                    token.range().start() - at,
                    java.nio.charset.StandardCharsets.ISO_8859_1))
            .as("seed %d", seed)
            .isBlank();
        at = token.range().end();
      }
      assertThat(at).as("seed %d", seed).isLessThanOrEqualTo(bytes.length);
    }
  }

  private static List<String> texts(String source) {
    return RustLexer.tokens(SourceText.of(source)).stream().map(Token::text).toList();
  }
}
