package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Of very many errors those that somebody looks at come first.
@Timeout(240)
class AttentionTest {
  private static final String ERROR =
      "pub fn f_%d(number: u32) -> u32 {\n    let twice = number + nunber;\n    twice\n}\n";

  @TempDir Path folder;

  @Test
  void theFileInFrontIsRepairedFirstAndTheRestWhenSomebodyLooks() throws Exception {
    var many = new StringBuilder("mod front;\nfn main() { front::f_0(1); }\n");
    for (int i = 0; i < Attention.MOST + 5; i++) {
      many.append(ERROR.formatted(i));
    }
    try (var crate = Crate.of(folder, many.toString())) {
      crate.file("src/front.rs", ERROR.formatted(0));
      RepairSession session = crate.session();
      Snapshot snapshot = opened(crate, "src/main.rs", "src/front.rs");
      List<Problem> problems = checked(session, snapshot);

      assertThat(problems).hasSize(Attention.MOST + 6);
      assertThat(problems.getFirst().diagnostic().primary().orElseThrow().file())
          .isEqualTo(crate.root.resolve("src/front.rs"));
      assertThat(problems.getFirst().fixes()).isNotEmpty();
      assertThat(problems.stream().filter(problem -> !problem.fixes().isEmpty()))
          .hasSize(Attention.MOST);

      Diagnostic last = problems.getLast().diagnostic();
      assertThat(problems.getLast().fixes()).isEmpty();
      while (fixes(session, snapshot, last).isEmpty()) {
        session.look(snapshot, last);
        Thread.onSpinWait();
      }
    }
  }

  private static List<Fix> fixes(RepairSession session, Snapshot snapshot, Diagnostic of) {
    return session.ready(snapshot).orElseThrow().problems().stream()
        .filter(problem -> problem.diagnostic().equals(of))
        .flatMap(problem -> problem.fixes().stream())
        .toList();
  }

  private static Snapshot opened(Crate crate, String... names) throws Exception {
    var buffers = new Workspace();
    for (String name : names) {
      buffers.put(crate.root.resolve(name), 1, SourceText.of(crate.text(name)));
    }
    return buffers.snapshot();
  }

  private static List<Problem> checked(RepairSession session, Snapshot snapshot)
      throws InterruptedException {
    var done = new CountDownLatch(1);
    session.listen(report -> {
      if (report.complete()) {
        done.countDown();
      }
    });
    session.request(snapshot, Occasion.BY_ITSELF);
    done.await();
    return session.ready(snapshot).orElseThrow().problems();
  }
}
