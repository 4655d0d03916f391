package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.workspace.Snapshot;
import java.util.List;

/// One place that proposes patches: rustc, recipes, past fixes, a model.
public interface CandidateSource {

  /// What this source proposes for `diagnostic`, best first; none when it has no answer. The
  /// diagnostic's offsets refer to the texts of `snapshot`.
  List<Candidate> candidates(Diagnostic diagnostic, Snapshot snapshot);

  /// Reads ahead what proposals for the errors of `snapshot` are likely to need, while the compiler
  /// is still looking for them.
  default void prepare(Snapshot snapshot) {}

  /// Gets ready for the first error of all, when nothing else is to be done: may take a second or
  /// two. Ends early when the thread is interrupted.
  default void settle(Snapshot snapshot) {}
}
