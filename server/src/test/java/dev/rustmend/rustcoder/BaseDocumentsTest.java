package dev.rustmend.rustcoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BaseDocumentsTest {
  @Test
  void anErrorBecomesADocumentWithItsSolution() {
    var documents =
        BaseDocuments.json(
            "{\"error\": \"error[E0502]: cannot borrow\", \"solution\": \"End the first borrow.\","
                + " \"context\": \"a loop\", \"example\": \"fn f() {}\"}");
    assertThat(documents)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.title()).isEqualTo("error[E0502]: cannot borrow");
          assertThat(one.body())
              .contains("End the first borrow.", "a loop", "```rust\nfn f() {}\n```");
        });
  }

  @Test
  void aProjectBringsItsFiles() {
    var documents =
        BaseDocuments.json(
            "[{\"query\": \"a server\", \"example\": \"Listens.\","
                + " \"project_files\": {\"src/main.rs\": \"fn main() {}\"}}, {\"other\": 1}, 3]");
    assertThat(documents)
        .singleElement()
        .satisfies(
            one -> assertThat(one.body()).contains("Listens.", "`src/main.rs`", "fn main() {}"));
  }

  @Test
  void questionsAreReadWithTheirAnswers() {
    var documents =
        BaseDocuments.questions(
            """
            Intro

            Q: What is E0072?
            A: A type without an end.
            Use Box.

            **Question 2:** And E0716?

            ```
            code
            ```
            **Answer:** A temporary dies.
            """);
    assertThat(documents).hasSize(2);
    assertThat(documents.getFirst())
        .isEqualTo(
            new BaseDocuments.Document("What is E0072?", "A type without an end.\nUse Box."));
    assertThat(documents.getLast().title()).isEqualTo("And E0716?");
    assertThat(documents.getLast().body()).contains("code").endsWith("A temporary dies.");
  }

  @Test
  void whatIsNotJsonIsSaidToBe() {
    assertThatThrownBy(() -> BaseDocuments.json("{")).isInstanceOf(IllegalArgumentException.class);
  }
}
