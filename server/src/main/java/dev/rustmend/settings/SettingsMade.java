package dev.rustmend.settings;

/// Makes [Settings] of values by the rows of [SettingsTable].
final class SettingsMade {
  private SettingsMade() {}

  /// The values that a row allows and that a layer gave, made into [Settings].
  static Settings of(SettingValues values) {
    return new Settings(
        new Settings.Check(
            values.get(SettingsTable.CHECK_COMMAND),
            values.get(SettingsTable.CHECK_ON_TYPE),
            values.get(SettingsTable.CHECK_FEATURES),
            values.get(SettingsTable.CHECK_NO_DEFAULT_FEATURES),
            values.get(SettingsTable.CHECK_ALL_TARGETS),
            values.get(SettingsTable.CHECK_EXTRA_ARGS),
            values.get(SettingsTable.CHECK_EXTRA_ENV),
            values.get(SettingsTable.CHECK_TARGET_DIR),
            values.get(SettingsTable.CHECK_TIME_LIMIT)),
        values.get(SettingsTable.DIAGNOSTICS_PUBLISH),
        values.get(SettingsTable.HOVER),
        new Settings.Offers(
            values.get(SettingsTable.FIX_SHOW_ADVANCES),
            values.get(SettingsTable.FIX_SHOW_UNVERIFIED)),
        new Settings.Verification(values.get(SettingsTable.FIX_MAX_CANDIDATES)),
        values.get(SettingsTable.LEARNING),
        new Settings.Knowledge(
            values.get(SettingsTable.KNOWLEDGE_TOOLCHAIN_DOCS),
            new Settings.Remote(
                values.get(SettingsTable.KNOWLEDGE_REMOTE),
                values.get(SettingsTable.KNOWLEDGE_REMOTE_MILLIS),
                values.get(SettingsTable.KNOWLEDGE_REMOTE_KEY_FILE),
                values.get(SettingsTable.KNOWLEDGE_REMOTE_CERTIFICATE))),
        new Settings.EmbeddingService(
            values.get(SettingsTable.EMBEDDING_ENDPOINT),
            values.get(SettingsTable.EMBEDDING_MODEL),
            values.get(SettingsTable.EMBEDDING_API_KEY_ENV)),
        model(values),
        new Settings.Courtesy(
            values.get(SettingsTable.CHECK_PRIORITY),
            values.get(SettingsTable.CHECK_PAUSE_WHILE_BUILDING),
            values.get(SettingsTable.CHECK_PAUSE_ON_BATTERY)));
  }

  private static Settings.Model model(SettingValues values) {
    return new Settings.Model(
        values.get(SettingsTable.MODEL_PATH),
        new Settings.ModelService(
            values.get(SettingsTable.MODEL_ENDPOINT),
            values.get(SettingsTable.MODEL_NAME),
            values.get(SettingsTable.MODEL_API_KEY_ENV),
            values.get(SettingsTable.MODEL_API_KEY_FILE)),
        values.get(SettingsTable.MODEL_GPU_LAYERS),
        values.get(SettingsTable.MODEL_CONTEXT_SIZE),
        values.get(SettingsTable.MODEL_THREADS),
        values.get(SettingsTable.MODEL_FLASH_ATTENTION),
        values.get(SettingsTable.MODEL_CACHE_TYPE),
        values.get(SettingsTable.MODEL_IDLE_MINUTES),
        values.get(SettingsTable.MODEL_MEMORY_LIMIT),
        values.get(SettingsTable.MODEL_LIBRARY),
        new Settings.ModelFixes(
            values.get(SettingsTable.MODEL_AUTO_FIX), values.get(SettingsTable.MODEL_MAX_SECONDS)));
  }
}
