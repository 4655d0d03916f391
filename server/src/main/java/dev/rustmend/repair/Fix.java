package dev.rustmend.repair;

import dev.rustmend.candidate.Origin;
import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.Patch;
import dev.rustmend.verify.Licence;
import dev.rustmend.verify.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A patch with its proof. `sha256` holds, for each file that the patch touches, the hash of the
/// text it was verified on: on any other text the fix is stale. `preferred` is true for at most one
/// fix of a problem, and only when it compiles. `applicability` is the prior of whoever proposed
/// it; `licence` is what it may do, and `penalty` what its maker adds to the cost of its change.
public record Fix(
    String id,
    String title,
    Origin origin,
    Verdict verdict,
    Patch patch,
    Applicability applicability,
    Map<Path, String> sha256,
    boolean preferred,
    Licence licence,
    int penalty) {
  public Fix {
    sha256 = Map.copyOf(sha256);
  }

  /// The same fix with the proof that it has together with the steps that follow it.
  Fix provenBy(Verdict together) {
    return new Fix(
        id,
        title + ", with the steps after it",
        origin,
        together,
        patch,
        applicability,
        sha256,
        false,
        licence,
        penalty);
  }

  public boolean compiles() {
    return verdict instanceof Verdict.Compiles;
  }

  /// Whether the patch has been compiled and helps.
  public boolean isOffered() {
    return verdict.isOffered();
  }

  /// Whether only a person may take it: its title announces damage, such as a stub, it has
  /// placeholders to fill in, or the warnings that it brings speak against it.
  boolean isForAPerson() {
    return !licence.admitted().isEmpty()
        || applicability == Applicability.HAS_PLACEHOLDERS
        || verdict.doubt().isPresent();
  }

  /// Whether a language model wrote it.
  public boolean isByAModel() {
    return origin.source() == Origin.Source.MODEL;
  }

  /// Why only a person may take it, as a verb phrase about the fix; empty where anybody may.
  Optional<String> reservation() {
    if (licence.admitted().contains(Damage.Kind.INVENTION)) {
      return Optional.of("makes up a value or a body");
    }
    if (licence.admitted().contains(Damage.Kind.EXPOSURE)) {
      return Optional.of("opens what the methods of the type guard");
    }
    if (verdict.doubt().isPresent()) {
      return verdict.doubt();
    }
    return isForAPerson() ? Optional.of("is for its author to choose") : Optional.empty();
  }

  /// Whether nothing could be found out about the patch; shown only to who asks for it.
  public boolean isUnknown() {
    return verdict instanceof Verdict.Unknown;
  }

  /// The verdict's word in JSON and in `data`.
  public String verdictWord() {
    return verdict.word();
  }

  /// The word for who proposed the patch: `rustc`, `recipe`, `learned` or `model`.
  public String sourceWord() {
    return origin.source().word();
  }

  /// The source's own name for the proposal.
  public String originName() {
    return origin.detail();
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
