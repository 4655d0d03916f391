package dev.rustmend.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final List<String> found = new ArrayList<>();
  private final Recent<String, Integer> lengths = new Recent<>(2);

  @Test
  void whatIsKnownIsNotFoundOutAgain() {
    assertThat(length("one")).isEqualTo(3);
    assertThat(length("one")).isEqualTo(3);

    assertThat(found).containsExactly("one");
  }

  @Test
  void whatWasAskedForLongestAgoIsForgottenFirst() {
    length("a");
    length("bb");
    length("a");
    length("ccc");
    length("a");
    length("bb");

    assertThat(found).containsExactly("a", "bb", "ccc", "bb");
  }

  private int length(String text) {
    return lengths.of(
        text,
        key -> {
          found.add(key);
          return key.length();
        });
  }
}
