package dev.rustmend.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchTest {
  private static final Path FILE = Path.of("/a/src/main.rs");

  @Test
  void editsAreMadeInOneGoWhateverTheirOrder() {
    var patch = Patch.of(FILE, TextEdit.replace(6, 11, "ferris"), TextEdit.insert(0, "oh, "));
    assertThat(patch.apply(FILE, SourceText.of("hello world")).string())
        .isEqualTo("oh, hello ferris");
  }

  @Test
  void overlappingEditsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Patch.of(FILE, TextEdit.replace(0, 4, "a"), TextEdit.replace(3, 5, "b")))
        .withMessageContaining("conflict");
  }

  @Test
  void twoInsertionsAtOnePlaceAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Patch.of(FILE, TextEdit.insert(3, "a"), TextEdit.insert(3, "b")));
  }

  @Test
  void anInsertionAtTheBorderOfAReplacementIsFine() {
    var patch = Patch.of(FILE, TextEdit.replace(1, 2, "X"), TextEdit.insert(2, "!"));
    assertThat(patch.apply(FILE, SourceText.of("abc")).string()).isEqualTo("aX!c");
  }

  @Test
  void anEditPastTheEndIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Patch.of(FILE, TextEdit.insert(9, "a")).apply(FILE, SourceText.of("abc")));
  }

  @Test
  void bytesThatAreNoUtf8StayAsTheyAre() {
    byte[] bytes = {'a', (byte) 0xFF, 'b'};
    var edited = Patch.of(FILE, TextEdit.insert(3, "c")).apply(FILE, SourceText.of(bytes));
    assertThat(edited.bytes()).containsExactly('a', 0xFF, 'b', 'c');
  }

  @Test
  void mergingMakesACommonEditOnceAndRefusesAConflict() {
    var one = Patch.of(FILE, TextEdit.insert(0, "use a;\n"));
    var both = Patch.of(FILE, TextEdit.insert(0, "use a;\n"), TextEdit.replace(2, 3, ""));
    assertThat(one.merge(both)).contains(both);
    assertThat(one.merge(Patch.of(FILE, TextEdit.insert(0, "pub ")))).isEmpty();
  }

  @Test
  void wholeLinesAtOnePlaceStandBelowEachOther() {
    var b = Patch.of(FILE, TextEdit.insert(2, "use b;\n  "));
    var a = Patch.of(FILE, TextEdit.insert(2, "use a;\n  "));
    assertThat(b.merge(a).orElseThrow().apply(FILE, SourceText.of("  fn")).string())
        .isEqualTo("  use a;\n  use b;\n  fn");
  }

  @Test
  void linesMayEndAsThoseOfTheFileDo() {
    SourceText text = SourceText.of("a\r\nb\r\n");
    var patch = Patch.of(FILE, TextEdit.insert(0, "x\r\ny\n"));
    assertThat(patch.withLineBreaks(_ -> text.lines().lineBreak()).apply(FILE, text).string())
        .isEqualTo("x\r\ny\r\na\r\nb\r\n");
  }

  @Test
  void rangesMoveWithTheTextAndGrowWithTheEditsInside() {
    var patch = Patch.of(FILE, TextEdit.insert(0, "12"), TextEdit.replace(5, 6, "xyz"));
    assertThat(patch.map(FILE, new TextRange(4, 8))).isEqualTo(new TextRange(6, 12));
    assertThat(patch.map(FILE, new TextRange(0, 2))).isEqualTo(new TextRange(2, 4));
    assertThat(patch.map(FILE, new TextRange(5, 6))).isEqualTo(new TextRange(7, 10));
    assertThat(patch.map(Path.of("/b.rs"), new TextRange(5, 6))).isEqualTo(new TextRange(5, 6));
  }

  @Test
  void writtenRangesAreThoseOfTheNewText() {
    var patch = Patch.of(FILE, TextEdit.insert(0, "12"), TextEdit.replace(5, 6, "xyz"));
    assertThat(patch.written(FILE)).isEqualTo(List.of(new TextRange(0, 2), new TextRange(7, 10)));
  }

  @Test
  void aFileThatIsMadeHasAnEditThoughItStaysEmpty() {
    Patch patch = Patch.creating(FILE, "");
    assertThat(patch.isEmpty()).isFalse();
    assertThat(patch.creates(FILE)).isTrue();
    assertThat(patch.edits(FILE)).hasSize(1);
    assertThat(patch.apply(FILE, SourceText.of("")).string()).isEmpty();
    assertThat(patch.merge(Patch.creating(FILE, ""))).contains(patch);
    assertThat(patch.merge(Patch.creating(FILE, "x"))).isEmpty();
    Path other = FILE.resolveSibling("lib.rs");
    Patch both = patch.merge(Patch.of(other, TextEdit.insert(0, "x"))).orElseThrow();
    assertThat(both.creates(FILE)).isTrue();
    assertThat(both.creates(other)).isFalse();
  }
}
