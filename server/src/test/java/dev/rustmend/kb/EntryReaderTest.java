package dev.rustmend.kb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Applicability;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntryReaderTest {
  private static final String ID = "errors/E0384/make-mutable";
  private static final String GOOD =
      """
      # Make `$x` mutable

      ```toml
      codes = ["E0384"]
      message = ["cannot assign twice to `$x`", "cannot assign … `$x`"]
      applicability = "machine-applicable"
      ```

      Use it when the value changes. Leave it when
      a new variable would do.

      A variable keeps its value unless it says so.

      ```rewrite
      # the first span
      at primary  $x = $v

      insert before label "first assignment to `$x`" mut\\s
      ```

      ## Example

      ```rust,compile_fail,E0384
      fn main() {
          let x = 1;
          x = 2;
      //  ^^^^^ cannot assign twice
      }
      ```

      ```diff
      -    let x = 1;
      +    let mut x = 1;
      ```

      ## Not here

      ```rust,compile_fail,E0384
      fn main() {}
      ```
      """;

  @Test
  void aGoodEntryIsReadWithAllItsParts() {
    Entry entry = good(GOOD);
    assertThat(entry.title()).isEqualTo("Make `$x` mutable");
    assertThat(entry.codes()).containsExactly("E0384");
    assertThat(entry.messages()).hasSize(2);
    assertThat(entry.applicability()).isEqualTo(Applicability.MACHINE_APPLICABLE);
    assertThat(entry.edition()).isEqualTo("2024");
    assertThat(entry.summary())
        .isEqualTo("Use it when the value changes. Leave it when\na new variable would do.");
    assertThat(entry.prose()).endsWith("unless it says so.");
    assertThat(entry.notHere()).hasSize(1);
    assertThat(entry.proposes()).isTrue();
    assertThat(entry.shortId()).isEqualTo("E0384/make-mutable");
    assertThat(entry.collection()).isEqualTo("errors");
  }

  @Test
  void theStepsOfARecipeAreReadInOrderWithoutCommentsAndEmptyLines() {
    assertThat(good(GOOD).rewrite().orElseThrow().steps())
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        new Rewrite.Match(
                            new Anchor.Primary(), "$x = $v", java.util.Optional.empty())),
            second -> {
              var insert = (Rewrite.Insert) second;
              assertThat(insert.side()).isEqualTo(Rewrite.Side.BEFORE);
              assertThat(insert.text()).isEqualTo("mut ");
              assertThat(insert.anchor()).isInstanceOf(Anchor.Label.class);
            });
  }

  @Test
  void theExampleIsTheProgramWithItsRepair() {
    Example example = good(GOOD).examples().getFirst();
    assertThat(example.broken().code()).isEqualTo("E0384");
    assertThat(example.broken().files().get(Program.MAIN)).doesNotContain("^");
    assertThat(example.repaired())
        .isEqualTo(Map.of(Program.MAIN, "fn main() {\n    let mut x = 1;\n    x = 2;\n}\n"));
  }

  @Test
  void anOperationIsReadWithItsParameters() {
    String markdown =
        GOOD.replaceFirst("(?s)```rewrite.*?```\n", "")
            .replace(
                "codes =", "rewrite = \"add-mut\"\nwith = { depth = 2, name = \"x\" }\ncodes =");
    OperationCall call = good(markdown).operation().orElseThrow();
    assertThat(call.name()).isEqualTo("add-mut");
    assertThat(call.parameter("depth", "")).isEqualTo("2");
    assertThat(call.parameter("name", "")).isEqualTo("x");
    assertThat(call.parameter("other", "none")).isEqualTo("none");
  }

  @Test
  void aRetiredEntryProposesNothing() {
    Entry entry = good(GOOD.replace("codes =", "retired = \"rustc says it better\"\ncodes ="));
    assertThat(entry.proposes()).isFalse();
    assertThat(entry.retired()).contains("rustc says it better");
  }

  @Test
  void aFileWithoutATitleIsTold() {
    assertThat(problems(GOOD.replace("# Make `$x` mutable\n", ""))).contains("title:1");
  }

  @Test
  void aFileWithoutTomlIsNoEntry() {
    EntryReader.Result result = EntryReader.read(ID, "# Title\n\nProse.\n");
    assertThat(result.entry()).isEmpty();
    assertThat(rules(result)).containsExactly("toml:1");
  }

  @Test
  void brokenTomlIsToldAtItsBlock() {
    assertThat(problems(GOOD.replace("codes = [", "codes = "))).containsExactly("toml:3");
  }

  @Test
  void aValueOfTheWrongTypeIsToldAndSinksNothing() {
    assertThat(problems(GOOD.replace("[\"E0384\"]", "\"E0384\""))).containsExactly("toml:3");
    assertThat(problems(GOOD.replace("\"machine-applicable\"", "1"))).containsExactly("toml:3");
  }

  @Test
  void anUnknownKeyAndAnUnknownApplicabilityAreTold() {
    assertThat(problems(GOOD.replace("codes =", "author = \"me\"\ncodes =")))
        .containsExactly("toml:3");
    assertThat(problems(GOOD.replace("machine-applicable", "sure"))).containsExactly("toml:3");
  }

  @Test
  void aStepThatCanNotBeReadIsToldAtItsLine() {
    assertThat(problems(GOOD.replace("at primary", "near primary"))).containsExactly("rewrite:16");
  }

  @Test
  void aDiffThatDoesNotFitIsToldAtItsBlock() {
    assertThat(problems(GOOD.replace("-    let x", "-    let y"))).containsExactly("diff:31");
  }

  @Test
  void headingsAndBlocksThatNobodyKnowsAreTold() {
    assertThat(problems(GOOD.replace("## Not here", "## Elsewhere"))).contains("layout:36");
    assertThat(problems(GOOD.replace("```diff", "```patch"))).contains("layout:31");
  }

  @Test
  void blocksInAnotherOrderAreTold() {
    int example = GOOD.indexOf("## Example");
    int notHere = GOOD.indexOf("## Not here");
    String swapped =
        GOOD.substring(0, example)
            + GOOD.substring(notHere)
            + "\n"
            + GOOD.substring(example, notHere);
    assertThat(problems(swapped)).contains("layout:21");
  }

  @Test
  void aSecondRecipeAndAProgramWithoutADiffAreTold() {
    assertThat(
            problems(GOOD.replace("## Example", "```rewrite\ndelete primary\n```\n\n## Example")))
        .containsExactly("layout:21");
    assertThat(problems(GOOD.replaceFirst("(?s)```diff.*?```\n", ""))).containsExactly("layout:32");
  }

  @Test
  void aBlockThatIsNeverClosedIsTold() {
    assertThat(problems(GOOD.stripTrailing().replaceFirst("```$", ""))).contains("layout:38");
  }

  @Test
  void aProblemLooksLikeOneOfTheCompilers() {
    EntryProblem problem =
        EntryReader.read(ID, GOOD.replace("at primary", "near primary")).problems().getFirst();
    assertThat(problem.rendered().lines())
        .containsExactly(
            "error[rewrite]: this line of the recipe can not be read",
            "  --> errors/E0384/make-mutable.md:16",
            "  = help: a step begins with `at`, `message`, `said`, `insert before`, `insert after`"
                + " or `delete`");
  }

  private static Entry good(String markdown) {
    EntryReader.Result result = EntryReader.read(ID, markdown);
    assertThat(result.problems()).isEmpty();
    return result.entry().orElseThrow();
  }

  private static List<String> problems(String markdown) {
    return rules(EntryReader.read(ID, markdown));
  }

  private static List<String> rules(EntryReader.Result result) {
    return result.problems().stream().map(each -> each.rule() + ":" + each.line()).toList();
  }
}
