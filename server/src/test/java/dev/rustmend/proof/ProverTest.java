package dev.rustmend.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.Tools;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.operation.Operations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Entries with one mistake each, judged by the real compiler.
class ProverTest {
  @TempDir static Path folder;
  private static Prover prover;

  private static final String GOOD =
      """
      # Make `$x` mutable

      ```toml
      codes = ["E0384"]
      applicability = "machine-applicable"
      ```

      Use it when the value changes. Leave it when a new variable would do.

      ```rewrite
      message "cannot assign twice to immutable variable `$x`"
      at binding of $x  $x => mut $x
      ```

      ## Example

      ```rust,compile_fail,E0384
      fn main() {
          let x = 1;
          println!("{x}");
          x = 2;
      //  ^^^^^ cannot assign twice
          println!("{x}");
      }
      ```

      ```diff
      -    let x = 1;
      +    let mut x = 1;
      ```

      ## Not here

      ```rust,compile_fail,E0384
      fn show(_: &u8) {}
      fn main() {
          let x = 1;
          let y = &x;
          x = 2;
          show(y);
      }
      ```
      """;

  @BeforeAll
  static void documentation() throws Exception {
    Path page = folder.resolve("html/error_codes/E0384.html");
    Files.createDirectories(page.getParent());
    Files.writeString(
        page, "<p>An <code>immutable</code> variable was\nassigned more often than it likes.</p>");
    prover =
        new Prover(
            folder.resolve("cache"),
            new Prover.Programs(new CargoProcess(System.getenv()), new Tools(System.getenv())),
            Operations.all(),
            1,
            new Prover.Judges("rustc", "test", Optional.of(folder.resolve("html"))));
  }

  @Test
  void aSoundEntryIsProvenAndNotCompiledAgain() throws Exception {
    assertThat(problems(GOOD)).isEmpty();
    long before = proven();
    assertThat(problems(GOOD)).isEmpty();
    assertThat(before).isPositive().isEqualTo(proven());
  }

  @Test
  void aWrongCodeIsFound() throws Exception {
    String wrong =
        GOOD.replace("# Make `$x`", "# Make it").replaceFirst("(?s)```rewrite.*?```", "");
    assertThat(problems(wrong.replace("x = 2;\n//  ^^^^^ cannot assign twice", "y = 2;")))
        .contains("code: the program is told [E0425], not [E0384]");
  }

  @Test
  void whatIsToldWithTheErrorIsNamedInTheFenceAndNothingElse() throws Exception {
    String both =
        GOOD.replaceFirst("(?s)## Not here.*", "")
            .replace("fn main", "fn all() -> u8 { \"\" }\nfn main");
    assertThat(problems(both.replace("compile_fail,E0384", "compile_fail,E0384,E0308")))
        .containsExactly("diff: the repaired program is told: error[E0308]: mismatched types");
    assertThat(problems(both)).contains("code: the program is told [E0308, E0384], not [E0384]");
    assertThat(problems(GOOD.replace("compile_fail,E0384", "compile_fail,E0384,E0658")))
        .contains("code: the program is told [E0384], not [E0384, E0658]");
  }

  @Test
  void aWrongCaretAndAWrongLabelAreFound() throws Exception {
    String message = "caret: the primary span is not where the caret is";
    assertThat(problems(GOOD.replace("//  ^^^^^ cannot", "//    ^^^ cannot")))
        .containsExactly(message);
    assertThat(problems(GOOD.replace("^ cannot", "^ can not"))).containsExactly(message);
  }

  @Test
  void aDiffThatDoesNotCompileAndARecipeThatMakesSomethingElseAreFound() throws Exception {
    assertThat(problems(GOOD.replace("+    let mut x = 1;", "+    let ref x = 1;")))
        .anyMatch(problem -> problem.startsWith("diff: the repaired program is told: error"))
        .contains("recipe: the recipe does not make the repair of the diff");
    assertThat(problems(GOOD.replace("$x => mut $x", "$x => mut  $x")))
        .containsExactly("recipe: the recipe does not make the repair of the diff");
    assertThat(problems(GOOD.replace("at binding of $x  $x", "at primary let $x = 1;")))
        .containsExactly("recipe: the recipe offers nothing for its own example");
  }

  @Test
  void anOfferInNotHereThatCompilesIsFound() throws Exception {
    String wrong =
        GOOD.replace("    show(y);\n", "    show(&x);\n").replace("    let y = &x;\n", "");
    assertThat(problems(wrong))
        .containsExactly("not-here: the recipe offers “Make `x` mutable” here, and it compiles");
  }

  @Test
  void aProgramInNotHereWithoutTheErrorIsFound() throws Exception {
    String wrong = GOOD.replace("    x = 2;\n    show(y);\n", "    y = 2;\n");
    assertThat(problems(wrong))
        .containsExactly("not-here: the program has none of the errors [E0384]");
  }

