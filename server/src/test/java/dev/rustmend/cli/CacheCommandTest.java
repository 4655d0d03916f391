package dev.rustmend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTest {
  @TempDir Path folder;

  @Test
  void whatStandsInTheCacheIsShownAndCleared() throws IOException {
    build("one", Duration.ZERO);
    Files.createDirectories(folder.resolve("cache/vectors"));
    Files.write(folder.resolve("cache/vectors/all"), new byte[3000]);

    CommandRun shown = run("cache");
    assertThat(shown.exit()).isEqualTo(Exit.CLEAN);
    assertThat(shown.out()).contains("/home/me/one").contains("vectors").contains("in all");
    JsonObject json = JsonParser.parseString(run("cache", "--json").out()).getAsJsonObject();
    JsonObject build = json.getAsJsonArray("builds").get(0).getAsJsonObject();
    assertThat(build.get("workspace").getAsString()).isEqualTo("/home/me/one");
    assertThat(build.get("bytes").getAsLong()).isGreaterThan(5000);
    assertThat(build.get("inUse").getAsBoolean()).isFalse();
    assertThat(json.getAsJsonObject("others").get("vectors").getAsLong()).isEqualTo(3000);

    assertThat(run("cache", "--clear").out()).contains("freed");
    assertThat(folder.resolve("cache/shadow/one/target")).doesNotExist();
    assertThat(folder.resolve("cache/vectors/all")).exists();
    assertThat(run("cache").out()).doesNotContain("/home/me/one");
  }

  @Test
  void whatWasUsedLatelyStaysWhenThatIsAskedFor() throws IOException {
    build("young", Duration.ofDays(1));
    build("old", Duration.ofDays(9));

    assertThat(run("cache", "--clear", "--unused-days", "5").exit()).isEqualTo(Exit.CLEAN);
    assertThat(folder.resolve("cache/shadow/young/target/big")).exists();
    assertThat(folder.resolve("cache/shadow/old/target")).doesNotExist();
  }

  @Test
  void anEmptyCacheIsNoFailure() {
    assertThat(run("cache").exit()).isEqualTo(Exit.CLEAN);
    assertThat(run("cache", "--clear").out()).contains("0.0 MB freed");
  }

  private void build(String name, Duration unused) throws IOException {
    Path shadow = folder.resolve("cache/shadow").resolve(name);
    Files.createDirectories(shadow.resolve("target"));
    Files.write(shadow.resolve("target/big"), new byte[5000]);
    Files.writeString(shadow.resolve("real-root"), "/home/me/" + name);
    Path used = Files.writeString(shadow.resolve("last-used"), "");
    Files.setLastModifiedTime(used, FileTime.from(Instant.now().minus(unused)));
  }

  private CommandRun run(String... arguments) {
    return CommandRun.of(
        folder, Map.of("RUSTMEND_CACHE_DIR", folder.resolve("cache").toString()), arguments);
  }
}
