package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Workers;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  @TempDir private Path folder;

  @Test
  void aModelIsOpenOnceForAllAndGivenBackByTheLast() throws InterruptedException {
    ModelWorker worker = Workers.tiny(folder);
    var opened = new AtomicInteger();
    var models =
        new Models(_ -> {
          opened.incrementAndGet();
          return Optional.of(worker);
        });
    Settings.Model settings = Settings.defaults().model();
    LanguageModel one = models.lease(settings).orElseThrow();
    LanguageModel other = models.lease(settings).orElseThrow();
    assertThat(opened).hasValue(1);
    assertThat(other.name()).isEqualTo(worker.name());
    assertThat(worker.contextLength()).isPresent();
    assertThat(other.contextLength()).isEqualTo(worker.contextLength());
    one.close();
    one.close();
    assertThat(worker.processId()).isPresent();
    other.close();
    assertThat(worker.processId()).isEmpty();
    models.lease(settings).orElseThrow().close();
    assertThat(opened).hasValue(2);
  }

  @Test
  void aHoldKeepsOneModelChangesItWithTheSettingsAndEndsForGood() throws InterruptedException {
    ModelWorker worker = Workers.tiny(folder);
    var opened = new ArrayList<String>();
    var models =
        new Models(settings -> {
          opened.add(settings.path().orElseThrow());
          return Optional.of(worker);
        });
    Settings.Model small = TestModels.named("small.gguf", false);
    Settings.Model large = TestModels.named("large.gguf", false);
    ModelHold words = models.hold();
    ModelHold repairs = models.hold();
    assertThat(opened).isEmpty();
    LanguageModel first = words.of(small);
    assertThat(words.of(small)).isSameAs(first);
    assertThat(repairs.of(large).name()).isEqualTo(worker.name());
    assertThat(opened).containsExactly("small.gguf", "large.gguf");
    repairs.of(small);
    words.close();
    assertThat(opened).hasSize(2);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> words.of(small))
        .withMessageContaining("has been given back");
    repairs.giveBack();
    repairs.of(small);
    assertThat(opened).containsExactly("small.gguf", "large.gguf", "small.gguf");
    repairs.close();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> Models.none().hold().of(small))
        .withMessageContaining("no model is chosen");
  }
}
