package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditorSessionTest {
  @TempDir Path root;

  @Test
  void speaksWithAServerInAnotherProcess() throws Exception {
    Files.writeString(root.resolve("a.rs"), "fn main() {}");
    Files.writeString(root.resolve("b.rs"), "");
    try (EditorSession editor = EditorSession.start(server(), root)) {
      editor.open(List.of("a.rs", "b.rs"));
      double seconds = editor.save(new TreeMap<>(Map.of("a.rs", "fn main() { é }")));

      assertThat(seconds).isPositive();
      assertThat(root.resolve("a.rs")).hasContent("fn main() { é }");
      assertThat(editor.codeActions("a.rs", 3, 4).toString())
          .contains("a.rs", "\"line\":3,\"character\":4");
      assertThatThrownBy(() -> editor.hover("a.rs", 0, 0))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no hover, é");
    }
  }

  @Test
  void refusesToSaveWhatIsNotOpen() throws Exception {
    try (EditorSession editor = EditorSession.start(server(), root)) {
      assertThatThrownBy(() -> editor.save(new TreeMap<>(Map.of("b.rs", ""))))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void tellsWhenTheServerEndsOrStaysSilent() throws Exception {
    try (EditorSession editor = EditorSession.start(server(), root)) {
      assertThatThrownBy(() -> editor.wire().await("never", _ -> true, Duration.ofMillis(20)))
          .isInstanceOf(TimeoutException.class);
      editor.wire().notify("exit", new com.google.gson.JsonObject());
      assertThatThrownBy(() -> editor.hover("a.rs", 0, 0)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void readsTheMemoryOfAProcess() {
    if (Files.exists(Path.of("/proc/self/status"))) {
      assertThat(ResidentMemory.of(ProcessHandle.current().pid()).orElseThrow())
          .isGreaterThan(1000);
    }
    assertThat(ResidentMemory.of(Long.MAX_VALUE)).isEmpty();
  }

  private static List<String> server() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        EchoServer.class.getName());
  }
}
