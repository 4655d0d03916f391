package dev.rustmend.candidate;

import dev.rustmend.diagnostic.Applicability;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.syntax.Damage;
import dev.rustmend.text.Patch;
import java.util.Set;

/// A proposed and unchecked patch for `target`. `title` is an imperative sentence without a final
/// stop; it is what the menu shows. `admits` are the kinds of damage that the title announces;
/// `penalty` is added to the cost by which fixes that compile are ranked, in bytes of change.
public record Candidate(
    Diagnostic target,
    String title,
    Patch patch,
    Origin origin,
    Applicability applicability,
    Set<Damage.Kind> admits,
    int penalty) {
  public Candidate {
    admits = Set.copyOf(admits);
  }

  /// Whether only a person may take it: its title announces damage, such as a stub, or it has
  /// placeholders to fill in.
  public boolean isForAPerson() {
    return !admits.isEmpty() || applicability == Applicability.HAS_PLACEHOLDERS;
  }

  /// A candidate that announces no damage.
  public Candidate(
      Diagnostic target, String title, Patch patch, Origin origin, Applicability applicability) {
    this(target, title, patch, origin, applicability, Set.of(), 0);
  }

  /// The same with another patch.
  public Candidate with(Patch other) {
    return new Candidate(target, title, other, origin, applicability, admits, penalty);
  }

  /// The same, when `other` has proposed it as well.
  public Candidate agreedBy(Candidate other) {
    return new Candidate(
        target, title, patch, origin.joinedBy(other.origin), applicability, admits, penalty);
  }
}
