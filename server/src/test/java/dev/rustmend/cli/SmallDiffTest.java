package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallDiffTest {
  private static final Path FILE = Path.of("/a.rs");
  private static final SourceText TEXT = SourceText.of("one\ntwo\nthree\nfour\n");

  @Test
  void anInsertedLineShowsNoOther() {
    assertThat(diff(TextEdit.insert(4, "new\n"))).containsExactly(" 2 + new");
  }

  @Test
  void aDeletedLineShowsNoOther() {
    assertThat(diff(TextEdit.replace(4, 8, ""))).containsExactly(" 2 - two");
  }

  @Test
  void laterLinesAreNumberedAsTheyWillBe() {
    assertThat(diff(TextEdit.insert(0, "zero\n"), TextEdit.replace(8, 13, "drei")))
        .containsExactly(" 1 + zero", " 3 - three", " 4 + drei");
  }

  @Test
  void editsOfOneLineAreOneChange() {
    assertThat(diff(TextEdit.insert(8, "("), TextEdit.insert(13, ")")))
        .containsExactly(" 3 - three", " 3 + (three)");
  }

  @Test
  void thePartThatDiffersStandsOut() {
    List<String> lines =
        new SmallDiff(Paint.COLORED, 1)
            .lines(TEXT, Patch.of(FILE, TextEdit.insert(13, "s")).edits(FILE));
    assertThat(lines)
        .containsExactly(
            "\u001b[1;34m3 \u001b[0m\u001b[31m- three\u001b[0m",
            "\u001b[1;34m3 \u001b[0m\u001b[32m+ three\u001b[0m\u001b[1;32ms\u001b[0m");
  }

  private static List<String> diff(TextEdit... edits) {
    return new SmallDiff(Paint.PLAIN, 2).lines(TEXT, Patch.of(FILE, edits).edits(FILE));
  }
}
