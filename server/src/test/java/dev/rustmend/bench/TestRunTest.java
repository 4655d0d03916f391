package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestRunTest {

  @Test
  void addsUpTheTestsOfAllTargets() {
    var run =
        new ToolRun(
            0,
            """
            test result: ok. 3 passed; 0 failed; 0 ignored
            noise
            test result: ok. 4 passed; 0 failed; 1 ignored
            """);

    assertThat(TestRun.of(run)).isEqualTo(new TestRun(true, 7, List.of()));
  }

  @Test
  void failedOrMissingTestsAreNotAsGood() {
    var reference = new TestRun(true, 7, List.of());

    assertThat(new TestRun(true, 8, List.of()).isAsGoodAs(reference)).isTrue();
    assertThat(new TestRun(true, 6, List.of()).isAsGoodAs(reference)).isFalse();
    assertThat(TestRun.of(new ToolRun(101, "test result: FAILED. 7 passed; 1 failed")).green())
        .isFalse();
  }

  @Test
  void saysWhatSpeaksAgainstIt() {
    String output =
        """
        test adds ... ok
        test subtracts ... FAILED
        test result: FAILED. 1 passed; 1 failed; 0 ignored
        """;

    assertThat(TestRun.of(new ToolRun(101, output)).evidence(new TestRun(true, 2, List.of())))
        .containsExactly("tests: 1 passed, 2 before", "  test subtracts ... FAILED");
    assertThat(TestRun.of(new ToolRun(-1, "")).failures())
        .containsExactly("ended at the time limit");
  }
}
