package dev.rustmend.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.Patch;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SiteTest {
  private static final Path FILE = Scene.MAIN;

  @Test
  void theWordsOfTheCompilerAreAtHand() {
    Site site =
        Scene.of("fn f() { a }")
            .error("expected `u8`, found `String`", "a")
            .label("expected because of `f`", "f")
            .note("defined here", "f")
            .site();
    assertThat(site.quoted()).containsExactly("u8", "String");
    assertThat(site.message("expected `$x`, …")).contains(Map.of("x", "u8"));
    assertThat(site.message("lost `$x`")).isEmpty();
    assertThat(site.remarks()).containsExactly("expected because of `f`", "defined here");
    assertThat(site.said("expected because of `$f`")).contains(Map.of("f", "f"));
    assertThat(site.find(Pattern.compile("found `(\\w+)`"))).contains("String");
    assertThat(site.labeled("expected …")).extracting(Place::text).containsExactly("f");
  }

  @Test
  void aPlaceInsideOfPrintIsAmongExpressions() {
    Site site = Scene.of("fn f() { println!(\"{}\", é(a + b)); }").error("e", "a + b").site();
    assertThat(site.node().kind()).isEqualTo("binary_expression");
    assertThat(site.enclosing("call_expression").orElseThrow().text()).isEqualTo("é(a + b)");
    assertThat(site.tree().source().string()).contains("println!");
  }

  @Test
  void aDiagnosticAboutNoRustFileHasNoSite() {
    Scene scene = Scene.of("fn f() {}");
    assertThat(Site.of(scene.diagnostic(), scene.snapshot(), new Trees())).isEmpty();
  }

  @Test
  void theIndentationIsTheWhiteSpaceAtTheStartOfTheLine() {
    SourceText text = SourceText.of("a\n \tb c\nd");
    assertThat(Site.indent(text, 0)).isEmpty();
    assertThat(Site.indent(text, 6)).isEqualTo(" \t");
    assertThat(Site.indent(text, 99)).isEmpty();
  }

  @Test
  void aLineGoesWithWhatStoodAloneOnIt() {
    assertThat(deleted("a;\n  b;\nc;\n", "b;")).isEqualTo("a;\nc;\n");
    assertThat(deleted("a;\r\n  b;\r\nc;\r\n", "b;")).isEqualTo("a;\r\nc;\r\n");
    assertThat(deleted("a;\n  b; c;\n", "b;")).isEqualTo("a;\n   c;\n");
    assertThat(deleted("a;\n  b;  ", "b;")).isEqualTo("a;\n");
    assertThat(deleted("b;", "b;")).isEmpty();
    assertThat(deleted("é; b;\n", "b;")).isEqualTo("é; \n");
  }

  @Test
  void theSameEditTwiceIsOneAndEditsThatConflictAreNone() {
    Edits twice = new Edits(FILE).insert(1, "x").insert(1, "x");
    assertThat(twice.patch().orElseThrow().edits(FILE)).hasSize(1);
    assertThat(new Edits(FILE).insert(1, "x").insert(1, "y").patch()).isEmpty();
    assertThat(new Edits(FILE).patch()).isEmpty();
    Patch wrapped = new Edits(FILE).wrap(new TextRange(1, 2), "(", ")").patch().orElseThrow();
    assertThat(wrapped.apply(FILE, SourceText.of("abc")).string()).isEqualTo("a(b)c");
  }

  private static String deleted(String source, String what) {
    SourceText text = SourceText.of(source);
    int start = SourceText.of(source.substring(0, source.indexOf(what))).length();
    return new Edits(FILE)
        .deleteLine(FILE, text, new TextRange(start, start + what.length()))
        .patch()
        .orElseThrow()
        .apply(FILE, text)
        .string();
  }
}
