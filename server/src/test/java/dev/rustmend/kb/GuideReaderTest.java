package dev.rustmend.kb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuideReaderTest {
  private static final String TASK =
      """
      # Double a number

      ```toml
      keywords = ["times two", "mul", "twice"]
      ```

      Use it for numbers.

      ```rust
      fn main() {}
      ```
      """;
  private static final String TEMPLATE =
      """
      # Small program

      ```toml
      keywords = ["binary", "start", "skeleton"]
      ```

      Begin with it.

      ```toml
      # Cargo.toml
      [package]
      name = "app"
      ```

      ```rust
      // src/main.rs
      fn main() {}
      ```
      """;

  @Test
  void aTaskHasOneFile() {
    Guide task = GuideReader.read("tasks/numbers/double", TASK).guide().orElseThrow();
    assertThat(task.title()).isEqualTo("Double a number");
    assertThat(task.keywords()).containsExactly("times two", "mul", "twice");
    assertThat(task.prose()).isEqualTo("Use it for numbers.");
    assertThat(task.files())
        .containsExactly(new Guide.SourceFile("src/main.rs", "fn main() {}\n", 10));
  }

  @Test
  void aTemplateHasTheFilesThatItsBlocksName() {
    Guide template = GuideReader.read("templates/cli/small", TEMPLATE).guide().orElseThrow();
    assertThat(template.files())
        .containsExactly(
            new Guide.SourceFile("Cargo.toml", "[package]\nname = \"app\"\n", 11),
            new Guide.SourceFile("src/main.rs", "fn main() {}\n", 17));
  }

  @Test
  void whatDoesNotBelongIntoATaskIsFound() {
    assertThat(problems(TASK + "\nMore prose.\n"))
        .containsExactly("13 layout: there is prose behind a program");
    assertThat(problems(TASK.replace("Use it", "## When\n\nUse it")))
        .containsExactly("7 layout: `## When` does not belong here");
    assertThat(problems(TASK.replace("keywords", "codes")))
        .containsExactly("3 toml: the keys are [codes]");
    assertThat(problems(TASK.replace("```rust", "```text")))
        .containsExactly("9 program: a task has one `rust` block, and this one has [text]");
  }

  @Test
  void aTaskMaySayHowItIsAskedFor() {
    String asking = TASK.replace("\"twice\"]\n", "\"twice\"]\nasked = [\"2x\", \"n + n\"]\n");
    Guide task = GuideReader.read("tasks/numbers/double", asking).guide().orElseThrow();
    assertThat(task.asked()).containsExactly("2x", "n + n");
    assertThat(problems(asking.replace("n + n", "2x")))
        .containsExactly("3 toml: a question of `asked` stands there twice");
    assertThat(problems(asking.replace("\"2x\"", "2")))
        .containsExactly("3 toml: the keys are [keywords, asked]");
  }

  @Test
  void aFileThatLeavesTheProjectIsFound() {
    String outside = TEMPLATE.replace("// src/main.rs", "// ../main.rs");
    assertThat(GuideReader.read("templates/cli/small", outside).problems())
        .extracting(EntryProblem::message)
        .contains("`../main.rs` is no path in a project");
  }

  @Test
  void aBaseHasTasksBesideItsEntries() {
    KnowledgeBase base = KnowledgeBase.ofFiles(Map.of("tasks/numbers/double", TASK));
    assertThat(base.guides()).extracting(Guide::id).containsExactly("tasks/numbers/double");
    assertThat(base.countOfGuides("tasks")).isEqualTo(1);
    assertThat(base.entries()).isEmpty();
    assertThat(base.ofCode("")).isEmpty();
  }

  @Test
  void whatIsRecordedIsReadAsItWasWritten() {
    String text = "# rustc 1.95.0\nerrors/E0384/a\n  m no `$x`\n  l here\n  n there\n";
    RecordedMessages read = RecordedMessages.parse(text);
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.of("errors/E0384/a"))
        .isEqualTo(
            new RecordedMessages.Said(List.of("no `$x`"), List.of("here"), List.of("there")));
    assertThat(read.of("errors/E0384/b").messages()).isEmpty();
  }

  private static List<String> problems(String markdown) {
    return GuideReader.read("tasks/numbers/double", markdown).problems().stream()
        .map(each -> each.line() + " " + each.rule() + ": " + each.message())
        .toList();
  }
}
