package dev.rustmend.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.GuideReader;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryPassagesTest {
  private static final RecordedMessages RECORDED =
      RecordedMessages.parse(
          """
          # rustc 1.95.0
          errors/E0384/make-mutable
            m cannot assign twice to immutable variable `$x`
            l first assignment to `$x`
            n consider making this binding mutable
          """);
  private static final String ENTRY =
      """
      # Make it mutable

      ```toml
      codes = ["E0384"]
      ```

      Use it when the value changes.

      ## Example

      ```rust,compile_fail,E0384
      fn main() {
          let count = 1;
          count = 2;
      }
      ```

      ```diff
      -    let count = 1;
      +    let mut count = 1;
      ```
      """;
  private static final String TASK =
      """
      # Count the words

      ```toml
      keywords = ["HashMap", "entry", "histogram"]
      ```

      Use the entry API.

      ```rust
      pub fn words() {}
      ```
      """;

  private final EntryPassages passages = new EntryPassages(RECORDED);

  @Test
  void anEntryIsFoundByWhatRustcSaysOfItsExample() {
    Passage passage = passages.of(entry(ENTRY));
    assertThat(passage.kind()).isEqualTo(PassageKind.ERROR);
    assertThat(passage.codes()).containsExactly("E0384");
    assertThat(passage.messages())
        .containsExactly("cannot assign twice to immutable variable `$x`");
    assertThat(passage.labels())
        .containsExactly("first assignment to `$x`", "consider making this binding mutable");
    assertThat(passage.body()).isEqualTo("Use it when the value changes.");
    assertThat(passage.code()).contains("let count = 1;", "let mut count = 1;");
  }

  @Test
  void aTaskBringsItsKeywordsAndItsProgram() {
    Passage passage = passages.of(guide());
    assertThat(passage.kind()).isEqualTo(PassageKind.TASK);
    assertThat(passage.keywords()).containsExactly("HashMap", "entry", "histogram");
    assertThat(passage.code()).isEqualTo("pub fn words() {}\n");
  }

  @Test
  void aQuestionOfATaskIsAPartOfIt() {
    String asking =
        TASK.replace("\"histogram\"]\n", "\"histogram\"]\nasked = [\"most used word\"]\n");
    Guide guide = GuideReader.read("tasks/text/count-words", asking).guide().orElseThrow();
    List<Passage> parts = passages.of(List.of(guide));
    assertThat(parts)
        .extracting(Passage::title)
        .containsExactly("Count the words", "most used word");
    assertThat(parts).extracting(Passage::kind).containsOnly(PassageKind.TASK);
  }

  @Test
  void theFingerprintFollowsTheContent() {
    String before = passages.of(entry(ENTRY)).fingerprint();
    assertThat(passages.of(entry(ENTRY)).fingerprint()).isEqualTo(before);
    assertThat(passages.of(entry(ENTRY.replace("changes", "grows"))).fingerprint())
        .isNotEqualTo(before);
  }

  @Test
  void aRetiredEntryHasNoPassage() {
    String retired = ENTRY.replace("[\"E0384\"]\n", "[\"E0384\"]\nretired = \"rustc knows\"\n");
    assertThat(passages.of(List.of(entry(retired), guide())))
        .extracting(Passage::id)
        .containsExactly("tasks/text/count-words");
  }

  private static Entry entry(String markdown) {
    return EntryReader.read("errors/E0384/make-mutable", markdown).entry().orElseThrow();
  }

  private static Guide guide() {
    return GuideReader.read("tasks/text/count-words", TASK).guide().orElseThrow();
  }
}
