package dev.rustmend.bench;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `bench mutations` measured. `compiler` is rustc's own first line, `crates` are names with
/// versions, `seed` draws the same mutants again.
public record MutationsReport(
    String compiler,
    List<String> crates,
    long seed,
    int jobs,
    List<String> methods,
    List<Case> cases) {

  public MutationsReport {
    crates = List.copyOf(crates);
    methods = List.copyOf(methods);
    cases = List.copyOf(cases);
  }

  /// How a method left a mutant.
  public enum Ending {
    /// Every text is the author's again.
    ORIGINAL("original text"),
    /// Another text that compiles, and the crate's own tests pass.
    REPAIRED("repaired"),
    /// It compiles, but tests fail or are gone.
    WRONG("wrong"),
    /// The compiler still rejects it.
    BROKEN("broken"),
    /// The compiler has more errors than before.
    WORSE("worse");

    private final String word;

    Ending(String word) {
      this.word = word;
    }

    /// The word for people.
    public String word() {
      return word;
    }

    /// Whether the program is as good as before it was broken, as far as its tests can tell.
    public boolean isRepair() {
      return this == ORIGINAL || this == REPAIRED;
    }

    /// Whether the compiler accepts the program.
    public boolean compiles() {
      return isRepair() || this == WRONG;
    }
  }

  /// One mutant and what each method made of it, by the method's name. `mutation` is the diff that
  /// broke the crate, `codes` are those of its errors.
  public record Case(
      String id,
      String crate,
      MutationKind kind,
      List<String> codes,
      List<String> mutation,
      SortedMap<String, Outcome> outcomes) {
    public Case {
      codes = List.copyOf(codes);
      mutation = List.copyOf(mutation);
      outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /// What `method` made of it; throws [IllegalArgumentException] for a method that was not run.
    public Outcome outcome(String method) {
      Outcome outcome = outcomes.get(method);
      if (outcome == null) {
        throw new IllegalArgumentException(method + " was not run on " + id);
      }
      return outcome;
    }
  }

  /// What one method made of one mutant. `seconds` is the method's wall-clock time, `compiles` how
  /// often it ran the compiler (-1: not to be seen). `trail` tells the steps, `repair` is the diff
  /// from the mutant to what the method left; `uses` counts what each source of proposals did.
  public record Outcome(
      Ending ending,
      int errorsBefore,
      int errorsAfter,
      double seconds,
      int compiles,
      List<String> trail,
      List<RecipeUse> uses,
      List<String> repair) {
    public Outcome {
      trail = List.copyOf(trail);
      uses = List.copyOf(uses);
      repair = List.copyOf(repair);
    }
  }
}
