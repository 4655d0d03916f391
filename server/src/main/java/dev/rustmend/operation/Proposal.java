package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.text.Patch;
import java.util.Map;
import java.util.Set;

/// A patch that an operation or a recipe proposes.
///
/// `title` is an imperative sentence that says exactly what is done; where it is empty the entry's
/// own title is taken, its metavariables filled from `bound`. `admits` are the kinds of damage that
/// the title openly announces, such as a stub. `penalty` is added to the cost by which fixes that
/// compile are ranked, in bytes of change: 0 for what keeps behaviour and signatures, 20 and more
/// for what changes either.
public record Proposal(
    String title, Patch patch, Map<String, String> bound, Set<Damage.Kind> admits, int penalty) {
  public Proposal {
    bound = Map.copyOf(bound);
    admits = Set.copyOf(admits);
  }

  /// A proposal that keeps behaviour and signatures.
  public static Proposal of(String title, Patch patch) {
    return new Proposal(title, patch, Map.of(), Set.of(), 0);
  }

  /// A proposal under the title of the entry, with its metavariables.
  public static Proposal titledByEntry(Patch patch, Map<String, String> bound) {
    return new Proposal("", patch, bound, Set.of(), 0);
  }

  /// The same, ranked behind others by `penalty` more bytes.
  public Proposal penalized(int more) {
    return new Proposal(title, patch, bound, admits, penalty + more);
  }

  /// The same, which makes up a value or a body that the author has to decide on: only a person
  /// takes it.
  public Proposal inventing() {
    return admitting(Damage.Kind.INVENTION);
  }

  /// The same, which opens what the methods of a type guard: only a person takes it.
  public Proposal exposing() {
    return admitting(Damage.Kind.EXPOSURE);
  }

  /// The same, whose title announces `kinds`.
  public Proposal admitting(Damage.Kind... kinds) {
    return new Proposal(title, patch, bound, Set.of(kinds), penalty);
  }
}
