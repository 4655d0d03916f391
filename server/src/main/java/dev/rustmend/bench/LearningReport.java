package dev.rustmend.bench;

import java.util.List;
import java.util.function.Predicate;

/// What `bench learning` has measured: every episode of every style, in order.
///
/// `costOff` and `costOn` are what recording takes of the thread that checks, for each save.
public record LearningReport(
    String compiler, long seed, List<Round> rounds, Cost costOff, Cost costOn) {
  /// How many episodes a style is given to be learned.
  static final int LEARNED_AFTER = 20;

  public LearningReport {
    rounds = List.copyOf(rounds);
  }

  /// One episode: whether the first offered fix was the user's own, with learning off and on;
  /// whether `fix` applied a learned recipe, and whether that was not what the user did.
  public record Round(
      String style,
      int episode,
      String kind,
      boolean firstOff,
      boolean firstOn,
      boolean applied,
      boolean wrong) {}

  /// Milliseconds that recording takes of one save: of the processor, and on the clock, where
  /// whatever else the machine does counts as well.
  public record Save(double processor, double clock) {}

  /// The same for many saves.
  public record Cost(int saves, double median, double p99, double most, double medianOnTheClock) {
    static Cost of(List<Save> saves) {
      Sample processor = Sample.of(saves.stream().map(Save::processor).toList());
      Sample clock = Sample.of(saves.stream().map(Save::clock).toList());
      return new Cost(
          saves.size(),
          processor.median(),
          processor.quantile(0.99),
          processor.quantile(1),
          clock.median());
    }
  }

  /// The share of the rounds that `which` chooses in which the first fix was the user's own, of
  /// hundred.
  double share(Predicate<Round> which, Predicate<Round> own) {
    List<Round> chosen = rounds.stream().filter(which).toList();
    return chosen.isEmpty() ? 0 : 100.0 * chosen.stream().filter(own).count() / chosen.size();
  }

  /// Whether two breaks of its kind had been repaired before.
  boolean isLearned(Round round) {
    return rounds.stream()
            .filter(other ->
                other.style().equals(round.style())
                    && other.kind().equals(round.kind())
                    && other.episode() < round.episode())
            .count()
        >= 2;
  }

  static boolean isLate(Round round) {
    return round.episode() > LEARNED_AFTER;
  }
}
