package dev.rustmend.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RustcSuggestionsTest {
  private static final Path MAIN = Path.of("/app/src/main.rs");
  private static final Path LIB = Path.of("/app/src/lib.rs");
  private static final String SOURCE = "fn main() { let x = 1; take(x); }";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "consider borrowing here | & | Borrow here: insert `&`",
        "consider cloning the value if the performance cost is acceptable | .clone() | Clone the"
            + " value if the performance cost is acceptable: insert `.clone()`",
        "try using a conversion method: | .to_string() | Use a conversion method: insert"
            + " `.to_string()`",
        "you can convert an `i32` to an `i64` | .into() | Convert an `i32` to an `i64`: insert"
            + " `.into()`",
        "consider iterating over a slice | & | Iterate over a slice: insert `&`",
        "add `mut` here | mut | Add `mut` here",
        "a local variable with a similar name exists | y | Insert `y`",
      })
  void adviceBecomesATitleThatSaysWhatIsWritten(String message, String text, String title) {
    assertThat(titles(suggestion(message, TextEdit.insert(4, text)))).containsExactly(title);
  }

  @Test
  void aSimilarNameOfOneLetterIsForAPerson() {
    Suggestion similar =
        suggestion("a local variable with a similar name exists", TextEdit.replace(16, 17, "y"));
    assertThat(candidates(similar)).allMatch(Candidate::isForAPerson);
    Suggestion partOfAName =
        suggestion("a function with a similar name exists", TextEdit.replace(26, 27, "o"));
    assertThat(candidates(partOfAName)).noneMatch(Candidate::isForAPerson);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fn f() -> impl Sized + use<'a> { x } | use<'a> | fn f() -> impl Sized { x }",
        "enum E { pub A } | pub | enum E { A }",
        "struct S<T: A + B>(T); | B | struct S<T: A>(T);",
        "fn f(x: &mut u8) {} | mut | fn f(x: & u8) {}",
        "fn f(é: A + B) {} | A + | fn f(é: B) {}",
      })
  void aDeletionLeavesNothingDangling(String source, String deleted, String result) {
    SourceText text = SourceText.of(source);
    int start = SourceText.of(source.substring(0, source.lastIndexOf(deleted))).length();
    Suggestion removal =
        suggestion("remove it", TextEdit.replace(start, start + deleted.length(), ""));
    Candidate candidate = candidates(source, diagnostic("E0449", "no", removal)).getFirst();
    assertThat(candidate.patch().apply(MAIN, text).string()).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "fn f() -> &str;, true",
    "fn f() -> &[u8];, true",
    "fn f() -> &dyn Fn();, true",
    "fn f() -> &String;, false",
    "fn f() -> &[u8; 4];, false",
  })
  void anUnsizedResultIsForAPerson(String source, boolean person) {
    Suggestion owned = suggestion("return an owned value instead", TextEdit.replace(10, 11, ""));
    assertThat(candidates(source, diagnostic("E0106", "missing lifetime specifier", owned)))
        .allMatch(candidate -> candidate.isForAPerson() == person);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "struct Lazy<T>(fn() -> T); struct Key; | true",
        "struct Lazy<T> { item: PhantomData<T>, at: *const T } struct Key; | true",
        "struct Lazy<T>(T); struct Key; | false",
        "struct Lazy<T> { make: fn() -> T, made: Option<T> } struct Key; | false",
      })
  void aDeriveThatOnlyABoundAsksForIsForAPerson(String source, boolean person) {
    Suggestion derive =
        suggestion(
            "consider annotating `Key` with `#[derive(Clone)]`",
            TextEdit.insert(source.indexOf("struct Key"), "#[derive(Clone)]\n"));
    String message =
        "the method `clone` exists for struct `Lazy<Key>`, but its trait bounds were not satisfied";
    assertThat(candidates(source, diagnostic("E0599", message, derive)))
        .allMatch(candidate -> candidate.isForAPerson() == person);
  }

  @Test
  void aReplacementAndADeletionAreShown() {
    assertThat(
            titles(
                suggestion("a constant with a similar name exists", TextEdit.replace(3, 7, "MAIN")),
                suggestion("remove this", TextEdit.replace(0, 3, ""))))
        .containsExactly("Replace `main` with `MAIN`", "Remove this: remove `fn`");
  }

  @Test
  void animportIsNamedByItsPath() {
    assertThat(
            titles(
                suggestion(
                    "consider importing one of these structs",
                    TextEdit.insert(0, "use std::collections::HashMap;\n\n"))))
        .containsExactly("Import `std::collections::HashMap`");
  }

  @Test
  void aPatchInAnotherFileNamesThatFile() {
    var suggestion =
        new Suggestion(
            "consider adding `pub`",
            Applicability.MAYBE_INCORRECT,
            Patch.of(LIB, TextEdit.insert(0, "pub ")));
    assertThat(titles(suggestion)).containsExactly("Add `pub` in `lib.rs`");
  }

  @Test
  void theCompilersPriorDecidesTheOrderAndEqualPatchesCountOnce() {
    var unsure = suggestion("try this", TextEdit.insert(1, "a"));
    var sure =
        new Suggestion(
            "write b", Applicability.MACHINE_APPLICABLE, Patch.of(MAIN, TextEdit.insert(2, "b")));
    assertThat(titles(unsure, sure, unsure)).hasSize(2).first().isEqualTo("Write b: insert `b`");
  }

  private static Suggestion suggestion(String message, TextEdit... edits) {
    return new Suggestion(message, Applicability.MAYBE_INCORRECT, Patch.of(MAIN, edits));
  }

  private static List<String> titles(Suggestion... suggestions) {
    return candidates(suggestions).stream().map(Candidate::title).toList();
  }

  private static List<Candidate> candidates(Suggestion... suggestions) {
    return candidates(SOURCE, diagnostic("E0382", "use of moved value: `x`", suggestions));
  }

  private static List<Candidate> candidates(String source, Diagnostic diagnostic) {
    var workspace = new Workspace();
    workspace.put(MAIN, 1, SourceText.of(source));
    Snapshot snapshot = workspace.snapshot();
    return new RustcSuggestions().candidates(diagnostic, snapshot);
  }

  private static Diagnostic diagnostic(String code, String message, Suggestion... suggestions) {
    var span =
        new Span(
            MAIN, new TextRange(28, 29), 1, 29, true, Optional.empty(), Optional.empty(), true);
    return new Diagnostic(
        Level.ERROR,
        Optional.of(new DiagnosticCode(code)),
        message,
        List.of(span),
        List.of(),
        Arrays.asList(suggestions),
        "",
        new CrateId("app", "app", "bin"));
  }
}
