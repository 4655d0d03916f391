package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.Fix;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.List;

/// An error that has ended: the text of its file when it was there and when it was gone, and the
/// fixes that were ready, best first. `good` are earlier texts of the file, from before the error
/// came. `others` are the other files that rustc pointed into and that have changed as well.
record Repair(
    Diagnostic diagnostic,
    Path file,
    SourceText before,
    SourceText after,
    List<Fix> fixes,
    List<SourceText> good,
    List<Other> others) {
  Repair {
    fixes = List.copyOf(fixes);
    good = List.copyOf(good);
    others = List.copyOf(others);
  }

  /// Another file, like the one with the error.
  record Other(Path file, SourceText before, SourceText after, List<SourceText> good) {
    Other {
      good = List.copyOf(good);
    }
  }

  /// The repair as if it had been made in `other` alone.
  Repair in(Other other) {
    return new Repair(
        diagnostic, other.file(), other.before(), other.after(), fixes, other.good(), List.of());
  }
}
