package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.diagnostic.Level;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    pair(left, fresh, kept, moved::saidWhere, Said::where);
    pair(
        left,
        fresh,
        kept,
        old -> Optional.of(DiagnosticKey.of(old, base::read)),
        now -> Optional.of(DiagnosticKey.of(now, then::read)));
    pair(left, fresh, kept, moved::codeWhere, Said::codeWhere);
    return new Matching(kept, new LinkedHashSet<>(left), List.copyOf(fresh));
  }

  /// Pairs each old one with the first new one that has an equal key.
  private static <K> void pair(
      List<Diagnostic> left,
      List<Diagnostic> fresh,
      Set<Diagnostic> kept,
      Function<Diagnostic, Optional<K>> oldKey,
      Function<Diagnostic, Optional<K>> newKey) {
    Map<K, Deque<Diagnostic>> byKey = new HashMap<>();
    fresh.forEach(now ->
        newKey
            .apply(now)
            .ifPresent(key -> byKey.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(now)));
    Set<Diagnostic> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    left.removeIf(old -> {
      Optional<Diagnostic> match =
          oldKey.apply(old).map(byKey::get).map(Deque::poll); // null when all are taken
      match.ifPresent(now -> {
        taken.add(now);
        kept.add(old);
      });
      return match.isPresent();
    });
    fresh.removeIf(taken::contains);
  }

  /// What a diagnostic says, and where; without a message only of which kind it is.
  private record Said(
      Level level, String code, String message, Optional<Path> file, Optional<TextRange> range) {

    static Optional<Said> where(Diagnostic one) {
      return Optional.of(of(one, one.message(), one.primary().map(Span::range)));
    }

    /// Empty for what has no code.
    static Optional<Said> codeWhere(Diagnostic one) {
      return one.code().map(_ -> of(one, "", one.primary().map(Span::range)));
    }

    static Said of(Diagnostic one, String message, Optional<TextRange> range) {
      return new Said(one.level(), one.codeText(), message, one.primary().map(Span::file), range);
    }
  }

  /// The same of old diagnostics, with the places where a patch has moved them.
  private record Moved(Patch patch) {
    Optional<Said> saidWhere(Diagnostic old) {
      return Optional.of(Said.of(old, old.message(), place(old)));
    }

    Optional<Said> codeWhere(Diagnostic old) {
      return old.code().map(_ -> Said.of(old, "", place(old)));
    }

    private Optional<TextRange> place(Diagnostic old) {
      return old.primary().map(span -> patch.map(span.file(), span.range()));
    }
  }
}
