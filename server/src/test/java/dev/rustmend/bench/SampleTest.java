package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void interpolatesQuantiles() {
    Sample sample = Sample.of(List.of(4.0, 1.0, 3.0, 2.0));

    assertThat(sample.median()).isEqualTo(2.5);
    assertThat(sample.quantile(0)).isEqualTo(1);
    assertThat(sample.quantile(1)).isEqualTo(4);
    assertThat(sample.quantile(0.95)).isCloseTo(3.85, within(1e-9));
    assertThat(sample.mean()).isEqualTo(2.5);
  }

  @Test
  void isZeroWhenEmpty() {
    assertThat(Sample.of(List.of()).median()).isZero();
  }
}
