package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.workspace.FolderLock;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir Path cache;

  @Test
  void belongsToOneBenchmarkAtATime() throws IOException {
    Path folder = cache.resolve("bench");
    try (FolderLock first = WorkFolder.claim(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> WorkFolder.claim(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another benchmark works in " + folder);
    }
    WorkFolder.claim(folder).close();
  }
}
