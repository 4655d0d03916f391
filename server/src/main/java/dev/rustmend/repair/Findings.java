package dev.rustmend.repair;

import dev.rustmend.verify.BaseCheck;
import java.util.Optional;

/// What a run of the pipeline came to: its report, and the notebook in which proposals may stand
/// that nobody has verified yet. There is none when cargo failed.
record Findings(Report report, Optional<OpenEnds> openEnds) {

  /// The state that was checked and the notebook about it.
  record OpenEnds(BaseCheck base, Repairs repairs) {}
}
