package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriorTest {

  @Test
  void aTaskComesBeforeWhatIsForErrorsAndTheLibrary() {
    double task = Prior.of("tasks/files/read-lines");

    assertThat(task).isGreaterThan(Prior.of("errors/E0382/clone-first"));
    assertThat(task).isGreaterThan(Prior.of("doc:std/vec/struct.Vec.html#method.push"));
  }

  @Test
  void whatIsUnknownHasNoPrior() {
    assertThat(Prior.of("doc:new-book/ch01.html")).isEqualTo(1);
    assertThat(Prior.of("learned")).isEqualTo(1);
  }
}
