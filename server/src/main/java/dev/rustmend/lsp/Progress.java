package dev.rustmend.lsp;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;

/// One work-done progress: it begins when the client has accepted its token, reports at most five
/// times a second, and always ends when it began.
final class Progress implements AutoCloseable {
  private static final long INTERVAL_NANOS = 200_000_000;

  private enum State {
    OFFERED,
    BEGUN,
    ENDED
  }

  private final Consumer<WorkDoneProgressNotification> wire;
  private final LongSupplier clock;
  private final String title;
  private State state = State.OFFERED;
  private boolean closed;
  private long reportedAt;
  private String message = "";

  /// `wire` sends a notification under this progress's token; `clock` counts nanoseconds.
  Progress(String title, Consumer<WorkDoneProgressNotification> wire, LongSupplier clock) {
    this.title = title;
    this.wire = wire;
    this.clock = clock;
  }

  /// Says what is going on now; left out when the last report is too fresh.
  synchronized void report(String now) {
    message = now;
    long time = clock.getAsLong();
    if (state == State.BEGUN && time - reportedAt >= INTERVAL_NANOS) {
      reportedAt = time;
      var report = new WorkDoneProgressReport();
      report.setMessage(now);
      wire.accept(report);
    }
  }

  /// Ends with a last word about how it went.
  synchronized void end(String last) {
    if (!closed) {
      closed = true;
      message = last;
      finishIfBegun();
    }
  }

  @Override
  public void close() {
    end("");
  }

  /// The client knows the token.
  synchronized void accepted() {
    if (state != State.OFFERED) {
      return;
    }
    state = State.BEGUN;
    reportedAt = clock.getAsLong();
    var begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(true);
    if (!message.isEmpty() && !closed) {
      begin.setMessage(message);
    }
    wire.accept(begin);
    if (closed) {
      finishIfBegun();
    }
  }

  /// The client does not want the token: nothing more is sent under it.
  synchronized void refused() {
    state = State.ENDED;
  }

  private void finishIfBegun() {
    if (state == State.BEGUN) {
      state = State.ENDED;
      var end = new WorkDoneProgressEnd();
      if (!message.isEmpty()) {
        end.setMessage(message);
      }
      wire.accept(end);
    }
  }
}
