package dev.rustmend.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatternTest {

  @Test
  void aMetavariableMatchesOneNode() {
    assertThat(match("$a + $b", "fn f() { x(1) + y }", "x(1) + y"))
        .contains(Map.of("a", "x(1)", "b", "y"));
    assertThat(match("$a + $b", "fn f() { x - y }", "x - y")).isEmpty();
    assertThat(match("$x", "fn f() { x - y }", "x - y")).contains(Map.of("x", "x - y"));
  }

  @Test
  void aMetavariableThatOccursTwiceMatchesTheSameText() {
    assertThat(match("$a + $a", "fn f() { x + x }", "x + x")).contains(Map.of("a", "x"));
    assertThat(match("$a + $a", "fn f() { x + y }", "x + y")).isEmpty();
  }

  @Test
  void whatIsKnownBeforeMustBeTheSame() {
    RustTree tree = parse("fn f() { x + y }");
    Pattern pattern = Pattern.of("$a + $b");
    assertThat(pattern.match(node(tree, "x + y"), Map.of("a", "x", "z", "1")))
        .contains(Map.of("a", "x", "b", "y", "z", "1"));
    assertThat(pattern.match(node(tree, "x + y"), Map.of("a", "y"))).isEmpty();
  }

  @Test
  void theUnderscoreMatchesAnythingAndBindsNothing() {
    assertThat(match("$_ + $_", "fn f() { x + y }", "x + y")).contains(Map.of());
  }

  @Test
  void aListMatchesAnyNumberOfNeighbors() {
    String call = "g(a, b(1), c)";
    assertThat(match("$f($$all)", "fn f() { " + call + " }", call))
        .contains(Map.of("f", "g", "all", "a, b(1), c"));
    assertThat(match("$f($x, $$rest)", "fn f() { " + call + " }", call))
        .contains(Map.of("f", "g", "x", "a", "rest", "b(1), c"));
    assertThat(match("$f($$before, $x)", "fn f() { " + call + " }", call))
        .contains(Map.of("f", "g", "before", "a, b(1)", "x", "c"));
    assertThat(match("$f($$before, c, $$after)", "fn f() { " + call + " }", call))
        .contains(Map.of("f", "g", "before", "a, b(1)", "after", ""));
    assertThat(match("$f($$all)", "fn f() { g() }", "g()")).contains(Map.of("f", "g", "all", ""));
    assertThat(match("$f($x, $$rest)", "fn f() { g(a) }", "g(a)"))
        .contains(Map.of("f", "g", "x", "a", "rest", ""));
    assertThat(match("$f($$before, $x)", "fn f() { g(a) }", "g(a)"))
        .contains(Map.of("f", "g", "before", "", "x", "a"));
  }

  @Test
  void aListMatchesStatementsArmsFieldsAndParameters() {
    assertThat(match("{ $$body }", "fn f() { a(); b }", "{ a(); b }"))
        .contains(Map.of("body", "a(); b"));
    assertThat(
            match(
                "match $v { $$arms }",
                "fn f() { match x { 1 => 2, _ => 3 } }",
                "match x { 1 => 2, _ => 3 }"))
        .contains(Map.of("v", "x", "arms", "1 => 2, _ => 3"));
    assertThat(
            match(
                "struct $t { $$fields }", "struct S { a: u8, b: u8 }", "struct S { a: u8, b: u8 }"))
        .contains(Map.of("t", "S", "fields", "a: u8, b: u8"));
    assertThat(
            match(
                "fn $f($$params) { $$body }",
                "fn f(a: u8, b: u8) { g() }",
                "fn f(a: u8, b: u8) { g() }"))
        .contains(Map.of("f", "f", "params", "a: u8, b: u8", "body", "g()"));
  }

  @Test
  void whiteSpaceCommentsAndALastCommaDoNotCount() {
    String call = "g( a ,/* why */\n b, )";
    assertThat(match("$f($x, $y)", "fn f() { " + call + " }", call))
        .contains(Map.of("f", "g", "x", "a", "y", "b"));
  }

  @Test
  void aFragmentReadsAsWhateverStandsThere() {
    assertThat(match("$n: $t", "struct S { a: u8 }", "a: u8"))
        .contains(Map.of("n", "a", "t", "u8"));
    assertThat(match("$n: $t", "fn f(a: u8) {}", "a: u8")).contains(Map.of("n", "a", "t", "u8"));
    assertThat(match("Vec<$t>", "type X = Vec<u8>;", "Vec<u8>")).contains(Map.of("t", "u8"));
    assertThat(match("$p=>$e,", "fn f() { match x { 1 => 2, _ => 3 } }", "1 => 2,"))
        .contains(Map.of("p", "1", "e", "2"));
    assertThat(match("Some($x)", "fn f() { let Some(a) = b else { return }; }", "Some(a)"))
        .contains(Map.of("x", "a"));
    assertThat(match("let $p = $v;", "fn f() { let a = 1; }", "let a = 1;"))
        .contains(Map.of("p", "a", "v", "1"));
    assertThat(match("#[derive($$d)]", "#[derive(Debug)]\nstruct S;", "#[derive(Debug)]"))
        .isPresent();
  }

  @Test
  void lifetimesAndLiteralsMatchThemselves() {
    assertThat(match("&'static $t", "type X = &'static str;", "&'static str"))
        .contains(Map.of("t", "str"));
    assertThat(match("&'static $t", "type X<'a> = &'a str;", "&'a str")).isEmpty();
    assertThat(match("&'$a $t", "type X<'a> = &'a str;", "&'a str"))
        .contains(Map.of("a", "a", "t", "str"));
    assertThat(match("$a", "type X<'a> = &'a str;", "'a")).contains(Map.of("a", "'a"));
    assertThat(match("'x'", "fn f() { 'x' }", "'x'")).isPresent();
    assertThat(match("'x'", "fn f() { 'y' }", "'y'")).isEmpty();
    assertThat(match("\"x\"", "fn f() { \"x\" }", "\"x\"")).isPresent();
  }

  @Test
  void aFragmentThatIsNoRustMatchesNothing() {
    Pattern pattern = Pattern.of("fn fn (");
    assertThat(pattern.isReadable()).isFalse();
    assertThat(pattern.match(parse("fn f() {}").root(), Map.of())).isEmpty();
    assertThat(Pattern.of("$x.clone()").isReadable()).isTrue();
  }

  @Test
  void aTemplateIsFilledWithWhatTheMetavariablesHold() {
    assertThat(Pattern.fill("&$x[$$y]", Map.of("x", "a$1", "y", "0"))).contains("&a$1[0]");
    assertThat(Pattern.fill("&$x", Map.of())).isEmpty();
    assertThat(Pattern.metavariables("$f($$rest, $x, $x)")).containsExactly("f", "rest", "x");
  }

  @Test
  void aTextThatIsNoNodeMatchesOnlyALoneMetavariable() {
    assertThat(Pattern.of("$x").matchText("a::", Map.of())).contains(Map.of("x", "a::"));
    assertThat(Pattern.of("$x::").matchText("a::", Map.of())).isEmpty();
  }

  private static Optional<Map<String, String>> match(String pattern, String code, String at) {
    return Pattern.of(pattern).match(node(parse(code), at), Map.of());
  }

  private static SyntaxNode node(RustTree tree, String at) {
    int start = tree.source().string().lastIndexOf(at);
    return tree.covering(new TextRange(start, start + at.length())).orElseThrow();
  }

  private static RustTree parse(String code) {
    return RustTree.parse(SourceText.of(code)).orElseThrow();
  }
}
