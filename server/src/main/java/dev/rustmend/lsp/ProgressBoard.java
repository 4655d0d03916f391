package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressKind;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// Every progress that is shown, by its token, with what stops the work behind it.
final class ProgressBoard {
  private final RustmendClient client;
  private final ClientProfile profile;
  private final LongSupplier clock;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Runnable> stops = new ConcurrentHashMap<>();

  /// The progress of each run that the client gave a token for, by run id.
  private final Map<String, Progress> wholes = new ConcurrentHashMap<>();

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

  /// Begins the progress of the run `runId` under a token that the client gave with its request.
  void begin(String token, String runId, String title, Runnable stop) {
    Progress progress = progress(token, title);
    stops.put(token, stop);
    wholes.put(runId, progress);
    progress.accepted();
  }

  /// A part of the run `runId`: what it tells is told in the run's own progress, where the client
  /// gave a token for that; else it is one of its own.
  Progress part(String runId, String title, Runnable stop) {
    Progress whole = wholes.get(runId);
    if (whole == null) {
      return start(title, stop);
    }
    var part = new Progress(title, note -> message(note).ifPresent(whole::report), clock);
    part.accepted();
    return part;
  }

  /// The run has ended, and its progress with it.
  void end(String runId) {
    Optional.ofNullable(wholes.remove(runId)).ifPresent(Progress::close);
  }

  private static Optional<String> message(WorkDoneProgressNotification note) {
    return Optional.ofNullable(
        switch (note) {
          case WorkDoneProgressBegin begin -> begin.getTitle();
          case WorkDoneProgressReport report -> report.getMessage();
          default -> null;
        });
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
