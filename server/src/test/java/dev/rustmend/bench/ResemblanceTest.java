package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResemblanceTest {
  private static final CodeBlock BROKEN =
      block("let s = String::new();\nlet t = s;\nprintln!(\"{s}\");", "rust", "compile_fail");

  @Test
  void findsTheRepairedVersionOnThePage() {
    CodeBlock other = block("trait Shape { fn area(&self) -> f64; }", "rust");
    CodeBlock repaired =
        block("let s = String::new();\nlet t = s.clone();\nprintln!(\"{s}\");", "rust");

    var twin = Resemblance.twin(List.of(other, BROKEN, repaired), 1).orElseThrow();

    assertThat(twin.source()).isEqualTo(ExampleProgram.of(repaired.text()));
    assertThat(twin.resemblance()).isBetween(0.7, 0.99);
  }

  @Test
  void takesNoBlockThatIsBrokenItselfOrDifferent() {
    CodeBlock broken =
        block("let s = String::new();\nlet t = s;\nprintln!(\"{t}\");", "rust", "compile_fail");
    CodeBlock other = block("trait Shape { fn area(&self) -> f64; }", "rust");

    assertThat(Resemblance.twin(List.of(BROKEN, broken, other), 0)).isEmpty();
  }

  @Test
  void ignoresComments() {
    assertThat(Resemblance.between("let x = 1; // a", "let x = 1; // b c d")).isEqualTo(1);
    assertThat(Resemblance.between("", "")).isZero();
  }

  private static CodeBlock block(String text, String... labels) {
    return new CodeBlock(text, Set.of(labels), Optional.empty());
  }
}
