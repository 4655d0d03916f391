package dev.rustmend.bench;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.repair.ModelAttempt;
import dev.rustmend.repair.ModelSample;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Rejection;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The loop of `rustmend fix`, with the whole pipeline behind it.
///
/// The trail holds the audit records, and for each error that is left the candidates that were
/// rejected, with the reason.
final class Rustmend implements Method {
  private final Sessions sessions;
  private final ModelUse model;

  Rustmend(Sessions sessions, ModelUse model) {
    this.sessions = sessions;
    this.model = model;
  }

  @Override
  public String name() {
    return switch (model) {
      case NOT_ASKED -> "rustmend";
      case ASKED_LAST, ASKED_AFRESH -> "rustmend + model";
    };
  }

  @Override
  public String revision() {
    return "";
  }

  @Override
  public Steps repair(ScratchPackage scratch) throws InterruptedException {
    return switch (sessions.open(scratch.folder())) {
      case Opened.Session(RepairSession session) -> repair(session);
      case Opened.Refused(var failure) ->
          throw new IllegalStateException(failure.sentence() + "\n" + failure.detail());
    };
  }

  private Steps repair(RepairSession session) throws InterruptedException {
    var trail = new ArrayList<String>();
    FixOutcome outcome =
        new FixLoop(session)
            .run(
                Snapshot.ofDisk(), FixRequest.everything().with(model), FixChooser.best(), _ -> {});
    List<Candidate> proposals = proposals(session, outcome);
    outcome.audit().forEach(audit -> trail.add(line(audit)));
    outcome.failure().ifPresent(failure -> trail.add("cargo failed: " + failure.sentence()));
    outcome.after().fidelity().ifPresent(why -> trail.add("shadow differs: " + why));
    outcome
        .withheld()
        .forEach(it -> trail.add("left for the user: %s %s".formatted(it.fix().title(), it.why())));
    for (Problem problem : outcome.after().problems()) {
      if (problem.diagnostic().isError()) {
        trail.add("left: " + problem.diagnostic().headline());
        problem.fixes().forEach(fix -> trail.add("  offered " + fix.provenTitle()));
        problem.rejections().forEach(rejection -> trail.add("  " + line(rejection)));
      }
    }
    outcome.model().forEach(attempt -> trail.addAll(lines(attempt)));
    write(outcome);
    return new Steps(
        outcome.compiles(),
        trail,
        RecipeUses.of(outcome, proposals),
        ModelCost.of(outcome.model()));
  }

  /// All proposals for the errors that the loop began with; nothing has been written yet.
  private static List<Candidate> proposals(RepairSession session, FixOutcome outcome)
      throws InterruptedException {
    var proposals = new ArrayList<Candidate>();
    for (Problem problem : outcome.before().problems()) {
      if (problem.diagnostic().isError()) {
        proposals.addAll(Sessions.proposals(session, Snapshot.ofDisk(), problem.diagnostic()));
      }
    }
    return proposals;
  }

  private static void write(FixOutcome outcome) {
    outcome
        .changes()
        .forEach((file, change) -> {
          try {
            Files.write(file, change.after().bytes());
          } catch (IOException e) {
            throw new UncheckedIOException("can not write " + file, e);
          }
        });
  }

  private static String line(AuditRecord audit) {
    return "round %d: %s ← %s [%s]: %s"
        .formatted(
            audit.round(),
            audit.diagnostic().headline(),
            audit.fix().provenTitle(),
            audit.fix().originName(),
            audit.outcome());
  }

  private static List<String> lines(ModelAttempt attempt) {
    var lines = new ArrayList<String>();
    lines.add(
        "model: %s: %s %s"
            .formatted(attempt.error().headline(), attempt.ending(), attempt.why())
            .strip());
    for (ModelSample sample : attempt.samples()) {
      lines.add(
          "  answer %d.%d.%d: %s %s"
              .formatted(
                  sample.start(),
                  sample.round(),
                  sample.number(),
                  sample.title(),
                  sample.result()));
    }
    return lines;
  }

  private static String line(Rejection rejection) {
    String why =
        switch (rejection.verdict()) {
          case Verdict.Compiles _, Verdict.Advances _ -> "";
          case Verdict.Rejected(String reason) -> ": " + reason;
          case Verdict.Unknown(String reason) -> ": " + reason;
        };
    return "%s “%s” [%s]%s"
        .formatted(
            rejection.verdict().word(),
            rejection.candidate().title(),
            rejection.candidate().origin().detail(),
            why);
  }
}
