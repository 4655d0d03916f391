package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrewTest {
  private static final Cargo CARGO =
      (_, _) -> new CheckOutcome.Checked(List.of(), Set.of(), Duration.ZERO);
  private final Crew crew =
      new Crew(List.of(new Workplace(Path.of("a"), CARGO), new Workplace(Path.of("b"), CARGO)));

  @Test
  void returnsResultsInTheOrderOfTheItems() throws InterruptedException {
    List<Integer> items = IntStream.range(0, 200).boxed().toList();

    assertThat(crew.work(items, (item, _) -> 2 * item))
        .isEqualTo(items.stream().map(item -> 2 * item).toList());
  }

  @Test
  void worksAtAllPlacesAtOnce() throws InterruptedException {
    var both = new CountDownLatch(2);

    List<Boolean> met =
        crew.work(
            List.of(1, 2),
            (_, _) -> {
              both.countDown();
              both.await();
              return true;
            });

    assertThat(met).containsExactly(true, true);
  }

  @Test
  void throwsTheFirstFailure() {
    assertThatThrownBy(() ->
            crew.work(
                List.of(1, 2, 3),
                (item, _) -> {
                  if (item == 2) {
                    throw new IllegalStateException("broken item");
                  }
                  return item;
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("broken item");
  }
}
