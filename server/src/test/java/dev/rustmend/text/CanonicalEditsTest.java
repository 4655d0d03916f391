package dev.rustmend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalEditsTest {
  private static final Path FILE = Path.of("/a.rs");

  @Test
  void theSameInsertionOnEitherSideOfABlankIsOne() {
    String text = "let stock = 1;";
    assertThat(canonical(text, TextEdit.insert(4, "mut ")))
        .isEqualTo(canonical(text, TextEdit.insert(3, " mut")))
        .isEqualTo(canonical(text, TextEdit.replace(0, 9, "let mut stock")));
  }

  @Test
  void theSameDeletionIsOne() {
    String text = "a(&&b)";
    assertThat(canonical(text, TextEdit.replace(2, 3, "")))
        .isEqualTo(canonical(text, TextEdit.replace(3, 4, "")))
        .isEqualTo(canonical(text, TextEdit.replace(2, 4, "&")));
  }

  @Test
  void differentChangesStayDifferent() {
    String text = "f(a, b)";
    assertThat(canonical(text, TextEdit.insert(2, "&")))
        .isNotEqualTo(canonical(text, TextEdit.insert(5, "&")));
  }

  @Test
  void charactersAreNotCutApart() {
    String text = "let x = \"\uD83D\uDE00\";";
    TextEdit smile = TextEdit.replace(9, 13, "\uD83D\uDE01");
    assertThat(canonical(text, smile)).containsExactly(smile);
  }

  private static List<TextEdit> canonical(String text, TextEdit edit) {
    SourceText source = SourceText.of(text);
    return CanonicalEdits.of(Patch.of(FILE, edit), _ -> Optional.of(source))
        .getOrDefault(FILE, List.of());
  }
}
