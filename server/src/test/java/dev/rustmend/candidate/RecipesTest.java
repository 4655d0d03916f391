package dev.rustmend.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.operation.Operations;
import dev.rustmend.operation.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipesTest {
  private static final Scene SCENE = Scene.of("fn f() { g(a); }").error("moved", "a");

  @Test
  void aRecipeBecomesACandidateWithItsTitleFilled() {
    List<Candidate> candidates = candidates(entry("borrow", "Borrow `$x`", "at primary $x => &$x"));
    assertThat(candidates).hasSize(1);
    Candidate candidate = candidates.getFirst();
    assertThat(candidate.title()).isEqualTo("Borrow `a`");
    assertThat(candidate.origin()).isEqualTo(new Origin(Origin.Source.RECIPE, "kb:E0001/borrow"));
    assertThat(candidate.applicability()).isEqualTo(Applicability.MAYBE_INCORRECT);
    assertThat(SCENE.after(candidate.patch())).isEqualTo("fn f() { g(&a); }");
  }

  @Test
  void theSamePatchIsProposedOnce() {
    assertThat(
            candidates(
                entry("a", "Borrow it", "at primary $x => &$x"),
                entry("b", "Borrow that", "at primary a => &a"),
                entry("c", "Clone it", "insert after primary .clone()")))
        .extracting(Candidate::title)
        .containsExactly("Borrow it", "Clone it");
  }

  @Test
  void aTitleThatCanNotBeFilledAndAStepThatDoesNotMatchProposeNothing() {
    assertThat(candidates(entry("a", "Borrow `$y`", "at primary $x => &$x"))).isEmpty();
    assertThat(candidates(entry("a", "Borrow it", "at primary b => &b"))).isEmpty();
  }

  @Test
  void anOperationThatNobodyWroteProposesNothing() {
    Entry entry = read("a", "rewrite = \"no-such-operation\"", "Borrow it", "");
    assertThat(candidates(entry)).isEmpty();
  }

  private static List<Candidate> candidates(Entry... entries) {
    KnowledgeBase base = KnowledgeBase.of(List.of(entries));
    return new Recipes(() -> base, Operations.all())
        .candidates(SCENE.diagnostic(), SCENE.snapshot());
  }

  private static Entry entry(String slug, String title, String recipe) {
    return read(slug, "", title, "```rewrite\n" + recipe + "\n```\n");
  }

  private static Entry read(String slug, String toml, String title, String recipe) {
    String markdown =
        "# %s\n\n```toml\ncodes = [\"E0001\"]\napplicability = \"maybe-incorrect\"\n%s\n```\n\n%s"
            .formatted(title, toml, recipe);
    return EntryReader.read("errors/E0001/" + slug, markdown).entry().orElseThrow();
  }
}
