package dev.rustmend.cli;

import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.Message;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Sampling;
import dev.rustmend.model.WorkerFacts;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Looks at the language model that the settings ask for: loads it, or asks the service for one
/// token.
final class ModelDoctor {
  private static final String NAME = "model";
  private static final String REMEDY =
      "correct or remove that setting; `rustmend model list` shows what could be used";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ModelDoctor() {}

  static DoctorCheck check(Settings.Model settings, Path directory, Map<String, String> environment)
      throws InterruptedException {
    if (settings.isNone()) {
      return DoctorCheck.fine(NAME, "none, and none is needed; see `rustmend model list`");
    }
    try (LanguageModel model =
        ModelMachine.of(directory, environment).open(settings).orElseThrow()) {
      return DoctorCheck.fine(NAME, detail(model) + both(settings));
    } catch (ModelException e) {
      return DoctorCheck.broken(NAME, e.sentence(), REMEDY);
    }
  }

  private static String detail(LanguageModel model) throws InterruptedException {
    if (model instanceof ModelWorker worker) {
      WorkerFacts facts = worker.facts();
      return "%s; %s; %s"
          .formatted(
              ModelText.describe(worker.file()), ModelText.device(facts), ModelText.memory(facts));
    }
    var _ =
        model.complete(
            CompletionRequest.of(
                List.of(Message.user("Say yes.")), Sampling.likeliest(), 1, PATIENCE),
            _ -> {});
    return model.name() + " answers";
  }

  private static String both(Settings.Model settings) {
    return settings.path().isPresent() && settings.service().endpoint().isPresent()
        ? "; `model.path` is not used while `model.endpoint` is set"
        : "";
  }
}
