package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;

class AnalyzersTest {
  @Test
  void proseIsStemmedAndLosesItsFrequentWords() {
    assertThat(terms(Analyzers.PROSE, "How do I move the moved values into a loop?"))
        .containsExactly("move", "valu", "into", "loop");
  }

  @Test
  void errorCodesLintsAndPathsAreExactAndInParts() {
    assertThat(terms(Analyzers.PROSE, "E0382, clippy::needless_borrow and HashMap"))
        .containsExactly(
            "e0382",
            "clippy::needless_borrow",
            "clippi",
            "needless_borrow",
            "needless",
            "borrow",
            "hashmap",
            "hash",
            "map");
  }

  @Test
  void wordsOfRustThatAreFrequentInEnglishStay() {
    assertThat(terms(Analyzers.PROSE, "if let in a for loop"))
        .containsExactly("if", "let", "in", "for", "loop");
  }

  @Test
  void whatStandsInBackticksIsATypedHole() {
    assertThat(terms(Analyzers.DIAGNOSTIC, "expected `Vec<u8>`, found `'a`"))
        .containsExactly("expect", "$", "$type", "vec", "u8", "found", "$lifetime", "a");
  }

  @Test
  void aHoleOfATemplateFitsEveryType() {
    assertThat(terms(Analyzers.DIAGNOSTIC, "borrow of moved value: `$x`"))
        .containsExactly("borrow", "move", "valu", "$");
  }

  @Test
  void holesKnowWhatStandsInThem() {
    assertThat(List.of("'a", "12u8", "println!", "count", "Vec<T>", "i32", "a + b"))
        .extracting(DiagnosticTerms::type)
        .containsExactly("lifetime", "number", "macro", "name", "type", "type", "code");
  }

  @Test
  void codeGivesIdentifiersAndPathsButNoCommentsOrStrings() {
    assertThat(terms(Analyzers.RUST, "let userName = std::fs::read_to_string(\"text\"); // why"))
        .containsExactly(
            "let",
            "username",
            "user",
            "name",
            "std::fs::read_to_string",
            "std",
            "fs",
            "read_to_string",
            "read",
            "to",
            "string");
  }

  @Test
  void theShapeOfCodeDoesNotNameNames() {
    assertThat(terms(Analyzers.SHAPE, "let a = b.c();"))
        .isEqualTo(terms(Analyzers.SHAPE, "let other = thing.method();"))
        .contains("let name =", "name . name")
        .isNotEqualTo(terms(Analyzers.SHAPE, "let a = b.c;"));
  }

  @Test
  void aLongTextOfAnySortIsAnalyzed() {
    String text = "x".repeat(40_000) + " `" + "É€𝒳_".repeat(3_000);
    for (Analyzer analyzer :
        List.of(Analyzers.PROSE, Analyzers.DIAGNOSTIC, Analyzers.RUST, Analyzers.SHAPE)) {
      assertThat(Analyzers.terms(analyzer, text)).allMatch(term -> !term.term().isEmpty());
    }
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    return Analyzers.terms(analyzer, text).stream().map(Analyzers.Analyzed::term).toList();
  }
}
