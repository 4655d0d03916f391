package dev.rustmend.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnifiedDiffTest {

  @Test
  void oneChangedLineHasItsContext() {
    var lines =
        UnifiedDiff.lines("src/main.rs", SourceText.of("a\nb\nc\n"), SourceText.of("a\nB\nc\n"));
    assertThat(lines)
        .containsExactly(
            "--- a/src/main.rs", "+++ b/src/main.rs", "@@ -1,3 +1,3 @@", " a", "-b", "+B", " c");
  }

  @Test
  void equalTextsHaveNoDiff() {
    assertThat(UnifiedDiff.lines("f", SourceText.of("a\n"), SourceText.of("a\n"))).isEmpty();
  }

  @Test
  void aNewFileIsToldAsGitTellsIt() {
    assertThat(UnifiedDiff.ofNewFile("src/x.rs", SourceText.of("")))
        .containsExactly("diff --git a/src/x.rs b/src/x.rs", "new file mode 100644");
    assertThat(UnifiedDiff.ofNewFile("src/x.rs", SourceText.of("a\n")))
        .containsSubsequence("--- /dev/null", "+++ b/src/x.rs", "@@ -0,0 +1,1 @@", "+a");
  }
}
