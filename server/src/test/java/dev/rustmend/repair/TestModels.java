package dev.rustmend.repair;

import dev.rustmend.settings.Settings;
import java.util.Optional;

/// Settings that name a model.
public final class TestModels {
  /// So long that no test depends on how fast the machine is.
  private static final int LONG = 3600;

  private TestModels() {}

  /// The usual settings with the model file `path`.
  public static Settings.Model named(String path, boolean byItself) {
    Settings.Model usual = Settings.defaults().model();
    return new Settings.Model(
        Optional.of(path),
        usual.service(),
        usual.gpuLayers(),
        usual.contextSize(),
        usual.threads(),
        usual.flashAttention(),
        usual.cacheType(),
        usual.idleMinutes(),
        usual.memoryLimitMebibytes(),
        usual.library(),
        new Settings.ModelFixes(byItself, LONG));
  }
}
