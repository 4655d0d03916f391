package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.repair.Report;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Tells the status bar, and a person where it matters, how the checks go.
final class StatusReporter {
  private final RustmendClient client;
  private final ClientProfile profile;
  private final Set<String> refusals = new HashSet<>();
  private Optional<String> shown = Optional.empty();

  StatusReporter(RustmendClient client, ClientProfile profile) {
    this.client = client;
    this.profile = profile;
  }

  void busy() {
    send(new ServerStatus("ok", false, "checking"));
  }

  void idle() {
    send(new ServerStatus("ok", true, ""));
  }

  /// What came of a finished check. A failure of cargo itself is shown once as a message: it will
  /// not go away by itself, and without it nobody knows why there are no fixes.
  synchronized void finished(Report report) {
    Optional<String> failure = report.failureSentence();
    if (failure.isPresent()) {
      send(new ServerStatus("error", true, failure.get()));
      if (!failure.equals(shown)) {
        client.showMessage(Messages.warning(failure.get()));
      }
    } else if (report.fidelity().isPresent()) {
      send(new ServerStatus("warning", true, report.fidelity().get()));
    } else {
      send(new ServerStatus("ok", true, summary(report)));
    }
    shown = failure;
  }

  /// A file was opened that can not be checked at all: there is no cargo, or no manifest that it
  /// can read. Each reason is a message once; nobody knows else why there are no fixes.
  synchronized void refused(String why) {
    send(new ServerStatus("error", true, why));
    if (refusals.add(why)) {
      client.showMessage(Messages.warning(why));
    }
  }

  /// `2 errors, 1 with a verified fix`, for progress and status.
  static String summary(Report report) {
    if (report.errors() == 0) {
      return "no errors";
    }
    String errors = report.errors() == 1 ? "1 error" : report.errors() + " errors";
    return "%s, %d with a verified fix".formatted(errors, report.fixable());
  }

  private void send(ServerStatus status) {
    if (profile.has(Feature.SERVER_STATUS)) {
      client.serverStatus(status);
    }
  }
}
