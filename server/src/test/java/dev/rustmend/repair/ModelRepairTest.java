package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.model.ChatEndpoint;
import dev.rustmend.model.ChatServer;
import dev.rustmend.model.EndpointModel;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Workers;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.settings.Settings;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real cargo, and a model behind the protocol of services, or a tiny one in the real worker.
class ModelRepairTest {
  private static final FixRequest ASKING =
      FixRequest.everything().with(ModelUse.ASKED_LAST);

  /// Nothing else repairs this one: the author has to say which number was meant.
  private static final String SEVEN =
      """
      fn seven() -> u32 {
          let number: u32 = "seven";
          number + 1
      }

      fn main() {
          println!("{}", seven());
      }
      """;

  private static final String RIGHT =
      """
      Item 1
      ```rust
      fn seven() -> u32 {
          let number: u32 = "seven".len() as u32;
          number + 1
      }
      ```
      """;

  @TempDir private Path folder;
  private ChatServer server;

  @BeforeEach
  void start() throws IOException {
    server = ChatServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anAnswerThatCompilesIsAppliedAsTheSmallestEditAndRecorded() throws Exception {
    server.thenSay(RIGHT);
    try (var crate = crate(SEVEN)) {
      FixOutcome outcome = crate.fix(ASKING);
      assertThat(outcome.isClean()).isTrue();
      assertThat(crate.after(outcome, "src/main.rs"))
          .isEqualTo(SEVEN.replace("\"seven\"", "\"seven\".len() as u32"));
      AuditRecord record = outcome.audit().getLast();
      assertThat(record.fix().sourceWord()).isEqualTo("model");
      assertThat(record.fix().originName()).startsWith("model:coder at ");
      assertThat(record.fix().provenTitle()).isEqualTo("✓ Rewrite the function `seven`");
      assertThat(record.fix().patch().edits().values().iterator().next())
          .singleElement()
          .extracting(edit -> edit.newText())
          .isEqualTo("    let number: u32 = \"seven\".len() as u32;\n");
      ModelAttempt attempt = outcome.model().getFirst();
      assertThat(attempt.ending()).isEqualTo(ModelAttempt.Ending.REPAIRED);
      assertThat(attempt.tokens()).isEqualTo(120);
      assertThat(attempt.samples()).singleElement().extracting(ModelSample::result)
          .isEqualTo("compiles");
    }
  }

  private Crate crate(String main) throws IOException {
    return crate(main, settings(false), behindTheServer());
  }

  private Crate crate(String main, Settings settings, Models models) throws IOException {
    return Crate.of(folder, main, settings, Map.of(), models);
  }

  private Models behindTheServer() {
    return new Models(
        _ ->
            Optional.<LanguageModel>of(
                EndpointModel.of(
                    ChatEndpoint.of(server.address(), "coder", Optional.empty()))));
  }

  private static Settings settings(boolean byItself) {
    Settings usual = Settings.defaults();
    Settings.Model model = usual.model();
    return new Settings(
        usual.check(),
        usual.publishDiagnostics(),
        usual.hover(),
        usual.offers(),
        usual.verification(),
        usual.knowledge(),
        usual.embedding(),
        new Settings.Model(
            Optional.of("some.gguf"),
            model.service(),
            model.gpuLayers(),
            model.contextSize(),
            model.threads(),
            model.flashAttention(),
            model.cacheType(),
            model.idleMinutes(),
            model.memoryLimitMebibytes(),
            model.library(),
            new Settings.ModelFixes(byItself, 120)));
  }
}
