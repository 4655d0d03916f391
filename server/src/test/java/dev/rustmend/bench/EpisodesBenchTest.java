package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.learn.Episode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whether every recorded episode of scripted histories is one of the repairs that they make.
class EpisodesBenchTest {
  private static final String BEFORE = "fn f() -> String {\n    \"a\"\n}\n";
  private static final String AFTER = "fn f() -> String {\n    text(\"a\")\n}\n";

  @Test
  @Tag("stress")
  void everyRecordedEpisodeOfFiveHistoriesIsTrue() throws Exception {
    long seed = Long.getLong("stress.seed", System.nanoTime() % 1_000_000);
    EpisodesReport report = new EpisodesBench(program()).run(seed, 5, 1, (_, _, _, _) -> {});
    assertThat(report.wrong()).as("seed %d", seed).isEmpty();
    assertThat(report.episodes()).as("seed %d", seed).hasSizeGreaterThan(100);
  }

  @Test
  void anEpisodeIsTrueWhenJustTheLinesOfTheScriptChangeUnderOneOfItsCodes() {
    Truth truth = Truth.of("src/a.rs", Set.of("E0308"), BEFORE, AFTER);
    assertThat(truth.fits(episode("E0308", "src/a.rs", "// top\n" + BEFORE, "// top\n" + AFTER)))
        .isTrue();
    assertThat(truth.fits(episode("E0277", "src/a.rs", BEFORE, AFTER))).isFalse();
    assertThat(truth.fits(episode("E0308", "src/b.rs", BEFORE, AFTER))).isFalse();
    assertThat(truth.fits(episode("E0308", "src/a.rs", BEFORE, AFTER + "fn g() {}\n"))).isFalse();
    assertThat(truth.fits(episode("E0308", "src/a.rs", BEFORE, BEFORE))).isFalse();
  }

  private static Episode episode(String code, String file, String before, String after) {
    var told = new dev.rustmend.learn.Told(code, "mismatched types", false, List.of(), List.of());
    return new Episode("/p", file, "rustc", told, before, after, List.of(), "", List.of(), "");
  }

  private static List<String> program() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx300m",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.rustmend.cli.Main");
  }
}
