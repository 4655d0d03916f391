package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<String> sent = new ArrayList<>();
  private final AtomicLong millis = new AtomicLong();
  private final Progress progress =
      new Progress(
          "Checking",
          note ->
              sent.add(
                  switch (note) {
                    case WorkDoneProgressBegin begin -> "begin " + begin.getMessage();
                    case WorkDoneProgressReport report -> "report " + report.getMessage();
                    case WorkDoneProgressEnd end -> "end " + end.getMessage();
                    default -> "?";
                  }),
          () -> millis.get() * 1_000_000);

  @Test
  void nothingIsSentBeforeTheClientKnowsTheToken() {
    progress.report("one");
    assertThat(sent).isEmpty();
    progress.accepted();
    assertThat(sent).containsExactly("begin one");
  }

  @Test
  void reportsComeAtMostFiveTimesASecond() {
    progress.accepted();
    for (int i = 1; i <= 10; i++) {
      millis.addAndGet(100);
      progress.report(i + "");
    }
    progress.end("done");
    assertThat(sent)
        .containsExactly(
            "begin null", "report 2", "report 4", "report 6", "report 8", "report 10", "end done");
  }

  @Test
  void workThatIsDoneBeforeTheClientAnswersBeginsAndEnds() {
    progress.report("one");
    progress.end("done");
    assertThat(sent).isEmpty();
    progress.accepted();
    assertThat(sent).containsExactly("begin null", "end done");
  }

  @Test
  void theEndIsSentOnce() {
    progress.accepted();
    progress.end("done");
    progress.end("again");
    progress.close();
    millis.addAndGet(1000);
    progress.report("late");
    assertThat(sent).containsExactly("begin null", "end done");
  }

  @Test
  void aRefusedTokenIsNeverUsed() {
    progress.refused();
    progress.report("one");
    progress.end("done");
    progress.accepted();
    assertThat(sent).isEmpty();
  }
}
