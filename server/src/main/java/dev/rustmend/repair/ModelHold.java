package dev.rustmend.repair;

import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.settings.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One user's hold on a model of [Models]: taken when the user asks first, kept for the next
/// question, and changed for another when the settings name another. Safe to use from any thread.
public final class ModelHold implements AutoCloseable {
  private final Models models;
  private Settings.@Nullable Model wanted;
  private @Nullable LanguageModel held;
  private boolean closed;

  ModelHold(Models models) {
    this.models = models;
  }

  /// The model that `settings` ask for. Throws [ModelException] when there is none or it can not be
  /// used, and after [#close].
  public synchronized LanguageModel of(Settings.Model settings) {
    LanguageModel present = held;
    if (present != null && settings.equals(wanted)) {
      return present;
    }
    giveBack();
    LanguageModel lease = lease(settings).orElseThrow(() -> new ModelException(whyNone()));
    held = lease;
    wanted = settings;
    return lease;
  }

  private Optional<LanguageModel> lease(Settings.Model settings) {
    return closed ? Optional.empty() : models.lease(settings);
  }

  private synchronized String whyNone() {
    return closed
        ? "the model has been given back; ask again"
        : "no model is chosen; see `rustmend model list`";
  }

  /// Gives the model back; the next question takes it again.
  public synchronized void giveBack() {
    LanguageModel present = held;
    held = null;
    if (present != null) {
      present.close();
    }
  }

  /// Gives the model back for good. Whom nobody else's hold serves any more, and who waits for an
  /// answer, gets a [ModelException].
  @Override
  public synchronized void close() {
    closed = true;
    giveBack();
  }
}