  @Test
  void theFormIsJudgedWithoutTheCompiler() throws Exception {
    assertThat(problems(GOOD.replace("# Make `$x` mutable", "# The variable `$y` is immutable")))
        .containsExactly(
            "title: the title does not begin with a verb that is known",
            "title: nothing binds `$y`");
    assertThat(problems("errors/E0384/Make_It", GOOD))
        .containsExactly("slug: the file's name is not lower-case words with dashes");
    assertThat(problems("errors/E0308/make-mutable", GOOD))
        .containsExactly("folder: the folder `E0308` is none of the codes [E0384]");
    assertThat(problems(GOOD.replace("Use it when", "Use it when " + "so ".repeat(80))))
        .anyMatch(problem -> problem.startsWith("prose: the first paragraph has"));
  }

  @Test
  void aCopiedSentenceIsFound() throws Exception {
    String copied = "It is so. An immutable variable was assigned more often than it likes.";
    assertThat(problems(GOOD.replace("Leave it when a new variable would do.", copied)))
        .containsExactly(
            "copied: this sentence stands in the documentation: An immutable variable was assigned"
                + " more often than it likes.");
  }

  @Test
  void entriesThatMakeEachOthersRepairsAreFound() throws Exception {
    assertThat(problems(Map.of("errors/E0384/a", GOOD, "errors/E0384/b", GOOD)))
        .containsExactly("duplicate: this entry and `errors/E0384/a` make each other's repairs");
  }

  @Test
  void anEntryThatOffersEverywhereAndNeverCompilesIsFound() throws Exception {
    String explained =
        GOOD.replace("# Make `$x`", "# Make it")
            .replaceFirst("(?s)```rewrite.*?```\n\n", "")
            .replace("    x = 2;\n//  ^^^^^", "    let _y = { x = 2 };\n//             ^^^^^");
    String broad =
        GOOD.replace("# Make `$x` mutable", "# Declare `$x` again")
            .replaceFirst("(?s)message.*?mut \\$x", "at primary \\$x = \\$v => let \\$x = \\$v")
            .replace("-    let x = 1;\n+    let mut x = 1;", "-    x = 2;\n+    let x = 2;")
            .replaceFirst("(?s)## Not here.*", "");
    var files = new TreeMap<>(Map.of("errors/E0384/broad", broad));
    for (int i = 1; i < 5; i++) {
      files.put("errors/E0384/explained-" + i, explained.replace("= 1", "= 1" + i));
    }
    assertThat(problems(files)).isEmpty();
    files.put("errors/E0384/explained-5", explained);
    assertThat(problems(files))
        .containsExactly(
            "too-broad: it offers something on 5 examples of other entries, and nothing of it"
                + " compiles");
  }

  private static final String TASK =
      """
      # Double a number

      ```toml
      keywords = ["times two", "mul", "twice"]
      ```

      Use it when the number is small.

      ```rust
      /// Twice `number`.
      pub fn doubled(number: i32) -> i32 {
          number * 2
      }

      #[cfg(test)]
      mod tests {
          use super::*;

          #[test]
          fn doubles() {
              assert_eq!(doubled(2), 4);
          }
      }
      ```
      """;

  @Test
  void aTaskIsCompiledAndItsTestsAreRun() throws Exception {
    String id = "tasks/numbers/double";
    assertThat(problems(id, TASK)).isEmpty();
    assertThat(problems(id, TASK.replace("doubled(2), 4", "doubled(2), 5")))
        .anyMatch(problem -> problem.startsWith("test: a test fails: thread 'tests::doubles'"));
    assertThat(problems(id, TASK.replace("/// Twice", "// Twice")))
        .containsExactly(
            "compile: the compiler has something to say: error: missing documentation for a"
                + " function");
    assertThat(problems(id, TASK.replace("    number * 2", "  number * 2")))
        .containsExactly("format: rustfmt would change it");
    assertThat(problems(Map.of(id, TASK, id + "-again", TASK)))
        .containsExactly("duplicate: `tasks/numbers/double` has the same title");
  }

  private static long proven() throws Exception {
    try (var files = Files.walk(folder.resolve("cache/proven"))) {
      return files.count();
    }
  }

  private static List<String> problems(String markdown) throws Exception {
    return problems("errors/E0384/make-mutable", markdown);
  }

  private static List<String> problems(String id, String markdown) throws Exception {
    return problems(Map.of(id, markdown));
  }

  private static List<String> problems(Map<String, String> files) throws Exception {
    List<EntryProblem> problems = prover.problems(files, (_, _) -> {});
    return problems.stream().map(each -> each.rule() + ": " + each.message()).toList();
  }
}
