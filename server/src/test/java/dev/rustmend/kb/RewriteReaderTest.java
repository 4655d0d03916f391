package dev.rustmend.kb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RewriteReaderTest {
  private static final Anchor PRIMARY = new Anchor.Primary();

  @Test
  void aReplacementStandsBehindAnArrow() {
    assertThat(step("at primary  $x  =>  &$x")).isEqualTo(match(PRIMARY, "$x", "&$x"));
    assertThat(step("at primary $x =>")).isEqualTo(match(PRIMARY, "$x", ""));
    assertThat(step("at primary => &mut")).isEqualTo(match(PRIMARY, "", "&mut"));
    assertThat(step("at primary =>")).isEqualTo(match(PRIMARY, "", ""));
    assertThat(step("at primary $x")).isEqualTo(new Rewrite.Match(PRIMARY, "$x", Optional.empty()));
  }

  @Test
  void anArrowWithoutSpacesBelongsToThePattern() {
    assertThat(step("at arm around primary $p=>$e, => $p=>{ $e }"))
        .isEqualTo(match(new Anchor.Around("arm", PRIMARY), "$p=>$e,", "$p=>{ $e }"));
  }

  @Test
  void anchorsNest() {
    assertThat(step("at method call around let around primary $x"))
        .isEqualTo(
            new Rewrite.Match(
                new Anchor.Around("method call", new Anchor.Around("let", PRIMARY)),
                "$x",
                Optional.empty()));
    assertThat(step("delete enclosing fn"))
        .isEqualTo(new Rewrite.Delete(new Anchor.Around("fn", PRIMARY)));
  }

  @Test
  void everyAnchorHasItsWord() {
    assertThat(anchor("delete binding of $x")).isEqualTo(new Anchor.BindingOf("x"));
    assertThat(anchor("delete definition of $t")).isEqualTo(new Anchor.DefinitionOf("t"));
    assertThat(anchor("delete file top")).isEqualTo(new Anchor.FileTop());
    assertThat(anchor("delete label \"a\"")).isInstanceOf(Anchor.Label.class);
    assertThat(anchor("delete note \"a\"")).isInstanceOf(Anchor.Child.class);
    assertThat(anchor("delete help \"a\"")).isInstanceOf(Anchor.Child.class);
  }

  @Test
  void insertionsKeepTheirSpacesAndLineBreaks() {
    assertThat(step("insert before file top use std::fmt;\\n"))
        .isEqualTo(
            new Rewrite.Insert(Rewrite.Side.BEFORE, new Anchor.FileTop(), "use std::fmt;\n"));
    assertThat(step("insert after primary \\sas u8"))
        .isEqualTo(new Rewrite.Insert(Rewrite.Side.AFTER, PRIMARY, " as u8"));
  }

  @Test
  void aLineThatIsNoStepSaysWhatIsMissing() {
    assertWrong("near primary", "a step begins with");
    assertWrong("at primarily $x", "no anchor begins with `primarily`");
    assertWrong("at call primary $x", "`around` and an anchor must follow `call`");
    assertWrong("at label moved $x", "a text in double quotes");
    assertWrong("at binding of x", "a metavariable such as `$x`");
    assertWrong("insert after primary", "the text to insert");
    assertWrong("delete primary $x", "nothing can stand behind it");
    assertWrong("message \"a\" \"b\"", "nothing can stand behind it");
  }

  @Test
  void theLineOfAMalformedStepIsCountedInTheBlock() {
    assertThatThrownBy(() -> RewriteReader.read("at primary $x\n\nfoo"))
        .isInstanceOfSatisfying(
            RewriteReader.Malformed.class, e -> assertThat(e.line()).isEqualTo(2));
  }

  private static Rewrite.Match match(Anchor anchor, String pattern, String replacement) {
    return new Rewrite.Match(anchor, pattern, Optional.of(replacement));
  }

  private static Rewrite.Step step(String line) {
    List<Rewrite.Step> steps = RewriteReader.read(line).steps();
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }

  private static Anchor anchor(String line) {
    return ((Rewrite.Delete) step(line)).anchor();
  }

  private static void assertWrong(String line, String message) {
    assertThatThrownBy(() -> RewriteReader.read(line)).hasMessageContaining(message);
  }
}
