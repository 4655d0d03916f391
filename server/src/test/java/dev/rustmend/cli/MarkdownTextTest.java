package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  @Test
  void aLinkThatIsWrappedKeepsItsWordsAndItsAddress() {
    assertThat(shown("Read on: [Variables and Mutability](https://example.org/a) in the Book"))
        .isEqualTo(
            """
            Read on: Variables and
            Mutability (https://example.org/a)
            in the Book
            """);
  }

  @Test
  void codeIsNotWrapped() {
    assertThat(shown("The macro wants `a, b` and then `let first = second`."))
        .isEqualTo(
            """
            The macro wants `a, b` and
            then `let first = second`.
            """);
  }

  @Test
  void boldWordsAreWrappedWithTheirColor() {
    assertThat(new MarkdownText(Paint.COLORED, 20).lines("Now **one two three four five** six"))
        .allSatisfy(line -> assertThat(line).doesNotContain("*").contains("\u001b["));
  }

  private static String shown(String markdown) {
    return String.join("\n", new MarkdownText(Paint.PLAIN, 30).lines(markdown)) + "\n";
  }
}
