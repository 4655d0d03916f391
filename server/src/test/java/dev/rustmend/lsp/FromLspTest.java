package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.ColumnUnit;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FromLspTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          file:///home/u/a.rs,               /home/u/a.rs
          file://localhost/home/u/a.rs,      /home/u/a.rs
          FILE:///home/u/a.rs,               /home/u/a.rs
          file:/home/u/a.rs,                 /home/u/a.rs
          file:///home/u/my%20crate/a.rs,    /home/u/my crate/a.rs
          file:///home/u/my crate/a.rs,      /home/u/my crate/a.rs
          file:///home/u/gr%C3%BC%C3%9Fe.rs, /home/u/grüße.rs
          file:///home/u/grüße.rs,           /home/u/grüße.rs
          file:///home/u/100%.rs,            /home/u/100%.rs
          file:///home/u/%zz.rs,             /home/u/%zz.rs
          file:///home/u/x/../a.rs,          /home/u/a.rs
          file:///home/u/a%23b%3Fc.rs,       /home/u/a#b?c.rs
          """)
  void aFileUriIsAPath(String uri, String path) {
    assertThat(FromLsp.path(uri)).contains(Path.of(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "git:/home/u/a.rs?ref=HEAD",
        "file://server/share/a.rs",
        "file://",
        "file:relative.rs",
        "",
        "file:///bad%00name.rs",
        "/home/u/a.rs"
      })
  void anythingElseIsNone(String uri) {
    assertThat(FromLsp.path(uri)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/home/u/a.rs", "/home/u/my crate/grüße 𝄞.rs", "/a%b#c?d;e/f+g&h.rs"})
  void aPathSurvivesTheWayToAUriAndBack(String path) {
    String uri = ToLsp.uri(Path.of(path));
    assertThat(FromLsp.path(uri)).contains(Path.of(path));
    assertThat(java.net.URI.create(uri).getPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({"UTF8, 5, 5", "UTF16, 3, 5", "UTF32, 2, 5", "UTF16, 2, 1", "UTF8, 99, 7"})
  void aColumnCountsWhatWasNegotiated(ColumnUnit unit, int character, int offset) {
    var text = SourceText.of("a𝄞bc\r\nsecond");
    assertThat(FromLsp.offset(new Position(0, character), text, unit)).isEqualTo(offset);
  }

  @Test
  void placesOutsideOfTheTextMoveInside() {
    var text = SourceText.of("ab\ncd\n");
    assertThat(FromLsp.offset(new Position(9, 9), text, ColumnUnit.UTF16)).isEqualTo(6);
    assertThat(FromLsp.offset(new Position(-1, -1), text, ColumnUnit.UTF16)).isZero();
    var backwards = new Range(new Position(1, 1), new Position(0, 1));
    assertThat(FromLsp.range(backwards, text, ColumnUnit.UTF16)).hasToString("1..4");
  }

  @Test
  void changesOfOneNotificationBuildOnEachOther() {
    var text = SourceText.of("let a = 1;\r\nlet b = 2;\r\n");
    SourceText changed =
        FromLsp.changed(
            text,
            List.of(change(0, 4, 0, 5, "x𝄞"), change(0, 7, 0, 7, "!"), change(1, 0, 2, 0, "")),
            ColumnUnit.UTF16);
    assertThat(changed.string()).isEqualTo("let x𝄞! = 1;\r\n");
  }

  @Test
  void aChangeWithoutRangeReplacesAll() {
    var whole = List.of(new TextDocumentContentChangeEvent("new"));
    assertThat(FromLsp.changed(SourceText.of("old"), whole, ColumnUnit.UTF8).string())
        .isEqualTo("new");
    assertThat(FromLsp.replaceAll(whole)).isTrue();
    assertThat(FromLsp.replaceAll(List.of(change(0, 0, 0, 0, "x")))).isFalse();
  }

  /// Edits made here and, by the positions of the protocol, on a model of a client that keeps lines
  /// as strings.
  @ParameterizedTest
  @EnumSource(ColumnUnit.class)
  void randomEditsKeepServerAndClientTogether(ColumnUnit unit) {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var client = new EditorText("fn main() {\r\n    let é = \"𝄞\";\n}\n", unit);
    var server = SourceText.of(client.text());
    for (int i = 0; i < 400; i++) {
      TextDocumentContentChangeEvent change = client.randomEdit(random);
      server = FromLsp.changed(server, List.of(change), unit);
      assertThat(server.string()).as("seed %d, step %d", seed, i).isEqualTo(client.text());
    }
  }

  private static TextDocumentContentChangeEvent change(
      int line, int character, int endLine, int endCharacter, String text) {
    return new TextDocumentContentChangeEvent(
        new Range(new Position(line, character), new Position(endLine, endCharacter)), text);
  }
}
