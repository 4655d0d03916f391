package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectGeneratorTest {
  @TempDir Path folder;

  @Test
  void theSmallProjectCompilesAndItsStatesDoNot() throws InterruptedException {
    GeneratedProject project = new ProjectGenerator(1).project(ProjectSize.SMALL);
    project.write(folder);

    assertThat(check()).contains("Finished");
    for (BrokenState state : project.states()) {
      GeneratedProject.write(folder, state.files(project));
      assertThat(check()).as(state.name()).contains("error[E").doesNotContain("Finished");
      project.write(folder);
    }
  }

  @Test
  void sizesAreAsPromised() {
    assertThat(new ProjectGenerator(1).project(ProjectSize.SMALL).lines()).isBetween(250L, 500L);
    assertThat(new ProjectGenerator(1).project(ProjectSize.MEDIUM).lines())
        .isBetween(18_000L, 22_000L);
    assertThat(new ProjectGenerator(1).project(ProjectSize.MULTI).packages()).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void theSeedDecidesEverything(ProjectSize size) {
    assertThat(new ProjectGenerator(7).project(size))
        .isEqualTo(new ProjectGenerator(7).project(size))
        .isNotEqualTo(new ProjectGenerator(8).project(size));
  }

  @ParameterizedTest
  @EnumSource
  void everyStateFitsAndItsErrorCanBeFound(ProjectSize size) {
    GeneratedProject project = new ProjectGenerator(3).project(size);

    for (BrokenState state : project.states()) {
      for (BrokenState.Change change : state.changes()) {
        assertThat(state.files(project).get(change.file())).contains(change.needle());
      }
    }
  }

  @Test
  void aStateThatDoesNotFitIsRefused() {
    GeneratedProject project = new ProjectGenerator(1).project(ProjectSize.SMALL);
    var state =
        new BrokenState(
            "nowhere", List.of(new BrokenState.Change("src/main.rs", "no such text", "", "")));

    assertThatThrownBy(() -> state.files(project)).isInstanceOf(IllegalStateException.class);
  }

  private String check() throws InterruptedException {
    return ToolRun.of(
            folder, Duration.ofMinutes(2), List.of("cargo", "check", "--offline", "--color=never"))
        .output();
  }
}
