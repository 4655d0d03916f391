package dev.rustmend.lsp;

import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixListener;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.repair.ModelSample;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.text.Difference;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// `rustmend.server.fixWorkspace` and `.fixFile`: the compile-and-fix loop, its result sent as one
/// edit. With `"model": true`, and where it may be asked by itself, a language model is asked last;
/// `"model": false` keeps it out.
record FixCommand(
    Sessions sessions,
    OpenDocuments documents,
    Roots roots,
    Runs runs,
    ProgressBoard board,
    EditSender sender,
    RustmendClient client,
    ModelFix model,
    LearnedHere learned) {
  private static final int ROUNDS = FixRequest.everything().maxRounds();

  String fixFile(CommandTarget target) {
    Path file =
        target
            .file()
            .or(documents::latest)
            .orElseThrow(() -> Refusal.invalidParams("which file? give its URI"));
    if (target.position().isPresent() && target.model().orElse(false)) {
      return runs.add(
          ServerCommand.FIX_FILE.word(),
          runId -> model.fix(runId, file, target.position().orElseThrow()));
    }
    var request = new FixRequest(ROUNDS, Set.of(), Optional.of(file));
    return runs.add(
        ServerCommand.FIX_FILE.word(), runId -> fix(runId, file, request, target.model()));
  }

  /// Without an argument: the workspaces that are open, else those of the client's folders.
  String fixWorkspace(CommandTarget target) {
    List<Path> places = target.file().map(List::of).orElseGet(this::everywhere);
    return runs.add(
        ServerCommand.FIX_WORKSPACE.word(),
        runId -> {
          for (Path place : places) {
            fix(runId, place, FixRequest.everything(), target.model());
          }
        });
  }

  private List<Path> everywhere() {
    List<Path> open = sessions.all().stream().map(RepairSession::root).toList();
    return open.isEmpty() ? roots.folders() : open;
  }

  private void fix(String runId, Path place, FixRequest request, Optional<Boolean> asksModel)
      throws InterruptedException {
    switch (sessions.open(place)) {
      case Opened.Session(RepairSession session) ->
          fix(runId, session, request.with(use(session, asksModel)));
      case Opened.Refused refused -> client.showMessage(Messages.warning(refused.sentence()));
    }
  }

  private static ModelUse use(RepairSession session, Optional<Boolean> asked) {
    return asked.orElseGet(session::asksModelByItself) ? ModelUse.ASKED_LAST : ModelUse.NOT_ASKED;
  }

  private void fix(String runId, RepairSession session, FixRequest request)
      throws InterruptedException {
    String name =
        request.file().map(Path::getFileName).orElse(session.root().getFileName()).toString();
    Snapshot snapshot = documents.snapshot();
    try (Progress progress = board.part(runId, "Fixing " + name, () -> runs.cancel(runId))) {
      FixOutcome outcome =
          new FixLoop(session).run(snapshot, request, FixChooser.best(), listener(progress));
      progress.end(deliver(session, "Fixing " + name, outcome, snapshot));
    }
  }

  private static FixListener listener(Progress progress) {
    return new FixListener() {
      @Override
      public void tried(AuditRecord record) {
        progress.report(record.fix().provenTitle());
      }

      @Override
      public void answered(ModelSample sample) {
        progress.report(ModelFix.told(sample));
      }
    };
  }

  /// Sends the edit and returns the last word.
  private String deliver(RepairSession session, String label, FixOutcome outcome, Snapshot snapshot)
      throws InterruptedException {
    String left = StatusReporter.summary(outcome.after());
    if (outcome.changes().isEmpty()) {
      String why =
          outcome
              .failureSentence()
              .orElse(
                  outcome.isClean() ? "no errors" : "no verified fix: " + left + model(outcome));
      client.showMessage(Messages.info(label + ": " + why));
      return why;
    }
    learned.wrote(
        session.root(), outcome.changes().values().stream().map(FixOutcome.Change::after).toList());
    boolean sent = sender.send(label, patch(outcome), snapshot);
    return sent ? "done: " + left : "not done";
  }

  /// What a model made of the first error that it was asked about.
  private static String model(FixOutcome outcome) {
    return outcome.model().stream()
        .findFirst()
        .map(attempt -> "; the model: " + attempt.why())
        .orElse("");
  }

  private static Patch patch(FixOutcome outcome) {
    var edits = new TreeMap<Path, List<TextEdit>>();
    var created = new TreeSet<Path>();
    outcome
        .changes()
        .forEach((file, change) -> {
          edits.put(file, Difference.edits(change.before(), change.after()));
          if (change.isNew()) {
            created.add(file);
          }
        });
    return new Patch(edits, created);
  }
}
