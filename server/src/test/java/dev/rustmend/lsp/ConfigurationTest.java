package dev.rustmend.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.settings.SettingsLayer;
import dev.rustmend.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  @TempDir private Path root;
  private final List<String> warnings = new ArrayList<>();
  private Configuration configuration;

  @BeforeEach
  void start() {
    configuration = with(List.of());
  }

  @Test
  void theStartOptionsComeNestedOrBare() {
    configuration.initial(Map.of("rustmend", Map.of("check", Map.of("onType", false))));
    assertThat(configuration.general().check().onType()).isFalse();
    configuration.initial(Map.of("hover", false));
    assertThat(configuration.general().hover()).isFalse();
    assertThat(configuration.general().check().onType()).isTrue();
  }

  @Test
  void whatComesLaterLiesOverTheStartOptions() {
    configuration.initial(Map.of("hover", false, "check.onType", false));
    assertThat(configuration.current(Map.of("hover", true))).isTrue();
    assertThat(configuration.general().hover()).isTrue();
    assertThat(configuration.general().check().onType()).isFalse();
    assertThat(configuration.current(Map.of())).isTrue();
    assertThat(configuration.general().hover()).isFalse();
  }

  @Test
  void theSameSettingsAgainAreNoChange() {
    configuration.current(Map.of("hover", false));
    assertThat(configuration.current(Map.of("hover", false))).isFalse();
  }

  @Test
  void flagsWinOverAllElse() {
    var flagged =
        with(List.of(SettingsLayer.of("the command line", Map.of("check.onType", false))));
    flagged.current(Map.of("check.onType", true));
    assertThat(flagged.of(root).check().onType()).isFalse();
  }

  @Test
  void theFileOfAWorkspaceCountsThereAndIsReadAgainAfterItChanged() throws IOException {
    Files.writeString(root.resolve("rustmend.toml"), "hover = false\n");
    assertThat(configuration.of(root).hover()).isFalse();
    assertThat(configuration.general().hover()).isTrue();
    Files.writeString(root.resolve("rustmend.toml"), "hover = true\n");
    configuration.refresh();
    assertThat(configuration.of(root).hover()).isTrue();
  }

  @Test
  void anUnknownKeyIsToldOnceWithTheNearestOne() {
    configuration.initial(Map.of("check", Map.of("ontype", false)));
    configuration.refresh();
    var _ = configuration.of(root);
    assertThat(warnings).singleElement().asString().contains("check.ontype", "check.onType");
  }

  private Configuration with(List<SettingsLayer> flags) {
    return new Configuration(new SettingsReader(Map.of()), flags, warnings::add);
  }
}
