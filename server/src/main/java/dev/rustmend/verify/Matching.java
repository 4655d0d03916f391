package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// Which diagnostics before a patch are which ones after it.
///
/// First those with the same code and message at the place where the patch moved them; then those
/// with the same [DiagnosticKey], wherever they are now; last those with the same code at the same
/// place whose message changed, because a type in it did. Each is matched once.
record Matching(Set<Diagnostic> kept, Set<Diagnostic> gone, List<Diagnostic> fresh) {

  /// Matches `before`, which refers to the texts of `base`, with `after`, which refers to those of
  /// `base` with `patch` made.
  static Matching of(
      List<Diagnostic> before, List<Diagnostic> after, Snapshot base, Snapshot then, Patch patch) {
    var moved = new Moved(patch);
    var left = new ArrayList<>(before);
    var fresh = new ArrayList<>(after);
    var kept = new LinkedHashSet<Diagnostic>();
    pair(left, fresh, kept, (old, now) -> moved.sameMessage(old, now) && moved.samePlace(old, now));
    pair(
        left,
        fresh,
        kept,
        (old, now) -> DiagnosticKey.of(old, base::read).equals(DiagnosticKey.of(now, then::read)));
    pair(left, fresh, kept, (old, now) -> moved.sameCode(old, now) && moved.samePlace(old, now));
    return new Matching(kept, new LinkedHashSet<>(left), List.copyOf(fresh));
  }

  private static void pair(
      List<Diagnostic> left,
      List<Diagnostic> fresh,
      Set<Diagnostic> kept,
      BiPredicate<Diagnostic, Diagnostic> same) {
    left.removeIf(old -> {
      Optional<Diagnostic> match = fresh.stream().filter(now -> same.test(old, now)).findFirst();
      match.ifPresent(now -> {
        fresh.remove(now);
        kept.add(old);
      });
      return match.isPresent();
    });
  }

  /// Compares an old diagnostic with a new one across a patch.
  private record Moved(Patch patch) {
    boolean sameCode(Diagnostic old, Diagnostic now) {
      return old.level() == now.level()
          && !old.codeText().isEmpty()
          && old.codeText().equals(now.codeText());
    }

    boolean sameMessage(Diagnostic old, Diagnostic now) {
      return old.level() == now.level()
          && old.codeText().equals(now.codeText())
          && old.message().equals(now.message());
    }

    boolean samePlace(Diagnostic old, Diagnostic now) {
      Optional<Path> file = old.primary().map(Span::file);
      Optional<TextRange> range = old.primary().map(s -> patch.map(s.file(), s.range()));
      return file.equals(now.primary().map(Span::file))
          && range.equals(now.primary().map(Span::range));
    }
  }
}
