package dev.rustmend.cargo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.text.TextEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What rustc 1.95 really writes, read: one recording for each shape of a suggestion.
class RecordedSuggestionsTest {

  @Test
  void fiveImportsAreFiveSuggestions() throws Exception {
    var recording = Recording.of("five_imports");
    List<Suggestion> suggestions = recording.first("E0425").suggestions();
    assertThat(suggestions)
        .extracting(s -> Recording.applied(s, recording.main()).lines().findFirst().orElse(""))
        .containsExactly(
            "use crate::a::five::Widget;",
            "use crate::a::four::Widget;",
            "use crate::a::one::Widget;",
            "use crate::a::three::Widget;",
            "use crate::a::two::Widget;");
    assertThat(suggestions)
        .extracting(Suggestion::message)
        .containsOnly("consider importing one of these unit structs");
  }

  @Test
  void twoVariantsOfTwoPartsAreTwoSuggestions() throws Exception {
    var recording = Recording.of("variant_wrap");
    assertThat(recording.first("E0308").suggestions())
        .extracting(s -> Recording.applied(s, recording.main()).lines().toList().get(3).strip())
        .containsExactly("Shape::Round(1 + 2)", "Shape::Square(1 + 2)");
  }

  @Test
  void threeDeletionsInOneGroupAreOneSuggestion() throws Exception {
    var recording = Recording.of("grouped_removal");
    Diagnostic warning = recording.first("unused_imports");
    assertThat(warning.suggestions()).hasSize(1);
    assertThat(Recording.applied(warning.suggestions().getFirst(), recording.main()))
        .startsWith("use std::collections::{BTreeSet, HashMap, VecDeque};");
  }

  @Test
  void aSuggestionMayTouchAnotherFileThanTheError() throws Exception {
    var recording = Recording.of("cross_file");
    Path bag = recording.root().resolve("src/bag.rs");
    assertThat(recording.first("E0277").primary()).map(Span::file).hasValue(recording.main());
    Suggestion derive = recording.suggestion("E0277");
    assertThat(derive.patch().files()).containsExactly(bag);
    assertThat(Recording.applied(derive, bag)).startsWith("#[derive(Debug)]\npub struct Bag");
  }

  @Test
  void offsetsCountTheBytesOfTheFileAsItIs() throws Exception {
    var recording = Recording.of("offsets");
    String source = Files.readString(recording.main());
    assertThat(source).startsWith("\uFEFF").contains("\r\n\t", "\uD83E\uDD80");
    assertThat(Recording.applied(recording.suggestion("E0308"), recording.main()))
        .isEqualTo(source.replace("= crab;", "= crab.to_string();"));
    assertThat(Recording.applied(recording.suggestion("E0433"), recording.main()))
        .isEqualTo(source.replace("\uFEFF", "\uFEFFuse std::collections::HashMap;\n\n"));
  }

  @Test
  void theBodyOfTheUsersMacroIsEdited() throws Exception {
    var recording = Recording.of("macro_body");
    Diagnostic error = recording.first("E0308");
    Span place = error.primary().orElseThrow();
    assertThat(place.line()).isEqualTo(3);
    assertThat(place.macro()).hasValue("owned!");
    assertThat(Recording.applied(error.suggestions().getFirst(), recording.main()))
        .contains("let text: String = \"literal\".to_string();");
  }

  @Test
  void twoCallsOfAMacroGiveItsErrorOnce() throws Exception {
    assertThat(Recording.of("macro_body").diagnostics())
        .extracting(Diagnostic::codeText)
        .containsExactly("E0308", "E0277");
  }

  @Test
  void aSpanInAForeignMacroIsWalkedBackToItsCall() throws Exception {
    var recording = Recording.of("macro_body");
    Span place = recording.first("E0277").primary().orElseThrow();
    String source = Files.readString(recording.main());
    assertThat(source.substring(place.range().start(), place.range().end()))
        .isEqualTo("assert_eq!(1, \"a\")");
    assertThat(place.macro()).hasValue("assert_eq!");
    assertThat(place.editable()).isTrue();
  }

  @Test
  void whatBelongsAroundAForeignMacroGoesAroundItsCall() throws Exception {
    var recording = Recording.of("foreign_macro");
    assertThat(recording.diagnostics())
        .extracting(d -> Recording.applied(d.suggestions().getFirst(), recording.main()))
        .satisfiesExactly(
            boxed -> assertThat(boxed).contains("Box::new(vec![1, 2])\n"),
            text -> assertThat(text).contains("concat!(\"a\", \"b\").to_string()\n"));
  }

  @Test
  void codeOfDerivesAndAttributesIsNotEdited() throws Exception {
    var recording = Recording.of("proc_macros");
    assertThat(recording.diagnostics())
        .extracting(d -> d.primary().flatMap(Span::macro).orElse("") + d.suggestions().size())
        .containsExactly("#[derive(gen::Wrong)]0", "#[gen::also]0", "gen::wrong!1", "1", "1");
  }

  @Test
  void aDeriveIsAddedToTheFieldsTypeAndNoAttributeIsEdited() throws Exception {
    var recording = Recording.of("derive");
    for (Diagnostic error : recording.diagnostics()) {
      assertThat(error.primary().flatMap(Span::macro)).isPresent();
      assertThat(error.suggestions()).hasSize(1);
      assertThat(Recording.applied(error.suggestions().getFirst(), recording.main()))
          .contains("#[derive(Clone, Debug)]\nstruct Outer", ")]\nstruct Inner;");
    }
  }

  @Test
  void placeholdersAreRecognized() throws Exception {
    var recording = Recording.of("placeholders");
    assertThat(recording.suggestion("E0061").applicability())
        .isEqualTo(Applicability.HAS_PLACEHOLDERS);
    assertThat(recording.suggestion("E0061").patch().edits(recording.main()))
        .extracting(TextEdit::newText)
        .containsExactly("(1, /* String */)");
  }

  @Test
  void linesThatOnlySumUpAreLeftOut() throws Exception {
    assertThat(Recording.of("placeholders").diagnostics())
        .extracting(Diagnostic::codeText)
        .containsExactly("E0107", "E0061", "E0063");
    assertThat(Recording.of("placeholders").first("E0063").code()).isNotEqualTo(Optional.empty());
  }
}
