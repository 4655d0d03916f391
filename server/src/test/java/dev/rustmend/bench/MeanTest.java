package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanTest {

  @Test
  void equalScoresLeaveNoDoubt() {
    assertThat(Mean.of(Collections.nCopies(20, 0.5))).isEqualTo(new Mean(0.5, 0.5, 0.5, 20));
  }

  @Test
  void theIntervalIsAboutTwoStandardErrorsWideOnEachSide() {
    Mean mean = Mean.of(IntStream.range(0, 100).mapToObj(i -> i % 2 * 1.0).toList());

    assertThat(mean.value()).isEqualTo(0.5);
    assertThat(mean.lower()).isCloseTo(0.40, within(0.02));
    assertThat(mean.upper()).isCloseTo(0.60, within(0.02));
    assertThat(mean)
        .isEqualTo(Mean.of(IntStream.range(0, 100).mapToObj(i -> i % 2 * 1.0).toList()));
  }

  @Test
  void nothingMeasuredMayBeAnything() {
    assertThat(Mean.of(List.of())).isEqualTo(new Mean(0, 0, 1, 0));
  }
}
