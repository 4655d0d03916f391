package dev.rustmend.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPieceTokenizerTest {
  private static final String JSON = "/bge-small-en-v1.5-q-tokenizer.json";

  private static WordPieceTokenizer ours;

  @BeforeAll
  static void readVocabulary() throws IOException {
    ours = WordPieceTokenizer.read(resource());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cannot borrow `*a` as mutable because `a` is also borrowed as immutable",
        "fn bar<'a>(x: &'a mut Vec<Option<i32>>) -> Result<(), Box<dyn Error + Send>> {}",
        "  Tabs\tand\n\nlines,  and   spaces  ",
        "Naïve café ÅNGSTRÖM Straße İstanbul ﬁne",
        "東京で働く人 한국어 текст ελληνικά العربية हिन्दी",
        "emoji 🦀 and zero\u200bwidth, soft\u00adhyphen, no\u00a0break, replacement \ufffd",
        "“quotes” — dashes… § ¬ € ™ ± ×",
        "snake_case_name camelCaseName SCREAMING_CASE 0xFF_u8 1_000.5e-3",
        "unbelievably-hyphenated/pathlike\\words #[derive(Debug)] r#\"raw\"#",
        ""
      })
  void aTextGivesTheSamePiecesAsInTheReference(String text) throws IOException {
    assertThat(ours.encode(text, 512)).isEqualTo(reference(text));
  }

  @Test
  void aVeryLongWordIsUnknownAsInTheReference() throws IOException {
    String text = "before " + "x".repeat(101) + " after";
    assertThat(ours.encode(text, 512)).isEqualTo(reference(text));
  }

  @Test
  void aLongTextEndsAfterTheLastWordThatFits() {
    long[] whole = ours.encode("borrow checker lifetimes unbelievably", 512);
    long[] cut = ours.encode("borrow checker lifetimes unbelievably", whole.length - 1);
    long[] shorter = ours.encode("borrow checker lifetimes", 512);
    assertThat(whole.length).isGreaterThan(shorter.length + 1);
    assertThat(cut).isEqualTo(shorter);
  }

  @Test
  void noTextGivesMorePiecesThanAllowed() {
    long[] pieces = ours.encode("mutable borrows and moves, ".repeat(500), 512);
    assertThat(pieces).hasSizeLessThanOrEqualTo(512).hasSizeGreaterThan(500);
    assertThat(pieces[pieces.length - 1]).isEqualTo(102);
  }

  private static long[] reference(String text) throws IOException {
    Map<String, String> options = new HashMap<>();
    options.put("padding", "false");
    options.put("truncation", "false");
    try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(resource(), options)) {
      return Arrays.copyOf(tokenizer.encode(text).getIds(), tokenizer.encode(text).getIds().length);
    }
  }

  private static InputStream resource() throws IOException {
    InputStream found = WordPieceTokenizerTest.class.getResourceAsStream(JSON);
    if (found == null) {
      throw new IOException("the class path lacks " + JSON);
    }
    return found;
  }
}
