package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Fix;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.List;

/// An error that has ended: the text of its file when it was there and when it was gone, and the
/// fixes that were ready, best first. `good` are earlier texts of the file, from before the error
/// came.
record Repair(
    Diagnostic diagnostic,
    Path file,
    SourceText before,
    SourceText after,
    List<Fix> fixes,
    List<SourceText> good) {
  Repair {
    fixes = List.copyOf(fixes);
    good = List.copyOf(good);
  }
}
