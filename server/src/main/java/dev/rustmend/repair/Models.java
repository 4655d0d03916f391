package dev.rustmend.repair;

import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.settings.Settings;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The language model of this process: opened when it is needed first, and given back when the
/// settings name another one. Until then nothing is spent on it. Safe to use from any thread.
public final class Models implements AutoCloseable {
  private final Function<Settings.Model, Optional<LanguageModel>> opener;
  private Settings.@Nullable Model wanted;
  private @Nullable LanguageModel opened;

  /// `opener` makes a model of the settings that ask for one.
  public Models(Function<Settings.Model, Optional<LanguageModel>> opener) {
    this.opener = opener;
  }

  /// For a process without a model.
  public static Models none() {
    return new Models(_ -> Optional.empty());
  }

  /// The model that `settings` ask for. Throws [ModelException] when there is none or it can not be
  /// used.
  synchronized LanguageModel of(Settings.Model settings) {
    LanguageModel present = opened;
    if (present != null && settings.equals(wanted)) {
      return present;
    }
    close();
    LanguageModel made =
        opener
            .apply(settings)
            .orElseThrow(() -> new ModelException("no model is chosen; see `rustmend model list`"));
    opened = made;
    wanted = settings;
    return made;
  }

  /// Gives the model back; the next one who asks opens it again.
  @Override
  public synchronized void close() {
    LanguageModel present = opened;
    opened = null;
    if (present != null) {
      present.close();
    }
  }
}
