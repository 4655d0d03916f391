package dev.rustmend.lsp;

import dev.rustmend.settings.Settings;
import dev.rustmend.wording.Wording;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What has texts written by the model that the settings name now; other settings end the model of
/// the old ones. While they name none there is nothing. The settings of the user and of the editor
/// count, those of a workspace do not: a stranger's repository may not say where questions go.
final class ModelWriter implements AutoCloseable {
  private final Configuration configuration;
  private final Function<Settings.Model, Wording> open;
  private @Nullable Kept kept;
  private boolean closed;

  private record Kept(Settings.Model settings, Wording wording) {}

  ModelWriter(Configuration configuration, Function<Settings.Model, Wording> open) {
    this.configuration = configuration;
    this.open = open;
  }

  /// Whether the settings name a model.
  boolean hasModel() {
    return !configuration.general().model().isNone();
  }

  /// The one for the settings of now; empty when they name no model.
  synchronized Optional<Wording> now() {
    Settings.Model settings = configuration.general().model();
    Kept old = kept;
    if (old != null && old.settings.equals(settings)) {
      return Optional.of(old.wording);
    }
    if (old != null) {
      Thread.ofVirtual().name("rustmend-end-model").start(old.wording::close);
      kept = null;
    }
    if (settings.isNone() || closed) {
      return Optional.empty();
    }
    var fresh = new Kept(settings, open.apply(settings));
    kept = fresh;
    return Optional.of(fresh.wording);
  }

  /// Ends the model, with its process; there is none any more.
  @Override
  public void close() {
    Kept old;
    synchronized (this) {
      closed = true;
      old = kept;
      kept = null;
    }
    if (old != null) {
      old.wording.close();
    }
  }
}
