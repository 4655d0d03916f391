package dev.rustmend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir Path folder;

  @Test
  void nothingGivenIsTheDefaults() {
    LoadedSettings read = new SettingsReader(Map.of()).read(Optional.of(folder), List.of());
    assertThat(read).isEqualTo(new LoadedSettings(Settings.defaults(), List.of(), List.of()));
  }

  @Test
  void theWorkspaceWinsOverTheUserAndTheCallerOverBoth() throws IOException {
    Path config = folder.resolve("config");
    write(
        config.resolve("rustmend/rustmend.toml"),
        """
        hover = false
        [check]
        command = "clippy"
        features = ["user"]
        """);
    Path root = folder.resolve("root");
    write(
        root.resolve("rustmend.toml"),
        """
        check.features = "all"
        [check.extraEnv]
        RUST_LOG = "debug"
        JOBS = 2
        """);
    var above = List.of(SettingsLayer.of("flags", Map.of("check.command", "check")));

    LoadedSettings read =
        new SettingsReader(Map.of("XDG_CONFIG_HOME", config.toString()))
            .read(Optional.of(root), above);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.errors()).isEmpty();
    assertThat(read.settings().hover()).isFalse();
    assertThat(read.settings().check().command()).isEqualTo(Settings.Command.CHECK);
    assertThat(read.settings().check().features()).containsExactly("all");
    assertThat(read.settings().check().extraEnv())
        .isEqualTo(Map.of("RUST_LOG", "debug", "JOBS", "2"));
  }

  @Test
  void aWorkspaceMayNotSayWhereCodeGoes() throws IOException {
    write(
        folder.resolve("rustmend.toml"),
        """
        hover = false
        [model]
        endpoint = "https://example.com/v1"
        autoFix = true
        """);
    LoadedSettings read = new SettingsReader(Map.of()).read(Optional.of(folder), List.of());
    assertThat(read.settings().hover()).isFalse();
    assertThat(read.settings().model()).isEqualTo(Settings.defaults().model());
    assertThat(read.warnings()).hasSize(2);
    assertThat(read.warnings().getFirst())
        .contains("`model.autoFix` does not count in a workspace", "your own settings");
  }

  @Test
  void everyFormThatEditorsSendMeansTheSame() {
    var expected = Map.<String, Object>of("check.allTargets", true, "hover", false);
    assertThat(
            List.of(
                Map.of("check", Map.of("allTargets", true), "hover", false),
                Map.of("check.allTargets", true, "hover", false),
                Map.of("rustmend", Map.of("check", Map.of("allTargets", true), "hover", false)),
                Map.of("rustmend.check.allTargets", true, "rustmend.hover", false)))
        .allSatisfy(
            raw -> assertThat(SettingsLayer.of("editor", raw).values()).isEqualTo(expected));
  }

  @Test
  void nullMeansTheDefaultAndTheEditorsOwnKeysAreNoBusinessOfOurs() {
    var raw = new HashMap<String, Object>(Map.of("trace", Map.of("server", "off")));
    raw.put("hover", null);
    assertThat(merge(raw)).isEqualTo(new LoadedSettings(Settings.defaults(), List.of(), List.of()));
  }

  @Test
  void numbersOfJsonAreFloatingPoint() {
    assertThat(merge(Map.of("fix.maxCandidates", 4.0)).settings().verification().maxCandidates())
        .isEqualTo(4);
    assertThat(merge(Map.of("fix.maxCandidates", 4.5)).warnings())
        .containsExactly(
            "editor: `fix.maxCandidates` must be a whole number from 1 to 1000, and is 4.5; it"
                + " stays 16");
  }

  @Test
  void aVariableMayBeADottedName() {
    Settings settings =
        merge(Map.of("check.extraEnv.A", "1", "check", Map.of("extraEnv", Map.of("B", true))))
            .settings();
    assertThat(settings.check().extraEnv()).isEqualTo(Map.of("A", "1", "B", "true"));
  }

  @Test
  void featuresMayStandInOneText() {
    assertThat(merge(Map.of("check.features", "serde, net  tls")).settings().check().features())
        .containsExactly("serde", "net", "tls");
  }

  @Test
  void anUnknownKeyNamesTheNearestOne() {
    assertThat(merge(Map.of("check.comand", "clippy")).warnings())
        .containsExactly(
            "editor: there is no setting `check.comand`; did you mean `check.command`?");
    assertThat(merge(Map.of("fix", Map.of("showadvance", true))).warnings())
        .containsExactly(
            "editor: there is no setting `fix.showadvance`; did you mean `fix.showAdvances`?");
  }

  @Test
  void aNumberThatFitsTheMachineIsCalledAuto() {
    Settings.Model auto = merge(Map.of("model.gpuLayers", "auto")).settings().model();
    assertThat(auto.gpuLayers()).isEmpty();
    assertThat(auto).isEqualTo(Settings.defaults().model());
    assertThat(merge(Map.of("model.gpuLayers", 12.0)).settings().model().gpuLayers()).contains(12);
    assertThat(merge(Map.of("model.gpuLayers", "all")).warnings())
        .containsExactly(
            "editor: `model.gpuLayers` must be \"auto\" or a whole number from 0 to 1000, and is"
                + " \"all\"; it stays \"auto\"");
  }

  @Test
  void aWrongValueLeavesWhatALowerLayerSaid() {
    LoadedSettings read =
        SettingsReader.merge(
            List.of(
                SettingsLayer.of("user", Map.of("check.command", "clippy")),
                SettingsLayer.of("workspace", Map.of("check.command", "test"))));
    assertThat(read.settings().check().command()).isEqualTo(Settings.Command.CLIPPY);
    assertThat(read.warnings())
        .containsExactly(
            "workspace: `check.command` must be \"check\" or \"clippy\", and is \"test\"; it stays"
                + " \"clippy\"");
  }

  @Test
  void brokenTomlIsOneSentenceWithItsPlaceAndTheOtherLayersCount() throws IOException {
    Path file = folder.resolve("rustmend.toml");
    write(file, "[check]\ncommand = clippy\n");

    LoadedSettings read = new SettingsReader(Map.of()).read(Optional.of(folder), List.of());

    assertThat(read.settings()).isEqualTo(Settings.defaults());
    assertThat(read.errors())
        .singleElement()
        .asString()
        .startsWith(file + ":2:11: this is not TOML: ")
        .endsWith("; correct it or remove the file")
        .doesNotContain("\n");
  }

  @Test
  void aNamedFileMustBeThere() {
    assertThatThrownBy(() -> SettingsReader.file(folder.resolve("absent.toml")))
        .isInstanceOf(SettingsFileException.class)
        .hasMessage(
            "there is no settings file " + folder.resolve("absent.toml") + "; check the path");
  }

  @Test
  void theUsersFileFollowsTheXdgRules() {
    assertThat(new SettingsReader(Map.of("HOME", "/home/ada")).userFile())
        .contains(Path.of("/home/ada/.config/rustmend/rustmend.toml"));
    assertThat(
            new SettingsReader(Map.of("HOME", "/home/ada", "XDG_CONFIG_HOME", "relative"))
                .userFile())
        .contains(Path.of("/home/ada/.config/rustmend/rustmend.toml"));
    assertThat(new SettingsReader(Map.of()).userFile()).isEmpty();
  }

  private static LoadedSettings merge(Map<String, ?> raw) {
    return SettingsReader.merge(List.of(SettingsLayer.of("editor", raw)));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
