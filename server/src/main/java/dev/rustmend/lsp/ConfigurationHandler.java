package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.Registration;
import org.jspecify.annotations.Nullable;

/// `workspace/didChangeConfiguration` and the question `workspace/configuration`: what the client
/// says about settings after the start.
record ConfigurationHandler(
    RustmendClient client,
    ClientProfile profile,
    Configuration configuration,
    CheckScheduler scheduler) {
  private static final String SECTION = "rustmend";

  /// Takes settings that were pushed as `{"rustmend": {…}}`. Settings without our section are those
  /// of other servers. Without settings at all, the client wants to be asked.
  void handle(DidChangeConfigurationParams params) {
    Optional<Map<String, Object>> pushed = FromLsp.object(params.getSettings());
    if (pushed.isEmpty()) {
      pull();
    } else if (pushed.get().containsKey(SECTION)) {
      take(FromLsp.object(pushed.get(), SECTION).orElse(Map.of()));
    }
  }

  /// Asks the client for its settings, if it can answer. One item with its section: Neovim skips an
  /// item without one, and its answer is then too short.
  void pull() {
    if (!profile.has(Feature.CONFIGURATION)) {
      return;
    }
    var item = new ConfigurationItem();
    item.setSection(SECTION);
    var _ =
        client
            .configuration(new ConfigurationParams(List.of(item)))
            .thenAccept(answers -> take(settings(answers)));
  }

  /// What to register with a client that tells of changes only on request.
  Stream<Registration> registrations() {
    return profile.has(Feature.CONFIGURATION_REGISTRATION)
        ? Stream.of(new Registration("rustmend-settings", "workspace/didChangeConfiguration"))
        : Stream.empty();
  }

  private void take(Map<String, Object> settings) {
    if (configuration.current(settings)) {
      scheduler.settingsChanged();
    }
  }

  /// Helix answers with the nested form to every question, which the reader of settings knows.
  private static Map<String, Object> settings(@Nullable List<?> answers) {
    return answers == null || answers.isEmpty()
        ? Map.of()
        : FromLsp.object(answers.get(0)).orElse(Map.of());
  }
}
