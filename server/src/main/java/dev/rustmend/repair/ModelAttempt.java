package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.Patch;
import dev.rustmend.verify.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a model made of one error that nothing else repaired: each of its answers, and the best of
/// those that hold. `why` says in a clause why there is none; it is empty when there is one.
/// `examples` are the ids of the entries of the knowledge base whose repaired programs it was
/// shown.
public record ModelAttempt(
    Diagnostic error,
    String model,
    Ending ending,
    String why,
    List<String> examples,
    List<ModelSample> samples,
    Optional<Repair> repair) {
  public ModelAttempt {
    examples = List.copyOf(examples);
    samples = List.copyOf(samples);
  }

  /// How an attempt ended.
  public enum Ending {
    /// With a change that holds.
    REPAIRED,
    /// No answer holds.
    NO_FIX,
    /// No answer held until the time or the tokens were used up.
    USED_UP,
    /// The model was not asked: there is no prompt for the error.
    NOT_ASKED,
    /// The model can not be used.
    FAILED
  }

  /// A change that holds, and its proof.
  public record Repair(Candidate candidate, Verdict verdict) {
    /// What it does, as a menu says it.
    public String title() {
      return candidate.title();
    }

    /// The edits that make it.
    public Patch patch() {
      return candidate.patch();
    }
  }

  static ModelAttempt notAsked(Diagnostic error, String why) {
    return unanswered(error, Ending.NOT_ASKED, why);
  }

  static ModelAttempt failed(Diagnostic error, String why) {
    return unanswered(error, Ending.FAILED, why);
  }

  private static ModelAttempt unanswered(Diagnostic error, Ending ending, String why) {
    return new ModelAttempt(error, "", ending, why, List.of(), List.of(), Optional.empty());
  }

  /// Whether it makes sense to ask about another error.
  boolean mayAskOn() {
    return ending != Ending.FAILED && ending != Ending.USED_UP;
  }

  /// How long the model answered.
  public Duration time() {
    return samples.stream().map(ModelSample::time).reduce(Duration.ZERO, Duration::plus);
  }

  /// The tokens that it read anew and wrote.
  public int tokens() {
    return samples.stream()
        .mapToInt(one -> one.promptTokens() - one.reusedTokens() + one.generatedTokens())
        .sum();
  }
}
