package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.repair.Report;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the status bar, and a person where it matters, how the checks go.
final class StatusReporter {
  private final RustmendClient client;
  private final ClientProfile profile;
  private final Set<String> refusals = new HashSet<>();
  private final Map<Path, Count> latest = new HashMap<>();
  private Optional<String> shown = Optional.empty();

  private enum State {
    BUSY,
    QUIESCENT
  }

  private record Count(long errors, long fixable) {
    String summary() {
      if (errors == 0) {
        return "no errors";
      }
      return "%s, %d with a verified fix"
          .formatted(errors == 1 ? "1 error" : errors + " errors", fixable);
    }
  }

  StatusReporter(RustmendClient client, ClientProfile profile) {
    this.client = client;
    this.profile = profile;
  }

  void busy() {
    send("ok", State.BUSY, "checking");
  }

  void idle() {
    send("ok", State.QUIESCENT, "");
  }

  /// Workspaces may have got another shape: what was found in them counts no more.
  synchronized void forget() {
    latest.clear();
  }

  /// What came of a finished check. A failure of cargo itself is shown once as a message: it will
  /// not go away by itself, and without it nobody knows why there are no fixes.
  synchronized void finished(Report report) {
    Optional<String> failure = report.failureSentence();
    latest.put(report.root(), new Count(report.errors(), report.fixable()));
    if (failure.isPresent()) {
      send("error", State.QUIESCENT, failure.get());
      if (!failure.equals(shown)) {
        client.showMessage(Messages.warning(failure.get()));
      }
    } else if (report.fidelity().isPresent()) {
      send("warning", State.QUIESCENT, report.fidelity().get());
    } else {
      send("ok", State.QUIESCENT, all().summary());
    }
    shown = failure;
  }

  /// A file was opened that can not be checked at all: there is no cargo, or no manifest that it
  /// can read. Each reason is a message once; nobody knows else why there are no fixes.
  synchronized void refused(String why) {
    send("error", State.QUIESCENT, why);
    if (refusals.add(why)) {
      client.showMessage(Messages.warning(why));
    }
  }

  /// `2 errors, 1 with a verified fix`, for progress and status.
  static String summary(Report report) {
    return new Count(report.errors(), report.fixable()).summary();
  }

  /// What the last checks of all workspaces have found.
  private Count all() {
    return latest.values().stream()
        .reduce(new Count(0, 0), (a, b) -> new Count(a.errors + b.errors, a.fixable + b.fixable));
  }

  private synchronized void send(String health, State state, String message) {
    if (profile.has(Feature.SERVER_STATUS)) {
      Optional<Count> known = latest.isEmpty() ? Optional.empty() : Optional.of(all());
      client.serverStatus(
          new ServerStatus(
              health,
              state == State.QUIESCENT,
              message,
              known.map(Count::errors).orElse(null),
              known.map(Count::fixable).orElse(null)));
    }
  }
}
