package dev.rustmend.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FileMarkersTest {
  @Test
  void filesBecomeOneTextAndComeBack() {
    var files =
        new TreeMap<>(Map.of("Cargo.toml", "[package]\n", "src/a.rs", "//! `[x]`\n\nfn a() {}\n"));
    assertThat(FileMarkers.files(FileMarkers.text(files))).isEqualTo(files);
  }

  @Test
  void fencesAreNotPartOfAFile() {
    String text =
        """
        Here you are:

        **[filename: src/main.rs]**
        ```rust
        /// ```
        /// f();
        /// ```
        fn main() {}
        ```
        Explanation.
        [filename: README.md]
        plain
        """;
    assertThat(FileMarkers.files(text))
        .containsEntry("src/main.rs", "/// ```\n/// f();\n/// ```\nfn main() {}\n")
        .containsEntry("README.md", "plain\n")
        .hasSize(2);
  }

  @Test
  void textWithoutAMarkerHasNoFiles() {
    assertThat(FileMarkers.files("fn main() {}")).isEmpty();
  }
}
