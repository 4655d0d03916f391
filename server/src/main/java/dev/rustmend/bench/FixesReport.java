package dev.rustmend.bench;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `bench fixes` measured.
///
/// `found` programs from `origin` are said not to compile, `kept` of them give their error with
/// this compiler, `cases` are those that were measured.
public record FixesReport(
    RustToolchain toolchain,
    Origin origin,
    int found,
    int kept,
    int jobs,
    List<String> methods,
    List<Case> cases) {

  /// Where the programs come from.
  public enum Origin {
    /// The toolchain's documentation: nobody says what the programs do.
    DOCUMENTATION,
    /// A folder in which each has its repaired version beside it, which can be run.
    FOLDER
  }

  public FixesReport {
    methods = List.copyOf(methods);
    cases = List.copyOf(cases);
  }

  /// One program and what each method made of it, by the method's name. `code` is what it is filed
  /// under, `source` the broken program, `twin` the author's repaired version, or the program of
  /// the same page that may be it (empty when there is none).
  public record Case(
      String id,
      String book,
      Half half,
      String code,
      String source,
      String twin,
      SortedMap<String, Outcome> outcomes) {
    public Case {
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

  /// What one method made of one program.
  ///
  /// `losses` says what of the program is gone; none for a program that was kept. `seconds` is the
  /// method's wall-clock time, `compiles` how often it ran the compiler (-1: not to be seen).
  /// `cached` results were measured by an earlier run. `trail` tells the steps, `source` is what
  /// the method left; `uses` counts what each source of proposals did, `model` tells what a
  /// language model cost, `behavior` whether the result does what its author meant.
  public record Outcome(
      int errorsBefore,
      int errorsAfter,
      List<String> losses,
      double seconds,
      int compiles,
      boolean cached,
      List<String> trail,
      List<RecipeUse> uses,
      String source,
      ModelCost model,
      Behavior behavior) {

    /// An outcome without a language model.
    Outcome(
        int errorsBefore,
        int errorsAfter,
        List<String> losses,
        double seconds,
        int compiles,
        boolean cached,
        List<String> trail,
        List<RecipeUse> uses,
        String source) {
      this(
          errorsBefore,
          errorsAfter,
          losses,
          seconds,
          compiles,
          cached,
          trail,
          uses,
          source,
          ModelCost.NONE,
          Behavior.UNKNOWN);
    }

    public Outcome {
      losses = List.copyOf(losses);
      trail = List.copyOf(trail);
      uses = List.copyOf(uses);
    }

    /// Whether no error is left.
    public boolean compilesNow() {
      return errorsAfter == 0;
    }

    /// Whether no error is left and nothing of the program is lost.
    public boolean repaired() {
      return compilesNow() && losses.isEmpty();
    }

    /// Whether there are more errors than before.
    public boolean isWorse() {
      return errorsAfter > errorsBefore;
    }
  }
}
