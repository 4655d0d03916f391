package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeGeneratorTest {
  @TempDir Path folder;

  @Test
  void aSmallWorkspaceCompilesAndItsBrokenStateDoesNot() throws InterruptedException {
    LargeProject large = new LargeGenerator(1, 12, 2).project(LargeKind.WORKSPACE);
    large.project().write(folder);
    assertThat(large.project().packages()).isEqualTo(12);
    assertThat(check()).contains("Finished");

    GeneratedProject.write(folder, large.broken());
    assertThat(check()).contains("error[E0425]").doesNotContain("Finished");
  }

  @Test
  void sizesAreAsPromised() {
    var generator = new LargeGenerator(1);
    assertThat(generator.project(LargeKind.FILE).project().lines()).isBetween(19_000L, 22_000L);
    LargeProject workspace = generator.project(LargeKind.WORKSPACE);
    assertThat(workspace.project().packages()).isEqualTo(50);
    assertThat(workspace.project().lines()).isBetween(450_000L, 700_000L);
    LargeProject errors = generator.project(LargeKind.ERRORS);
    assertThat(
            errors.broken().values().stream()
                .flatMap(String::lines)
                .filter(line -> line.contains("nunber"))
                .count())
        .isEqualTo(2000);
    assertThat(errors.places()).hasSize(20);
  }

  @ParameterizedTest
  @EnumSource
  void theSeedDecidesEverything(LargeKind kind) {
    assertThat(new LargeGenerator(7, 12, 2).project(kind))
        .isEqualTo(new LargeGenerator(7, 12, 2).project(kind));
  }

  private String check() throws InterruptedException {
    return ToolRun.of(folder, Duration.ofMinutes(2), List.of("cargo", "check", "--offline"))
        .output();
  }
}
