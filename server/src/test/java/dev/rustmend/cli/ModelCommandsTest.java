package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rustmend.model.ChatServer;
import dev.rustmend.model.TinyModel;
import dev.rustmend.model.Workers;
import dev.rustmend.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `rustmend model …` in this process; the model itself runs in the real worker process.
class ModelCommandsTest {
  @TempDir private Path folder;
  private Map<String, String> environment = Map.of();
  private Path settings = Path.of("");
  private Path tiny = Path.of("");

  @BeforeEach
  void prepare() {
    environment =
        Map.of(
            "RUSTMEND_CACHE_DIR", folder.resolve("cache").toString(),
            "RUSTMEND_MODEL_DIR", folder.resolve("models").toString(),
            "XDG_CONFIG_HOME", folder.resolve("config").toString());
    settings = folder.resolve("config/rustmend/rustmend.toml");
    tiny = TinyModel.write(folder.resolve("Tiny.gguf"));
  }

  @Test
  void aModelIsAddedListedChosenAndTried() throws InterruptedException, IOException {
    CommandRun list = run("model", "list");
    assertThat(list.out()).contains("On this machine\n  none\n").contains("qwen2.5-coder-1.5b");
    CommandRun added = run("model", "add", "Tiny.gguf");
    assertThat(added.exit()).isEqualTo(Exit.CLEAN);
    assertThat(added.out()).startsWith("tiny: Tiny F32, llama, ");
    CommandRun used = run("model", "use", "tiny");
    assertThat(used.exit()).isEqualTo(Exit.CLEAN);
    assertThat(settings).content().isEqualTo("[model]\npath = \"%s\"\n".formatted(tiny));
    assertThat(run("model", "list").out()).contains("* tiny ");
    JsonObject json =
        JsonParser.parseString(run("model", "list", "--json").out()).getAsJsonObject();
    assertThat(json.getAsJsonArray("models").get(0).getAsJsonObject().get("used").getAsBoolean())
        .isTrue();
    Workers.tiny(folder).close();
    CommandRun tried = run("model", "try", "--tokens", "8");
    assertThat(tried.err()).isEmpty();
    assertThat(tried.out())
        .startsWith("Tiny F32\n")
        .contains("  device      no GPU")
        .containsPattern("once more   (\\d+) tokens, \\d+ of them known before");
  }

  @Test
  void eachFailureIsOneSentence() throws InterruptedException, IOException {
    assertThat(run("model", "try").err())
        .isEqualTo(
            "rustmend: no model is chosen; see `rustmend model list`, then `rustmend model use"
                + " NAME`\n");
    Files.writeString(folder.resolve("bad.gguf"), "GGUF");
    assertThat(run("model", "add", "bad.gguf").err()).contains("is cut off or damaged");
    assertThat(run("model", "use", "none").exit()).isEqualTo(Exit.USAGE);
    assertThat(run("model", "pull", "none").err()).contains("known are qwen2.5-coder-1.5b");
    assertThat(run("model", "pull", "https://host/model.bin").err())
        .contains("it must end in .gguf");
    assertThat(run("model").exit()).isEqualTo(Exit.USAGE);
    assertThat(settings).doesNotExist();
  }

  @Test
  void aServiceIsTriedInPlaceOfAFile() throws InterruptedException, IOException {
    try (ChatServer server = ChatServer.start()) {
      Files.createDirectories(settings.getParent());
      Files.writeString(settings, "[model]\nendpoint = \"%s\"\n".formatted(server.address()));
      CommandRun tried = run("model", "try");
      assertThat(tried.out())
          .startsWith("a model at " + server.address())
          .contains("prompt      12 tokens, 8 of them known before")
          .endsWith("Hello, wörld\n");
      assertThat(run("model", "use", "Tiny.gguf").err())
          .contains("`model.endpoint` is set and wins");
    }
  }

  @Test
  void doctorNamesTheModelOrWhatIsWrongWithIt() throws InterruptedException {
    Settings.Model none = Settings.defaults().model();
    assertThat(ModelDoctor.check(none, folder, environment))
        .isEqualTo(
            DoctorCheck.fine("model", "none, and none is needed; see `rustmend model list`"));
    DoctorCheck missing = ModelDoctor.check(withPath(none, "none.gguf"), folder, environment);
    assertThat(missing.ok()).isFalse();
    assertThat(missing.detail()).startsWith("there is no model file");
    Workers.tiny(folder).close();
    DoctorCheck fine = ModelDoctor.check(withPath(none, "Tiny.gguf"), folder, environment);
    assertThat(fine.ok()).isTrue();
    assertThat(fine.detail()).startsWith("Tiny F32, llama, ").contains("no GPU").contains("CPU ");
  }

  private static Settings.Model withPath(Settings.Model model, String path) {
    return new Settings.Model(
        Optional.of(path),
        model.service(),
        model.gpuLayers(),
        model.contextSize(),
        model.threads(),
        model.flashAttention(),
        model.cacheType(),
        model.idleMinutes(),
        model.memoryLimitMebibytes(),
        model.library(),
        model.fixes());
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(folder, environment, arguments);
  }
}
