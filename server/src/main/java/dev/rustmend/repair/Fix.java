package dev.rustmend.repair;

import dev.rustmend.candidate.Origin;
import dev.rustmend.text.Patch;
import dev.rustmend.verify.Verdict;
import java.nio.file.Path;
import java.util.Map;

/// A patch with its proof. `sha256` holds, for each file that the patch touches, the hash of the
/// text it was verified on: on any other text the fix is stale. `preferred` is true for at most one
/// fix of a problem, and only when it compiles.
public record Fix(
    String id,
    String title,
    Origin origin,
    Verdict verdict,
    Patch patch,
    Map<Path, String> sha256,
    boolean preferred) {
  public Fix {
    sha256 = Map.copyOf(sha256);
  }

  public boolean compiles() {
    return verdict instanceof Verdict.Compiles;
  }

  /// The title with its proof before it: `✓ ` compiles, `→ ` this error is gone and others remain,
  /// `? ` unverified.
  public String provenTitle() {
    return switch (verdict) {
      case Verdict.Compiles _ -> "✓ " + title;
      case Verdict.Advances _ -> "→ " + title;
      case Verdict.Rejected _, Verdict.Unknown _ -> "? " + title;
    };
  }
}
