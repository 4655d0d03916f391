package dev.rustmend.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `bench model` measured. `looked` programs were tried until there were enough that nothing
/// but a model may repair; `answers` is how often it was asked each question.
public record ModelBenchReport(
    RustToolchain toolchain,
    String model,
    int looked,
    int answers,
    List<ModelVariant> variants,
    List<Case> cases) {

  public ModelBenchReport {
    variants = List.copyOf(variants);
    cases = List.copyOf(cases);
  }

  /// One program, the error that the model was asked about, and what came of it by the name of the
  /// variant.
  public record Case(String id, String code, String error, SortedMap<String, Outcome> outcomes) {
    public Case {
      outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /// What the variant of this name came to; throws [IllegalArgumentException] for one that was
    /// not run.
    Outcome outcome(String variant) {
      Outcome outcome = outcomes.get(variant);
      if (outcome == null) {
        throw new IllegalArgumentException(variant + " was not run on " + id);
      }
      return outcome;
    }
  }

  /// One variant on one program. `why` is why the model was not asked, or what failed; empty else.
  /// `examples` are the repaired programs that it was shown. `seconds` is the time of answering,
  /// `compiles` how often the compiler was run.
  public record Outcome(
      String why, List<Answer> answers, List<Shown> examples, double seconds, int compiles) {
    public Outcome {
      answers = List.copyOf(answers);
      examples = List.copyOf(examples);
    }

    /// Whether one of the answers is a repair.
    boolean repaired() {
      return answers.stream().anyMatch(answer -> answer.fate() == Fate.REPAIRED);
    }
  }

  /// One answer: its fate, the reason in words, and its tokens. `read` counts those of the prompt
  /// that were not known from the answer before.
  public record Answer(Fate fate, String result, int read, int written, double seconds) {}

  /// An example from the entry `entry` of the knowledge base, and how near it is to the program.
  public record Shown(String entry, Nearness nearness) {}

  /// Whether an example could give the answer away.
  public enum Nearness {
    /// It resembles the program, or its repaired version on the same page, token by token.
    RESEMBLES,
    /// It is of an entry for the code that the program's page is about.
    SAME_CODE,
    /// Neither.
    OTHER;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// What became of an answer, the worst first.
  public enum Fate {
    /// It has not the form, or is no item that was shown.
    NOT_PARSED,
    /// It is the same change as an earlier answer's.
    REPEATED,
    /// A guard held it back before it was compiled.
    GUARDED,
    /// The compiler refuses it.
    REFUSED,
    /// The error is gone and others are left.
    ADVANCES,
    /// It compiles, and something of the program is lost.
    LOSES,
    /// It compiles and nothing is lost.
    REPAIRED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
