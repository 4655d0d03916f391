package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// Every progress that is shown, by its token, with what stops the work behind it.
final class ProgressBoard {
  private final RustmendClient client;
  private final ClientProfile profile;
  private final LongSupplier clock;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Runnable> stops = new ConcurrentHashMap<>();

  ProgressBoard(RustmendClient client, ClientProfile profile, LongSupplier clock) {
    this.client = client;
    this.profile = profile;
    this.clock = clock;
  }

  /// Offers the client a new progress. `stop` ends the work when the user cancels it there. A
  /// client that shows no progress gets none, and the work goes on the same.
  Progress start(String title, Runnable stop) {
    String token = "rustmend/" + count.incrementAndGet();
    Progress progress = progress(token, title);
    if (!profile.has(Feature.WORK_DONE_PROGRESS)) {
      progress.refused();
      return progress;
    }
    stops.put(token, stop);
    var _ =
        client
            .createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token)))
            .whenComplete((done, failure) -> {
              if (failure == null) {
                progress.accepted();
              } else {
                stops.remove(token);
                progress.refused();
              }
            });
    return progress;
  }

  /// A progress under a token that the client gave with its request. It begins at once.
  Progress begin(String token, String title, Runnable stop) {
    Progress progress = progress(token, title);
    stops.put(token, stop);
    progress.accepted();
    return progress;
  }

  private Progress progress(String token, String title) {
    return new Progress(
        title,
        note -> {
          if (note.getKind() == WorkDoneProgressKind.end) {
            stops.remove(token);
          }
          client.notifyProgress(new ProgressParams(Either.forLeft(token), Either.forLeft(note)));
        },
        clock);
  }

  /// Stops the work behind `token`; one that is not ours is ignored.
  void cancel(String token) {
    Runnable stop = stops.get(token);
    if (stop != null) {
      stop.run();
    }
  }
}
