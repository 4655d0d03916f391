package dev.rustmend.verify;

import dev.rustmend.text.Patch;
import dev.rustmend.workspace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Which trials are worth a compile: those that are for the state at hand and that the guard lets
/// pass. Of the others it is told why not.
record Admission(PatchGuard guard) {

  /// The trials that are for this state.
  List<Trial> fitting(BaseCheck base, List<Trial> trials, BiConsumer<Trial, Verdict> onVerdict) {
    return without(trials, trial -> misfit(base, trial), onVerdict);
  }

  /// The trials that the guard lets pass.
  List<Trial> guarded(BaseCheck base, List<Trial> trials, BiConsumer<Trial, Verdict> onVerdict) {
    return without(trials, trial -> guard.objection(trial, base.snapshot()), onVerdict);
  }

  private static List<Trial> without(
      List<Trial> trials,
      Function<Trial, Optional<String>> objection,
      BiConsumer<Trial, Verdict> onVerdict) {
    var admitted = new ArrayList<Trial>();
    for (Trial trial : trials) {
      objection
          .apply(trial)
          .ifPresentOrElse(
              why -> onVerdict.accept(trial, new Verdict.Rejected(why)), () -> admitted.add(trial));
    }
    return admitted;
  }

  private static Optional<String> misfit(BaseCheck base, Trial trial) {
    if (trial.patch().isEmpty()) {
      return Optional.of("changes nothing");
    }
    if (!base.checked().diagnostics().contains(trial.target())) {
      return Optional.of("is for an error that is not there");
    }
    return fits(base.snapshot(), trial.patch())
        ? Optional.empty()
        : Optional.of("is for another text");
  }

  /// Whether all edits lie inside of the texts.
  static boolean fits(Snapshot snapshot, Patch patch) {
    return patch.edits().entrySet().stream()
        .allMatch(entry ->
            snapshot
                .read(entry.getKey(), patch)
                .filter(text -> entry.getValue().getLast().range().end() <= text.length())
                .isPresent());
  }
}
