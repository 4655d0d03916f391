package dev.rustmend.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.kb.Guide;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.TestModels;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.settings.Settings;
import dev.rustmend.submission.Permission;
import dev.rustmend.submission.Submissions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
  @TempDir Path cache;

  static Stream<String> templates() {
    return new ShippedBase().get().guides().stream().filter(Guide::isTemplate).map(Guide::id);
  }

  /// All of them take minutes: `-Dgenerate.all=true`. A few show each kind of renaming.
  @ParameterizedTest
  @MethodSource("templates")
  void everyTemplateBecomesAProjectThatPassesItsTests(String id) throws Exception {
    boolean few =
        List.of("tiny-http-server", "c-interface", "library-and-binary-crates").stream()
            .anyMatch(id::endsWith);
    Assumptions.assumeTrue(few || Boolean.getBoolean("generate.all"));
    Generated made =
        generator().generate(Wanted.of("Keeps \"notes\" \\ for { me }").from(id), _ -> {});
    assertThat(made)
        .isInstanceOfSatisfying(
            Generated.Project.class,
            project -> {
              assertThat(project.proof()).contains("cargo test --workspace");
              assertThat(project.by()).isEqualTo(Generated.By.TEMPLATE);
              assertThat(project.files().toString()).doesNotContain("use app::");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "list all prime numbers below a limit, tasks/numbers/sieve-of-primes, src/lib.rs",
    "turn titles of blog posts into URL slugs, tasks/strings/slugify-title, src/lib.rs"
  })
  void whereNoTemplateFitsATaskBecomesAProject(String description, String task, String file)
      throws Exception {
    Generated made = generator().generate(Wanted.of(description), _ -> {});
    assertThat(made)
        .isInstanceOfSatisfying(
            Generated.Project.class,
            project -> {
              assertThat(project.template()).isEqualTo(task);
              assertThat(project.proof()).contains("cargo test --workspace");
              assertThat(project.files()).containsKeys(file, "Cargo.toml", "README.md");
              assertThat(project.files().get("README.md")).contains("Begun with the task `tasks/");
              assertThat(project.files().get("Cargo.toml"))
                  .contains("description = \"" + description + "\"")
                  .doesNotContain("task-of-the-base");
            });
  }

  @Test
  void aDescriptionThatIsNoneIsDeclined() throws Exception {
    Generated made = generator().generate(Wanted.of("  "), _ -> {});
    assertThat(made).isInstanceOf(Generated.Declined.class);
  }

  @Test
  void whatNoTemplateFitsIsDeclinedAndTheNearestAreNamed() throws Exception {
    Generated made =
        generator().generate(Wanted.of("trading bot for bitcoin on an exchange"), _ -> {});
    assertThat(made)
        .isInstanceOfSatisfying(
            Generated.Declined.class, declined -> assertThat(declined.nearest()).hasSize(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Crate", "fn", "a b", "../x", "test", "-x"})
  void aNameThatCargoWouldNotTakeIsDeclined(String name) throws Exception {
    var wanted =
        new Wanted("", "", Optional.of("lru-cache"), Optional.of(name), ModelUse.NOT_ASKED);
    assertThat(generator().generate(wanted, _ -> {})).isInstanceOf(Generated.Declined.class);
  }

  @Test
  void aModelsAdaptationIsTakenWhenItPassesItsTests() throws Exception {
    Assumptions.assumeTrue(sandbox().isThere());
    String answer =
        """
        [filename: src/error.rs]
        [filename: tests/spans.rs]
        [filename: src/lib.rs]
        ```rust
        //! Doubles numbers.

        /// Twice the number.
        pub fn double(n: u32) -> u32 {
            n * 2usize
        }

        #[cfg(test)]
        mod tests {
            #[test]
            fn doubles() { assert_eq!(super::double(2), 4); }
        }
        ```
        """;
    String wrong = answer.replace("2usize", "3");
    String right = answer.replace("2usize", "2");
    var model = new Scripted(List.of("I can not do that.", wrong, right));
    Generated made = adapted(model);
    assertThat(made)
        .isInstanceOfSatisfying(
            Generated.Project.class,
            project -> {
              assertThat(project.by()).isEqualTo(Generated.By.MODEL);
              assertThat(project.files().get("src/lib.rs"))
                  .contains("n * 2\n")
                  .contains("doubles() {\n");
            });
    assertThat(model.asked().getLast()).contains("cargo test").contains("assertion");
  }

  @Test
  void whenTheModelOnlyTalksItIsTheTemplateAndThatIsSaid() throws Exception {
    Assumptions.assumeTrue(sandbox().isThere());
    Generated made = adapted(new Scripted(List.of("no", "no", "no")));
    assertThat(made)
        .isInstanceOfSatisfying(
            Generated.Project.class,
            project -> {
              assertThat(project.by()).isEqualTo(Generated.By.TEMPLATE);
              assertThat(project.notes().getFirst()).contains("did not compile");
            });
  }

  private Generated adapted(Scripted model) throws InterruptedException {
    Settings settings = Settings.defaults().with(TestModels.named("model.gguf", false));
    return generator(settings, Optional.of(model))
        .generate(Wanted.of("doubles numbers").from("error-type-and-doc-tests"), _ -> {});
  }

  private Generator generator() {
    return generator(Settings.defaults(), Optional.empty());
  }

  private Generator generator(Settings settings, Optional<LanguageModel> model) {
    return new Generator(
        new ShippedBase(),
        Optional::empty,
        new Submissions(
            cache,
            System.getenv(),
            GeneratorTest::sandbox,
            Limits.defaults(),
            Permission.CONFINED_CODE,
            settings,
            new Models(_ -> model)));
  }

  private static Sandbox sandbox() {
    try {
      return Sandbox.find(System.getenv());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
