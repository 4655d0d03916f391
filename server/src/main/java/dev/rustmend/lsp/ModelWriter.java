package dev.rustmend.lsp;

import dev.rustmend.repair.ModelHold;
import dev.rustmend.settings.Settings;
import dev.rustmend.wording.Wording;
import java.util.Optional;

/// What has texts written by the model that the settings name now; other settings give back the
/// model of the old ones. While they name none there is nothing. The settings of the user and of
/// the editor count, those of a workspace do not: a stranger's repository may not say where
/// questions go.
record ModelWriter(Configuration configuration, ModelHold hold) implements AutoCloseable {
  /// Whether the settings name a model.
  boolean hasModel() {
    return !configuration.general().model().isNone();
  }

  /// The one for the settings of now; empty when they name no model.
  Optional<Wording> now() {
    Settings.Model settings = configuration.general().model();
    if (settings.isNone()) {
      hold.giveBack();
      return Optional.empty();
    }
    return Optional.of(new Wording(() -> hold.of(settings), settings.contextSize()));
  }

  /// Gives the model back; there is none any more.
  @Override
  public void close() {
    hold.close();
  }
}
