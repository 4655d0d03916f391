package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LookTest {
  private static final String PROGRAM =
      """
      fn main() {
          let name = String::from("ferris");
          greet(name);
          println!("{name}");
      }

      fn greet(who: String) {
          println!("{who}");
      }
      """;

  @TempDir Path folder;

  @Test
  void theOtherFixesComeWhenSomebodyLooksAtTheError() throws Exception {
    try (var crate = Crate.of(folder, PROGRAM)) {
      RepairSession session = crate.session();
      Snapshot snapshot = Snapshot.ofDisk();
      Problem atFirst = checked(session, snapshot);
      assertThat(atFirst.fixes()).isNotEmpty();

      List<Fix> all = crate.report().problems().getFirst().fixes();
      assertThat(all).hasSizeGreaterThan(atFirst.fixes().size());

      Problem again = checked(session, snapshot);
      assertThat(again.fixes()).hasSameSizeAs(atFirst.fixes());
      while (problem(session, snapshot).fixes().size() < all.size()) {
        session.look(snapshot, again.diagnostic());
        Thread.onSpinWait();
      }
      assertThat(problem(session, snapshot).fixes())
          .extracting(Fix::title)
          .containsExactlyElementsOf(all.stream().map(Fix::title).toList());
    }
  }

  @Test
  void theFixForAllErrorsOfAKindComesOnceHoweverOftenSomebodyLooks() throws Exception {
    String twice =
        """
        fn main() {
            let first: String = "one";
            let second: String = "two";
            println!("{first} {second}");
        }
        """;
    try (var crate = Crate.of(folder, twice)) {
      RepairSession session = crate.session();
      Snapshot snapshot = Snapshot.ofDisk();
      Diagnostic error = checked(session, snapshot).diagnostic();
      while (jointFixes(session, snapshot).isEmpty()) {
        session.look(snapshot, error);
        Thread.onSpinWait();
      }
      session.look(snapshot, error);
      session.run(snapshot, _ -> {});
      session.look(snapshot, error);
      assertThat(jointFixes(session, snapshot)).hasSize(1);
    }
  }

  private static List<Fix> jointFixes(RepairSession session, Snapshot snapshot) {
    return problem(session, snapshot).fixes().stream()
        .filter(fix -> fix.title().startsWith("Fix all 2 errors"))
        .toList();
  }

  private static Problem checked(RepairSession session, Snapshot snapshot)
      throws InterruptedException {
    var done = new CountDownLatch(1);
    session.listen(report -> {
      if (report.complete()) {
        done.countDown();
      }
    });
    session.request(snapshot, Occasion.BY_ITSELF);
    done.await();
    return problem(session, snapshot);
  }

  private static Problem problem(RepairSession session, Snapshot snapshot) {
    return session.ready(snapshot).orElseThrow().problems().getFirst();
  }
}
