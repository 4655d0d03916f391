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

  /// Why something can not be checked, as far as the user was told.
  private final Set<String> told = new HashSet<>();

  /// Which of that is about a workspace whose check failed.
  private final Map<Path, String> failures = new HashMap<>();

  private final Map<Path, Count> latest = new HashMap<>();

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

  /// A check waits; nothing is under way until it goes on.
  void paused(String why) {
    send("ok", State.QUIESCENT, why);
  }

  void idle() {
    send("ok", State.QUIESCENT, "");
  }

  /// Workspaces may have got another shape: what was found in them counts no more.
  synchronized void forget() {
    latest.clear();
  }

  /// What came of a finished check. A failure of cargo itself is a message: it will not go away by
  /// itself, and without it nobody knows why there are no fixes.
  synchronized void finished(Report report) {
    Path root = report.root();
    Optional<String> failure = report.failureSentence();
    latest.put(root, new Count(report.errors(), report.fixable()));
    if (failure.isPresent()) {
      failures.put(root, failure.get());
      refused(failure.get());
      return;
    }
    Optional.ofNullable(failures.remove(root)).ifPresent(told::remove);
    if (report.fidelity().isPresent()) {
      send("warning", State.QUIESCENT, report.fidelity().get());
    } else {
      send("ok", State.QUIESCENT, all().summary());
    }
  }

  /// Something can not be checked: there is no cargo, no manifest, or none that cargo can read.
  /// Each reason is a message once, and again when it came back.
  synchronized void refused(String why) {
    send("error", State.QUIESCENT, why);
    if (told.add(why)) {
      client.showMessage(Messages.warning(why));
    }
  }

  /// The same where a person has asked for the check, who wants an answer each time.
  synchronized void refusedToPerson(String why) {
    told.remove(why);
    refused(why);
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
