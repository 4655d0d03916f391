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
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionDoubtTest {
  private static final Path MAIN = Path.of("/app/src/main.rs");

  /// In the program, « and » enclose what the suggestion replaces; `-` writes nothing, `␣` a blank.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SHORT_NAME | E0425 | no `b` | a local variable with a similar name exists | a + «b» | a",
        "none | E0425 | no | a function with a similar name exists | areaof«_»box() | _of_",
        "none | E0425 | no | a local variable with a similar name exists | a + «B» | b",
        "INVENTED_VALUE | E0381 | no | consider assigning a value | let n: u8«»; | = 42",
        "ONE_OF_SEVERAL_IMPLS | E0790 | no | use a fully-qualified path to one of the available"
            + " implementations | let n = «»Make::make(); | <A as␣",
        "none | E0790 | no | use the fully-qualified path to the only available implementation"
            + " | let n = «»Make::make(); | <A as␣",
        "WORKS_IN_PLACE | E0599 | no | a method with a similar name | let a = v.sort«ed»(); | -",
        "none | E0599 | no | there is a method with a similar name | v.sort«ed»(); | -",
        "REBOUND_REFERENCE | E0384 | cannot assign to immutable argument `n` | consider making this"
            + " binding mutable | fn f(«»n: &mut u8) {} | mut␣",
        "none | E0384 | cannot assign to immutable argument `n` | consider making this binding"
            + " mutable | fn f(«»n: u8) {} | mut␣",
        "FOREIGN_TYPE | E0425 | no type `int` | you might be missing a type parameter"
            + " | fn f«»(n: int) {} | <int>",
        "none | E0425 | no type `U` | you might be missing a type parameter"
            + " | fn f«»(n: U) {} | <U>",
        "MISREAD_PREFIX | none | unknown prefix | consider inserting whitespace here"
            + " | say(hello«»\"); | ␣",
        "MISREAD_PARAMETER | none | ~expected one of `:`, `@`, or `|`, found `)`~ | explicitly ignore"
            + " the parameter name | fn f(«»n) {} | _:␣",
        "WIDTH | none | unknown format trait `w` | use this | let w = 4; print!(\"{:>«w»}\") | x",
        "none | none | unknown format trait `w` | use this | print!(\"{:>«w»}\", 1) | x",
        "UNSIZED_RESULT | E0106 | no | return an owned value | fn f() -> «&»[u8]; | -",
        "none | E0106 | no | return an owned value | fn f() -> «&»[u8; 4]; | -",
        "DOC_OF_ANOTHER | E0753 | expected outer doc comment | you might have meant to write an outer"
            + " one | ~use a::B;\n//«!» reads\nfn f() {}~ | /",
        "none | E0753 | expected outer doc comment | you might have meant to write an outer one"
            + " | ~use a::B;\n\n//«!» reads\nfn f() {}~ | /",
        "MUTABLE_FOR_EVER | mismatched_lifetime_syntaxes | eliding | consistently use `'static`"
            + " | fn f(&'static self, n: &mut u8) -> &«»mut u8 {} | 'static␣",
        "LOST_FRACTION | E0308 | no | you can convert a `u32` to an `f64`, producing the floating"
            + " point representation of the integer | let n: f64 = «a / b»; | f64::from(a / b)",
        "none | E0308 | no | you can convert a `u32` to an `f64`, producing the floating point"
            + " representation of the integer | let n: f64 = «a»; | f64::from(a)",
        "CLONE_BEHIND_REFERENCE | E0502 | no | clone it | let a = &doc.body«»; | .clone()",
        "none | E0502 | no | clone it | let a = doc.body«»; | .clone()",
        "LIFETIME_OF_METHOD | E0261 | no | introduce it | impl S { fn f«»(&'a self) {} } | <'a>",
        "none | E0261 | no | introduce it | fn f«»(s: &'a str) {} | <'a>",
        "HALF_OF_A_BLOCK | none | expected one of `,`, found `:` | try placing this code inside a"
            + " block | if a«»: b() | {",
        "BARE_PLACES | none | argument never used | format specifiers use curly braces"
            + " | print!(\"n«»\", n) | {}",
        "NARROW_FLOAT | E0689 | ambiguous | you must specify a type | 2.0«».sqrt() | _f32",
        "none | E0689 | ambiguous | you must specify a type | 2.0«».sqrt() | _f64",
      })
  void eachDoubtIsAboutItsOwnShape(
      String doubt, String code, String error, String advice, String program, String written) {
    List<String> doubts =
        SuggestionDoubt.against(advice(code, error, advice, program, written)).stream()
            .map(Enum::name)
            .toList();
    assertThat(doubts).isEqualTo(doubt.equals("none") ? List.of() : List.of(doubt));
  }

  private static Advice advice(
      String code, String error, String advice, String program, String written) {
    SourceText text = SourceText.of(program.replaceAll("[«»]", ""));
    int start = SourceText.of(program.substring(0, program.indexOf('«'))).length();
    int end = SourceText.of(program.substring(0, program.indexOf('»')).replace("«", "")).length();
    TextEdit edit = TextEdit.replace(start, end, written.replace("-", "").replace('␣', ' '));
    var suggestion = new Suggestion(advice, Applicability.MAYBE_INCORRECT, Patch.of(MAIN, edit));
    var span =
        new Span(
            MAIN, new TextRange(start, end), 1, 1, true, Optional.empty(), Optional.empty(), true);
    var diagnostic =
        new Diagnostic(
            Level.ERROR,
            Optional.of(code).filter(known -> !known.equals("none")).map(DiagnosticCode::new),
            error,
            List.of(span),
            List.of(),
            List.of(suggestion),
            "",
            new CrateId("app", "app", "bin"));
    var workspace = new Workspace();
    workspace.put(MAIN, 1, text);
    return Advice.of(diagnostic, suggestion, workspace.snapshot());
  }
}
