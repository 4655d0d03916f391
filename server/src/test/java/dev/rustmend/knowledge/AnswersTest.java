package dev.rustmend.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static final int SOURCES = 4;

  @TempDir private Path folder;

  @Test
  void quotesTheSourceWordForWordAndLinksIt() throws Exception {
    var answer = (Answer.Extracted) ask("Who is the owner of a value?");
    assertThat(answer.markdown())
        .contains("[1]", "Every value has an owner, and pumpkins have a gardener of their own.");
    assertThat(answer.citations())
        .first()
        .satisfies(source -> {
          assertThat(source.id()).isEqualTo("doc:book/ownership.html#top");
          assertThat(source.web())
              .hasToString("Optional[https://doc.rust-lang.org/1.95.0/book/ownership.html#top]");
          assertThat(source.local().orElseThrow().toString())
              .startsWith("file:")
              .endsWith("html/book/ownership.html#top");
        });
    assertThat(answer.document("Who?")).contains("no model wrote this");
  }

  @Test
  void showsTheCodeOfAnEntry() throws Exception {
    var answer = (Answer.Extracted) ask("What becomes of a moved value, and how do I clone it?");
    assertThat(answer.citations().getFirst().id()).isEqualTo(SmallBase.CLONE);
    assertThat(answer.markdown()).contains("```rust\nlet b = a.clone();\n```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do I bake a chocolate cake?",
        "What does clone_value_deeply do with a value that was moved?",
        "What is a value in std::collections::FlurbMap?",
        "how do I"
      })
  void saysThatNothingFits(String question) throws Exception {
    assertThat(ask(question)).isInstanceOf(Answer.Nothing.class);
  }

  @Test
  void whatASayingMeansCountsForIt() throws Exception {
    assertThat(QuestionWords.of("where is my destructor").share(passage("Drop", "It ends.")))
        .isEqualTo(0.75);
    assertThat(QuestionWords.of("where is my gardener").share(passage("Drop", "It ends.")))
        .isZero();
  }

  private static Passage passage(String title, String body) {
    return new Passage(
        "doc:book/drop.html#top",
        PassageKind.DOC,
        title,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        body,
        "",
        "",
        "",
        title + body);
  }

  private Answer ask(String question) throws Exception {
    var base = new SmallBase(folder);
    base.page("index", "This book is about cabbages, and begins with a word about gardens.");
    base.page("ownership", "Every value has an owner, and pumpkins have a gardener of their own.");
    try (Library library = base.library()) {
      library.prepare(Duration.ofMinutes(1), FillListener.NONE);
      return new Answers(library).answer(question, SOURCES);
    }
  }
}
