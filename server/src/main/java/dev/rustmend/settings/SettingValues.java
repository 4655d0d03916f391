package dev.rustmend.settings;

import java.util.HashMap;
import java.util.Map;

/// The values that the layers gave, each of the type of its row; a row without one has its default.
final class SettingValues {
  private final Map<Setting<?>, Object> given = new HashMap<>();

  <T> T get(Setting<T> setting) {
    @SuppressWarnings("unchecked") // #put takes a value of the row's own type only
    T value = (T) given.getOrDefault(setting, setting.initial());
    return value;
  }

  <T> void put(Setting<T> setting, T value) {
    given.put(setting, value);
  }

  /// Takes `raw` when the row allows it, and says whether it did.
  <T> boolean accept(Setting<T> setting, Object raw) {
    var value = setting.type().read().apply(raw);
    value.ifPresent(allowed -> put(setting, allowed));
    return value.isPresent();
  }

  <T> String shown(Setting<T> setting) {
    return setting.type().show().apply(get(setting));
  }
}
