package dev.rustmend.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Origin;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerReaderTest {
  private static final String TWO =
      """
      /// Adds.
      #[inline]
      fn add(a: u32, b: u32) -> u32 {
          let sum: u32 = "no";
          a + b
      }

      fn main() {
          println!("{}", add(1, 2));
      }
      """;

  private static final String ADD =
      "fn add(a: u32, b: u32) -> u32 {\n    let sum: u32 = 0;\n    a + b\n}";

  private final AnswerReader reader = new AnswerReader("tiny");
  @TempDir private Path folder;

  @Test
  void aWholeItemBecomesTheSmallestEdit() {
    Program program = Program.in(folder, TWO);
    String answer = framed(1, "/// Adds.\n#[inline]\n" + ADD);
    Candidate candidate = proposed(answer, program.prompt("\"no\""));
    assertThat(candidate.patch().edits().get(program.file()))
        .singleElement()
        .extracting(TextEdit::newText)
        .isEqualTo("    let sum: u32 = 0;\n");
    assertThat(candidate.title()).isEqualTo("Rewrite the function `add`");
    assertThat(candidate.origin()).isEqualTo(new Origin(Origin.Source.MODEL, "model:tiny"));
    assertThat(candidate.admits()).isEmpty();
  }

  @Test
  void documentationAndAttributesThatAnAnswerLeavesOutStayAndCommentsMustBeKept() {
    String text = TWO.replace("    a + b", "    // the sum, e.g. \"3\"\n    a + b");
    Program program = Program.in(folder, text);
    RepairPrompt prompt = program.prompt("\"no\"");
    Candidate candidate =
        proposed(
            framed(1, ADD.replace("    a + b", "    // the sum, e.g. \"3\"\n    a + b")), prompt);
    assertThat(candidate.patch().apply(program.file(), SourceText.of(text)).string())
        .isEqualTo(text.replace("\"no\"", "0"));
    assertThat(refusal(framed(1, ADD), prompt))
        .isEqualTo("drops the comment `// the sum, e.g. \"3\"`");
    assertThat(refusal(framed(1, "#[cold]\n" + ADD), prompt)).startsWith("drops the comment");
  }

  @Test
  void whatIsNoWholeItemOfTheRightNameIsRefused() {
    RepairPrompt prompt = Program.in(folder, TWO).prompt("\"no\"", "println");
    assertThat(refusal("I can not help with that.", prompt)).isEqualTo("has no block of code");
    assertThat(refusal("Item 1\n```rust\n" + ADD, prompt))
        .isEqualTo("is cut off before the end of its block");
    assertThat(refusal(framed(1, ADD.substring(0, 40)), prompt)).isEqualTo("does not parse");
    assertThat(refusal(framed(1, "?? \\ nonsense 💥 ]["), prompt)).isEqualTo("does not parse");
    assertThat(refusal(framed(1, "let sum = 0;"), prompt)).isEqualTo("is no whole item");
    assertThat(refusal(framed(1, ""), prompt)).isEqualTo("is no whole item");
    assertThat(refusal(framed(1, ADD + "\nfn more() {}"), prompt))
        .isEqualTo("changes several items where one was asked for");
    assertThat(refusal(framed(1, ADD) + framed(2, "fn main() {}"), prompt))
        .isEqualTo("has several blocks of code where one was asked for");
    assertThat(refusal("Item 1\nItem 2\n```rust\n" + ADD + "\n```", prompt))
        .isEqualTo("names several items where one was asked for");
    assertThat(refusal(framed(1, "fn sum() {}"), prompt))
        .isEqualTo("has the function `sum` in the place of the function `add`");
    assertThat(refusal(framed(1, "struct add;"), prompt))
        .isEqualTo("has the struct `add` in the place of the function `add`");
    assertThat(refusal(framed(7, ADD), prompt)).isEqualTo("does not say which item it is for");
    assertThat(refusal("Item 1\n```python\npass\n```", prompt))
        .isEqualTo("has a block that is no Rust");
    assertThat(refusal(framed(2, "fn main() { println!(\"{}\",\n  add(1, 2));\n}"), prompt))
        .isEqualTo("changes nothing");
  }

  @Test
  void withoutANumberTheNameTellsWhichItemIsMeant() {
    RepairPrompt two = Program.in(folder, TWO).prompt("\"no\"", "println");
    String answer = "Here you are:\n\n```rust\n" + ADD + "\n```\nIt compiles now.";
    assertThat(proposed(answer, two).title()).isEqualTo("Rewrite the function `add`");
    assertThat(refusal("```\nfn other() {}\n```", two))
        .isEqualTo("does not say which item it is for");
    String twins = "mod a {\n    fn f() { one }\n}\nmod b {\n    fn f() { two }\n}\n";
    assertThat(refusal("```\nfn f() {}\n```", Program.in(folder, twins).prompt("one", "two")))
        .isEqualTo("does not say which item it is for");
  }

  @Test
  void indentationAndLineEndsStayThoseOfTheFile() {
    String text =
        "mod m {\r\n    impl<'a> P<'a> {\r\n        fn f(&self) -> u8 { x }\r\n    }\r\n}\r\n";
    Program program = Program.in(folder, text);
    RepairPrompt prompt = program.prompt("x }");
    assertThat(prompt.items().getFirst().code())
        .isEqualTo("impl<'a> P<'a> {\n    fn f(&self) -> u8 { x }\n}");
    Candidate candidate =
        proposed(framed(1, "impl P<'_> {\n    fn f(&self) -> u8 { 1 }\n}"), prompt);
    assertThat(candidate.patch().apply(program.file(), SourceText.of(text)).string())
        .isEqualTo(text.replace("impl<'a> P<'a>", "impl P<'_>").replace("{ x }", "{ 1 }"));
  }

  @Test
  void codeThatReadsOtherFilesWhileItIsCompiledIsRefused() {
    RepairPrompt prompt = Program.in(folder, TWO).prompt("\"no\"");
    for (String hostile :
        List.of(
            "include!(\"/etc/passwd\")",
            "include_str!(\"../../.ssh/id_rsa\").len() as u32",
            "{ use std::include_bytes as f; f!(\"/etc/passwd\").len() as u32 }",
            "env!(\"AWS_SECRET_ACCESS_KEY\").len() as u32",
            "{ #[path = \"/etc/passwd\"] mod m; 0 }",
            "{ println!(\"{}\", option_env!(\"HOME\").is_some()); 0 }")) {
      assertThat(refusal(framed(1, ADD.replace("= 0", "= " + hostile)), prompt))
          .as(hostile)
          .startsWith("reaches outside of the program with `");
    }
  }

  @Test
  void aFileThatDoesNotParseIsRepairedAsAWhole() {
    Program program = Program.in(folder, "fn main() {\n    let x = (1;\n}\n");
    var error = program.error("", "mismatched closing delimiter: `;`", "(1;");
    RepairPrompt prompt = written(program.write(error, 8192));
    assertThat(prompt.items().getFirst().name()).isEqualTo("file `main.rs`");
    Candidate candidate = proposed(framed(1, "fn main() {\n    let x = (1);\n}"), prompt);
    assertThat(candidate.patch().apply(program.file(), SourceText.of(program.text())).string())
        .isEqualTo("fn main() {\n    let x = (1);\n}\n");
    assertThat(refusal(framed(1, "fn main() {\n    let x = [1;\n}"), prompt))
        .isEqualTo("does not parse");
  }

  private Candidate proposed(String answer, RepairPrompt prompt) {
    return switch (reader.read(answer, prompt)) {
      case Answer.Proposed(Candidate candidate) -> candidate;
      case Answer.Refused(String why) -> throw new AssertionError(why);
    };
  }

  private String refusal(String answer, RepairPrompt prompt) {
    return switch (reader.read(answer, prompt)) {
      case Answer.Proposed(Candidate candidate) -> "proposes " + candidate.patch();
      case Answer.Refused(String why) -> why;
    };
  }

  private static RepairPrompt written(PromptResult result) {
    return switch (result) {
      case PromptResult.Written(RepairPrompt prompt) -> prompt;
      case PromptResult.Refused(String why) -> throw new AssertionError(why);
    };
  }

  private static String framed(int number, String code) {
    return "Item %d\n```rust\n%s\n```\n".formatted(number, code);
  }
}
