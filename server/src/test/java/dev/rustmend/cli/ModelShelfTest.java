package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Workers;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
  @TempDir private Path folder;

  @Test
  void aModelIsOpenOnceForAllAndGivenBackByTheLast() throws InterruptedException {
    ModelWorker worker = Workers.tiny(folder);
    var opened = new AtomicInteger();
    var shelf =
        new ModelShelf(_ -> {
          opened.incrementAndGet();
          return Optional.of(worker);
        });
    Settings.Model settings = Settings.defaults().model();
    LanguageModel one = shelf.open(settings).orElseThrow();
    LanguageModel other = shelf.open(settings).orElseThrow();
    assertThat(opened).hasValue(1);
    assertThat(other.name()).isEqualTo(worker.name());
    assertThat(worker.contextLength()).isPresent();
    assertThat(other.contextLength()).isEqualTo(worker.contextLength());
    one.close();
    one.close();
    assertThat(worker.processId()).isPresent();
    other.close();
    assertThat(worker.processId()).isEmpty();
    shelf.open(settings).orElseThrow().close();
    assertThat(opened).hasValue(2);
  }
}
