package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.syntax.Damage;
import dev.rustmend.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestFactsTest {
  private static final String MANIFEST =
      """
      [package]
      name = "a"
      [lib]
      path = "src/a.rs"
      [[bin]]
      name = "tool"
      [features]
      fast = []
      [dependencies]
      serde = { version = "1", features = ["derive"] }
      [dev-dependencies]
      rand = "0.9"
      [target.'cfg(unix)'.dependencies]
      libc = "0.2"
      [workspace]
      members = ["b"]
      [lints.rust]
      unused = "warn"
      """;

  @Test
  void objectsToWhatIsTakenAway() {
    assertThat(phrases("serde = { version = \"1\", features = [\"derive\"] }", ""))
        .containsExactly(
            "deletes the dependency `serde`", "deletes the feature `derive` of `serde`");
    assertThat(phrases("[\"derive\"]", "[]"))
        .containsExactly("deletes the feature `derive` of `serde`");
    assertThat(phrases("fast = []", "")).containsExactly("deletes the feature `fast`");
    assertThat(phrases("[[bin]]\nname = \"tool\"\n", ""))
        .containsExactly("deletes the target `tool`");
    assertThat(phrases("[lib]\npath = \"src/a.rs\"\n", ""))
        .containsExactly("deletes the library target");
    assertThat(phrases("[\"b\"]", "[]")).containsExactly("deletes the member `b`");
    assertThat(phrases("libc = \"0.2\"", "")).containsExactly("deletes the dependency `libc`");
    assertThat(phrases("unused = \"warn\"", "unused = \"allow\""))
        .containsExactly("silences the lint `unused`");
    assertThat(phrases("unused = \"warn\"", "unused = { level = \"allow\", priority = -1 }"))
        .containsExactly("silences the lint `unused`");
  }

  @Test
  void letsAdditionsAndMovesPass() {
    assertThat(phrases("fast = []", "fast = []\nslow = []")).isEmpty();
    assertThat(phrases("version = \"1\"", "version = \"1.0.200\"")).isEmpty();
    assertThat(phrases("[dependencies]", "[dependencies]\nanyhow = \"1\"")).isEmpty();
    assertThat(phrases("[dev-dependencies]\n", "")).isEmpty();
  }

  @Test
  void standsABrokenManifest() {
    assertThat(ManifestFacts.damage(SourceText.of("[dep"), SourceText.of("= ]"))).isEmpty();
  }

  private static List<String> phrases(String old, String young) {
    assertThat(MANIFEST).contains(old);
    return ManifestFacts.damage(
            SourceText.of(MANIFEST), SourceText.of(MANIFEST.replace(old, young)))
        .stream()
        .map(Damage::phrase)
        .toList();
  }
}
