package dev.rustmend.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.cargo.CargoMetadata;
import dev.rustmend.cargo.CheckOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SessionsTest {
  @TempDir private Path folder;

  @Test
  void whoLooksForReadyFixesDoesNotWaitForASessionThatIsBeingOpened() throws Exception {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("Cargo.toml"), "[package]\nname = \"app\"\n");
    Files.writeString(folder.resolve("src/main.rs"), "fn main() {}\n");
    var opening = new CountDownLatch(1);
    var looked = new CountDownLatch(1);
    OracleFactory slow =
        workspace -> {
          opening.countDown();
          try {
            looked.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new IllegalStateException("this line in the log belongs to a test");
        };
    var sessions =
        new Sessions(
            new CargoMetadata(System.getenv()), CheckOptions.defaults(), slow, List.of(), 1);
    Thread opener = Thread.ofVirtual().name("opens-a-session").start(() -> open(sessions, folder));
    opening.await();
    assertThat(sessions.all()).isEmpty();
    assertThat(sessions.find(folder.resolve("src/main.rs"))).isEmpty();
    looked.countDown();
    opener.join();
  }

  private static void open(Sessions sessions, Path folder) {
    try {
      var _ = sessions.open(folder.resolve("src/main.rs"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
