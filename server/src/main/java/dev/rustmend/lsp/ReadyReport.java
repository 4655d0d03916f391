package dev.rustmend.lsp;

import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What one session knows about exactly the texts that the client sees now.
record ReadyReport(RepairSession session, Report report) {

  /// The reports of all sessions that `file` belongs to; none while the check of this content is
  /// still to come. Never waits.
  static List<ReadyReport> of(Sessions sessions, Snapshot snapshot, Path file) {
    return sessions.all().stream()
        .filter(session -> session.owns(file))
        .flatMap(session ->
            session.ready(snapshot).stream().map(report -> new ReadyReport(session, report)))
        .toList();
  }

  /// The problems that can be shown at a place.
  List<Problem> problems() {
    return report.problems().stream()
        .filter(problem -> problem.diagnostic().primary().isPresent())
        .toList();
  }

  /// The fixes of `problem` that the user wants to see and that stay inside the workspace.
  List<Fix> offered(Problem problem, Settings.Offers offers) {
    return problem.fixes().stream()
        .filter(fix -> isWanted(fix, offers))
        .filter(fix -> fix.patch().files().stream().allMatch(session::owns))
        .toList();
  }

  /// The fix with this id, if it is ready for the present texts.
  Optional<Fix> fix(String id) {
    return report.problems().stream()
        .flatMap(problem -> problem.fixes().stream())
        .filter(fix -> fix.id().equals(id))
        .filter(fix -> fix.patch().files().stream().allMatch(session::owns))
        .findFirst();
  }

  private static boolean isWanted(Fix fix, Settings.Offers offers) {
    return fix.compiles()
        || (fix.isOffered() && offers.showAdvances())
        || (fix.isUnknown() && offers.showUnverified());
  }
}
