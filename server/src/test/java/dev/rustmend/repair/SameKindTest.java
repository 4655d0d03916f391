package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameKindTest {
  private static final String THREE_FORGOTTEN_SELVES =
      """
      struct Shelf {
          width: u32,
          boards: u32,
      }

      impl Shelf {
          fn area(&self) -> u32 {
              width * boards
          }

          fn half(&self) -> u32 {
              width / 2
          }
      }

      fn main() {
          let shelf = Shelf { width: 80, boards: 4 };
          println!("{} {}", shelf.area(), shelf.half());
      }
      """;

  @TempDir Path folder;

  @Test
  void errorsOfOneKindInAFileAreRepairedByOnePatchAndStillOneByOne() throws Exception {
    try (var crate = Crate.of(folder, THREE_FORGOTTEN_SELVES)) {
      Report report = crate.report();

      assertThat(report.errors()).isEqualTo(3);
      for (Problem problem : report.problems()) {
        assertThat(problem.fixes().getFirst().provenTitle())
            .startsWith("✓ Fix all 3 errors E0425 of this file: ");
        assertThat(problem.fixes().getFirst().preferred()).isTrue();
        assertThat(problem.fixes()).anyMatch(fix -> fix.provenTitle().startsWith("→ "));
      }
    }
  }

  @Test
  void oneErrorAloneIsNoKind() throws Exception {
    String one = THREE_FORGOTTEN_SELVES.replace("width * boards", "self.width * self.boards");
    try (var crate = Crate.of(folder, one)) {
      assertThat(crate.report().problems())
          .allMatch(problem ->
              problem.fixes().stream().noneMatch(fix -> fix.title().startsWith("Fix all")));
    }
  }
}
