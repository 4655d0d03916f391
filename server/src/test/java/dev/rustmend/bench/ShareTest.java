package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

  /// Known values: Newcombe's examples of the score interval without continuity correction
  /// (Statistics in Medicine 1998, table I).
  @Test
  void agreesWithPublishedIntervals() {
    assertInterval(new Share(81, 263), 0.2553, 0.3662);
    assertInterval(new Share(15, 148), 0.0624, 0.1605);
    assertInterval(new Share(0, 20), 0.0, 0.1611);
    assertInterval(new Share(1, 29), 0.0061, 0.1718);
  }

  @Test
  void staysInsideTheUnitInterval() {
    assertInterval(new Share(20, 20), 1 - 0.1611, 1.0);
    assertInterval(new Share(0, 0), 0.0, 1.0);
  }

  @Test
  void printsPercent() {
    assertThat(new Share(81, 263).percent()).isEqualTo("30.8 % (25.5–36.6)");
  }

  @Test
  void refusesMoreHitsThanPrograms() {
    assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertInterval(Share share, double lower, double upper) {
    assertThat(share.lower()).isCloseTo(lower, within(0.00006));
    assertThat(share.upper()).isCloseTo(upper, within(0.00006));
  }
}
