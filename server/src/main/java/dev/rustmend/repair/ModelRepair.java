package dev.rustmend.repair;

import dev.rustmend.cargo.CompileTimeCode;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.prompt.PromptResult;
import dev.rustmend.prompt.PromptWriter;
import dev.rustmend.prompt.RepairPrompt;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.Oracle;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks a language model how to repair an error, and has the compiler judge each of its answers.
final class ModelRepair {
  private static final Logger LOG = System.getLogger(ModelRepair.class.getName());

  private final Supplier<LanguageModel> model;
  private final Oracle oracle;
  private final PromptWriter writer;
  private final KnownAnswers known;
  private final ModelWay way;
  private final int maxSeconds;

  /// `model` gives the model when it is needed first; throws [ModelException] when it can not be
  /// used. It may answer for `maxSeconds` within one budget.
  ModelRepair(
      Supplier<LanguageModel> model,
      Oracle oracle,
      PromptWriter writer,
      KnownAnswers known,
      int maxSeconds) {
    this(model, oracle, writer, known, ModelWay.usual(), maxSeconds);
  }

  private ModelRepair(
      Supplier<LanguageModel> model,
      Oracle oracle,
      PromptWriter writer,
      KnownAnswers known,
      ModelWay way,
      int maxSeconds) {
    this.model = model;
    this.oracle = oracle;
    this.writer = writer;
    this.known = known;
    this.way = way;
    this.maxSeconds = maxSeconds;
  }

  /// The same without any memory of earlier answers.
  ModelRepair afresh() {
    return in(way);
  }

  /// The same in another way, without any memory of earlier answers.
  ModelRepair in(ModelWay other) {
    return new ModelRepair(
        model, oracle, writer.in(other.style()), KnownAnswers.none(), other, maxSeconds);
  }

  /// What one command, or one check, may spend.
  ModelBudget budget() {
    return ModelBudget.ofSeconds(maxSeconds);
  }

  /// Looks for a repair of `error`, which was reported by the check `base`; `onSample` gets each
  /// answer with its verdict. An interrupt ends it at once, with whatever the model is doing.
  ModelAttempt attempt(
      BaseCheck base, Diagnostic error, ModelBudget budget, Consumer<ModelSample> onSample)
      throws InterruptedException {
    ModelAttempt attempt =
        switch (write(writer, error, base)) {
          case PromptResult.Refused(String why) -> ModelAttempt.notAsked(error, why);
          case PromptResult.Written _ -> ask(base, error, budget, onSample);
        };
    LOG.log(
        Level.INFO,
        () ->
            "asked the model about %s: %s, %d answers, %d tokens, %d ms"
                .formatted(
                    error.headline(),
                    attempt.ending(),
                    attempt.samples().size(),
                    attempt.tokens(),
                    attempt.time().toMillis()));
    return attempt;
  }

  private static PromptResult write(PromptWriter writer, Diagnostic error, BaseCheck base) {
    return CompileTimeCode.isRun(error.crate().kind())
        ? new PromptResult.Refused("what it would write there runs while cargo compiles")
        : writer.write(error, base.snapshot());
  }

  /// Opens the model only now that there is something to ask. It may take less than the settings
  /// allow: then the prompt is written again for what it takes.
  private ModelAttempt ask(
      BaseCheck base, Diagnostic error, ModelBudget budget, Consumer<ModelSample> onSample)
      throws InterruptedException {
    try {
      LanguageModel opened = model.get();
      PromptWriter fitting = writer.within(opened.contextLength());
      return switch (write(fitting, error, base)) {
        case PromptResult.Refused(String why) -> ModelAttempt.notAsked(error, why);
        case PromptResult.Written(RepairPrompt prompt) ->
            new ModelRounds(opened, oracle, fitting, known, way, base, prompt, budget, onSample)
                .run();
      };
    } catch (ModelException e) {
      return ModelAttempt.failed(error, e.sentence());
    }
  }
}
