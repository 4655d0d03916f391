package dev.rustmend.bench;

import dev.rustmend.repair.ModelAttempt;
import java.util.List;

/// What a language model was used for in one program: about how many errors it was asked, how many
/// answers it gave, the tokens that it read anew or wrote, and the seconds that it answered.
public record ModelCost(int errors, int answers, int tokens, double seconds) {
  static final ModelCost NONE = new ModelCost(0, 0, 0, 0);

  static ModelCost of(List<ModelAttempt> attempts) {
    return new ModelCost(
        attempts.size(),
        attempts.stream().mapToInt(attempt -> attempt.samples().size()).sum(),
        attempts.stream().mapToInt(ModelAttempt::tokens).sum(),
        attempts.stream().mapToDouble(attempt -> attempt.time().toMillis() / 1000.0).sum());
  }

  boolean wasAsked() {
    return answers > 0;
  }
}
