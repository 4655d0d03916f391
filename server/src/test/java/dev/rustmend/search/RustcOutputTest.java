package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Level;
import org.junit.jupiter.api.Test;

class RustcOutputTest {
  private static final String MOVED =
      """
      error[E0382]: borrow of moved value: `names`
       --> src/main.rs:4:20
        |
      2 |     let names = vec![String::from("a")];
        |         ----- move occurs because `names` has type `Vec<String>`
      3 |     for n in names {}
        |              ----- `names` moved due to this implicit call to `.into_iter()`
      4 |     println!("{}", names.len());
        |                    ^^^^^ value borrowed here after move
        |
      note: `into_iter` takes ownership of the receiver `self`
      help: consider iterating over a slice of the `Vec<String>`'s content
        |
      3 |     for n in &names {}
        |              +

      error: aborting due to 1 previous error
      """;

  @Test
  void everyPartOfAnErrorIsRead() {
    RustcMessage message = RustcOutput.parse(MOVED).orElseThrow();
    assertThat(message.level()).isEqualTo(Level.ERROR);
    assertThat(message.code()).isEqualTo("E0382");
    assertThat(message.message()).isEqualTo("borrow of moved value: `names`");
    assertThat(message.labels())
        .containsExactly(
            "move occurs because `names` has type `Vec<String>`",
            "`names` moved due to this implicit call to `.into_iter()`",
            "value borrowed here after move");
    assertThat(message.notes())
        .containsExactly(
            "`into_iter` takes ownership of the receiver `self`",
            "consider iterating over a slice of the `Vec<String>`'s content");
    assertThat(message.codeLines()).contains("for n in names {}", "println!(\"{}\", names.len());");
  }

  @Test
  void coloursAndWhatAnotherProgramPrintsBeforeItDoNotMatter() {
    String colored =
        "app | \u001b[1m\u001b[91merror[E0308]\u001b[0m: mismatched types\n --> a.rs:1:2";
    assertThat(RustcOutput.parse(colored).orElseThrow().code()).isEqualTo("E0308");
  }

  @Test
  void theFirstErrorCountsAndNotTheWarningsBeforeIt() {
    RustcMessage message =
        RustcOutput.parse("warning: unused variable: `x`\n --> a.rs:1:2\n\n" + MOVED).orElseThrow();
    assertThat(message.code()).isEqualTo("E0382");
  }

  @Test
  void aLintIsNamedByItsNote() {
    String text =
        """
        warning: this expression creates a reference which is immediately dereferenced
         --> src/main.rs:3:10
          |
        3 |     show(&name);
          |          ^^^^^ help: change this to: `name`
          |
          = note: `#[warn(clippy::needless_borrow)]` on by default
        """;
    RustcMessage message = RustcOutput.parse(text).orElseThrow();
    assertThat(message.code()).isEqualTo("clippy::needless_borrow");
    assertThat(message.level()).isEqualTo(Level.WARNING);
  }

  @Test
  void aPasteWithoutItsHeaderStillShowsWhatRustcDraws() {
    String text = "4 |     show(names);\n  |          ^^^^^ value used here after move\n";
    RustcMessage message = RustcOutput.parse(text).orElseThrow();
    assertThat(message.message()).isEmpty();
    assertThat(message.labels()).containsExactly("value used here after move");
    assertThat(message.codeLines()).containsExactly("show(names);");
  }

  @Test
  void aHeaderCutOffBehindItsMessageIsEnough() {
    assertThat(Query.of("error: cannot find macro `foo` in this scope"))
        .isInstanceOf(Query.RustcText.class);
  }

  @Test
  void aQuestionIsNone() {
    assertThat(Query.of("how do I read a file line by line?")).isInstanceOf(Query.Question.class);
    assertThat(Query.of("what is error E0382 about | and - why"))
        .isInstanceOf(Query.Question.class);
    assertThat(Query.of("")).isInstanceOf(Query.Question.class);
  }
}
