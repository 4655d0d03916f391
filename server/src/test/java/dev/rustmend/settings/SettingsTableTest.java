package dev.rustmend.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

  @Test
  void theDefaultsOfTheTableAreTheDefaultsOfTheRecord() {
    assertThat(SettingsMade.of(new SettingValues())).isEqualTo(Settings.defaults());
  }

  @Test
  void everyDefaultIsAValueThatItsOwnRowTakes() {
    for (Setting<?> setting : SettingsTable.all()) {
      var toml = org.tomlj.Toml.parse("it = " + setting.shownDefault());
      assertThat(toml.errors()).as(setting.name()).isEmpty();
    }
  }

  @Test
  void everyRowReachesTheSettings() {
    Map<String, Object> changed =
        Map.ofEntries(
            Map.entry("check.command", "clippy"),
            Map.entry("check.onType", false),
            Map.entry("check.features", List.of("a")),
            Map.entry("check.noDefaultFeatures", true),
            Map.entry("check.allTargets", true),
            Map.entry("check.extraArgs", List.of("--quiet")),
            Map.entry("check.extraEnv", Map.of("A", "1")),
            Map.entry("check.targetDir", "/tmp/t"),
            Map.entry("check.timeLimitSeconds", 5L),
            Map.entry("check.priority", "normal"),
            Map.entry("check.pauseWhileBuilding", "any"),
            Map.entry("check.pauseOnBattery", true),
            Map.entry("diagnostics.publish", "auto"),
            Map.entry("hover", false),
            Map.entry("fix.showAdvances", false),
            Map.entry("fix.showUnverified", true),
            Map.entry("fix.maxCandidates", 3L),
            Map.entry("learning", "off"),
            Map.entry("knowledge.toolchainDocs", false),
            Map.entry("knowledge.remote", "https://host:9200"),
            Map.entry("knowledge.remoteMillis", 99L),
            Map.entry("knowledge.remoteKeyFile", "/key"),
            Map.entry("knowledge.remoteCertificate", "/cert.pem"),
            Map.entry("embedding.endpoint", "https://host/v1"),
            Map.entry("embedding.model", "small"),
            Map.entry("embedding.apiKeyEnv", "KEY"),
            Map.entry("model.path", "m.gguf"),
            Map.entry("model.endpoint", "https://host/v1"),
            Map.entry("model.name", "coder"),
            Map.entry("model.apiKeyEnv", "KEY"),
            Map.entry("model.apiKeyFile", "/key"),
            Map.entry("model.gpuLayers", 3L),
            Map.entry("model.contextSize", 4096L),
            Map.entry("model.threads", 3L),
            Map.entry("model.flashAttention", true),
            Map.entry("model.cacheType", "q8_0"),
            Map.entry("model.idleMinutes", 3L),
            Map.entry("model.memoryLimitMiB", 512L),
            Map.entry("model.library", "/lib"),
            Map.entry("model.autoFix", true),
            Map.entry("model.maxSeconds", 7L));
    assertThat(changed.keySet())
        .containsExactlyInAnyOrderElementsOf(
            SettingsTable.all().stream().map(Setting::name).toList());
    changed.forEach((name, value) -> {
      LoadedSettings read =
          SettingsReader.merge(List.of(SettingsLayer.of("test", Map.of(name, value))));
      assertThat(read.warnings()).as(name).isEmpty();
      assertThat(read.settings()).as(name).isNotEqualTo(Settings.defaults());
    });
  }

  @Test
  void theMarkdownHasOneLineForEachRow() {
    assertThat(SettingsTable.markdown())
        .startsWith("| setting | values | default | meaning |\n| --- |")
        .contains("| `check.command` | \"check\" or \"clippy\" | `\"check\"` | ")
        .hasLineCount(SettingsTable.all().size() + 2);
  }
}
