package dev.rustmend.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.Models;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.sandbox.Sandbox;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {
  private static final String MOVED =
      "fn main() {\n    let s = String::from(\"a\");\n    drop(s);\n    println!(\"{s}\");\n}\n";

  @TempDir Path cache;

  @Test
  void aSingleFileIsRepaired() throws Exception {
    SubmissionResult result = fix(Map.of("src/main.rs", MOVED));
    assertThat(result.isClean()).isTrue();
    assertThat(result.outcome().before().errors()).isEqualTo(1);
    assertThat(result.files()).containsOnlyKeys("src/main.rs");
    assertThat(result.files().get("src/main.rs")).contains("clone()");
    assertThat(result.sandbox()).isEqualTo(sandbox().kind());
  }

  @Test
  void theEditsMakeTheRepairedTextOfTheSentOne() throws Exception {
    SubmissionResult result = fix(Map.of("src/main.rs", "// é\n" + MOVED));
    FileEdits edits = result.edits().getFirst();
    SourceText sent = SourceText.of("// é\n" + MOVED);
    assertThat(edits.path()).isEqualTo("src/main.rs");
    assertThat(edits.sha256()).isEqualTo(sent.sha256());
    var text = new StringBuilder();
    byte[] bytes = sent.bytes();
    int at = 0;
    for (TextEdit edit : edits.edits()) {
      text.append(
          new String(
              bytes, at, edit.range().start() - at, java.nio.charset.StandardCharsets.UTF_8));
      text.append(edit.newText());
      at = edit.range().end();
    }
    text.append(new String(bytes, at, bytes.length - at, java.nio.charset.StandardCharsets.UTF_8));
    assertThat(text).hasToString(result.files().get("src/main.rs"));
  }

  @Test
  void aFileElsewhereIsFoundWithoutAManifest() throws Exception {
    SubmissionResult result = fix(Map.of("snippet.rs", "pub fn f() -> u8 { \"a\".len() }\n"));
    assertThat(result.outcome().before().errors()).isEqualTo(1);
    assertThat(result.name(result.root().resolve("snippet.rs"))).isEqualTo("snippet.rs");
  }

  @Test
  void aMereLookChangesNothing() throws Exception {
    SubmissionResult result = run(Map.of("src/main.rs", MOVED), Submission.Aim.CHECK);
    assertThat(result.files()).containsEntry("src/main.rs", MOVED);
    assertThat(result.outcome().after().problems().getFirst().fixes()).isNotEmpty();
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    var _ = fix(Map.of("src/main.rs", MOVED));
    try (Stream<Path> left = Files.list(cache.resolve("throw-away"))) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.rs",
        "/etc/x.rs",
        "src/../../x.rs",
        "src//x.rs",
        "./x.rs",
        "C:/x.rs",
        "src\\x.rs",
        "src/x.rs/",
        "src/a\u0000.rs",
        "src/a .rs/b. /c.rs",
        ""
      })
  void aPathThatLeadsElsewhereIsRefused(String path) {
    assertThatThrownBy(() -> Sources.of(Map.of(path, "fn main() {}")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("path");
  }

  @Test
  void filesThatAreOneElsewhereAreRefused() {
    assertThatThrownBy(() -> Sources.of(Map.of("src/a.rs", "", "src/A.rs", "")))
        .hasMessageContaining("case");
    assertThatThrownBy(() -> Sources.of(Map.of("src/a.rs", "", "src/a.rs/b.rs", "")))
        .hasMessageContaining("folder");
  }

  @Test
  void tooMuchIsRefused() {
    assertThatThrownBy(() -> Sources.of(Map.of("src/a.rs", "x".repeat(5_000_000))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.kind()).isEqualTo(RefusedException.Kind.TOO_LARGE));
  }

  @Test
  void whatChoosesTheCompilerIsLeftOut() {
    Sources sources =
        Sources.of(
            Map.of(
                "src/main.rs",
                "fn main() {}",
                ".cargo/config.toml",
                "[build]\nrustc = \"./evil\"",
                "rust-toolchain.toml",
                "[toolchain]\npath = \"/x\""));
    assertThat(sources.files()).containsOnlyKeys("src/main.rs");
    assertThat(sources.notes()).hasSize(2);
  }

  @Test
  void aPackageOutsideOfTheSourcesIsRefused() throws IOException {
    Path secret = Files.createDirectories(cache.resolve("secret/src"));
    Files.writeString(secret.resolve("lib.rs"), "pub const SECRET: u8 = 1;\n");
    Files.writeString(
        cache.resolve("secret/Cargo.toml"),
        "[package]\nname = \"secret\"\nversion = \"0.1.0\"\nedition = \"2021\"\n");
    String manifest =
        "[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = \"2021\"\n[dependencies]\nsecret = { path = \"%s\" }\n"
            .formatted(cache.resolve("secret"));
    assertThatThrownBy(() -> fix(Map.of("Cargo.toml", manifest, "src/main.rs", MOVED)))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aFileOfTheMachineIsNotShown() throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(sandbox().isThere());
    Path secret = cache.resolve("secret.txt");
    Files.writeString(secret, "let hunter2 = open sesame;");
    SubmissionResult result =
        fix(Map.of("src/main.rs", "include!(\"%s\");\nfn main() {}\n".formatted(secret)));
    assertThat(result.isClean()).isFalse();
    assertThat(result.outcome().after().problems().toString()).doesNotContain("sesame");
  }

  @Test
  void aManifestThatIsNotOneIsRefusedWithWhatCargoSays() {
    assertThatThrownBy(() -> fix(Map.of("Cargo.toml", "[package\n", "src/main.rs", MOVED)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("Cargo.toml")
        .message()
        .doesNotContain("throw-away");
  }

  private SubmissionResult fix(Map<String, String> files) throws InterruptedException {
    return run(files, Submission.Aim.FIX);
  }

  private SubmissionResult run(Map<String, String> files, Submission.Aim aim)
      throws InterruptedException {
    Limits limits = Limits.defaults().within(Duration.ofMinutes(2));
    return new Submissions(
            cache,
            System.getenv(),
            SubmissionTest::sandbox,
            limits,
            Permission.CONFINED_CODE,
            Settings.defaults(),
            Models.none())
        .run(new Submission(Sources.of(files), aim, FixRequest.everything()), _ -> {});
  }

  static Sandbox sandbox() {
    try {
      return Sandbox.find(System.getenv());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
