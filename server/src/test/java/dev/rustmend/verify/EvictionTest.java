package dev.rustmend.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EvictionTest {
  private static final Duration AGE = Duration.ofDays(30);
  private final Instant longAgo = Instant.now().minus(Duration.ofDays(31));

  @TempDir Path folder;

  @Test
  void onlyWhatIsOldAndNotInUseIsEmptied() throws Exception {
    Path shadows = folder.toRealPath();
    Path outside = Files.writeString(shadows.resolve("of-the-user"), "kept");
    Path old = shadow(shadows, "old", outside, longAgo);
    Path young = shadow(shadows, "young", outside, Instant.now());
    Path used = shadow(shadows, "used", outside, longAgo);
    try (var inUse = ShadowFolder.claim(used, () -> {}).orElseThrow()) {
      Files.setLastModifiedTime(used.resolve("last-used"), FileTime.from(longAgo));
      Set<Path> held = ConcurrentHashMap.newKeySet();
      Eviction.run(shadows, limits(1 << 20), Instant.now(), held);
      Eviction.run(shadows, limits(1 << 20), Instant.now(), held);

      assertThat(old.resolve("target")).doesNotExist();
      assertThat(old.resolve("fs")).doesNotExist();
      assertThat(old.resolve("lock")).exists();
      assertThat(young.resolve("target/big")).exists();
      assertThat(inUse.target().resolve("big")).exists();
      assertThat(outside).hasContent("kept");
      assertThat(held).doesNotContain(old);
    }
    ShadowFolder.claim(old, () -> {}).orElseThrow().close();
  }

  @Test
  void ofTooManyTheOnesUsedLastAreKept() throws Exception {
    Path shadows = folder.toRealPath();
    Path outside = Files.writeString(shadows.resolve("of-the-user"), "kept");
    Instant now = Instant.now();
    Path first = shadow(shadows, "first", outside, now.minusSeconds(30));
    Path second = shadow(shadows, "second", outside, now.minusSeconds(20));
    Path third = shadow(shadows, "third", outside, now.minusSeconds(10));
    for (Path shadow : java.util.List.of(first, second, third)) {
      Files.write(shadow.resolve("target/big"), new byte[1000]);
    }
    Set<Path> held = ConcurrentHashMap.newKeySet();
    assertThat(Eviction.all(shadows, held))
        .extracting(CachedShadow::folder)
        .containsExactly(third, second, first);
    Eviction.run(shadows, limits(2500), now, held);

    assertThat(first.resolve("target")).doesNotExist();
    assertThat(second.resolve("target/big")).exists();
    assertThat(third.resolve("target/big")).exists();
    assertThat(held).isEmpty();
  }

  @Test
  void whatAWorkspaceThatIsGoneHasLeftIsKeptForADay() throws Exception {
    Path shadows = folder.toRealPath();
    Path outside = Files.writeString(shadows.resolve("of-the-user"), "kept");
    Instant now = Instant.now();
    Path gone = shadow(shadows, "gone", outside, now.minus(Duration.ofDays(2)));
    Path unplugged = shadow(shadows, "unplugged", outside, now.minus(Duration.ofHours(2)));
    Path there = shadow(shadows, "there", outside, now.minus(Duration.ofDays(2)));
    Files.writeString(gone.resolve("real-root"), folder.resolve("deleted").toString());
    Files.writeString(unplugged.resolve("real-root"), folder.resolve("deleted").toString());
    Files.writeString(there.resolve("real-root"), folder.toString());
    Eviction.run(shadows, limits(1 << 20), now, ConcurrentHashMap.newKeySet());

    assertThat(gone.resolve("target")).doesNotExist();
    assertThat(unplugged.resolve("target/big")).exists();
    assertThat(there.resolve("target/big")).exists();
  }

  @Test
  @Timeout(30)
  void aServerThatRunsEmptiesWhatGrowsOldMeanwhile() throws Exception {
    Path root = Files.createDirectories(folder.resolve("workspace")).toRealPath();
    var cache = new ShadowCache(folder.resolve("cache"), limits(1 << 20), Duration.ofSeconds(1));
    try (ShadowFolder mine = cache.claim(root)) {
      Path outside = Files.writeString(folder.resolve("of-the-user"), "kept");
      Path shadows = folder.resolve("cache/shadow").toRealPath();
      Path target = shadow(shadows, "abandoned", outside, longAgo).resolve("target");
      while (Files.exists(target)) {
        Thread.onSpinWait();
      }
      assertThat(mine.target()).startsWithRaw(shadows);
    }
  }

  @Test
  void whatASessionHasIsNotEmptied() throws Exception {
    Path shadows = folder.toRealPath();
    Path outside = Files.writeString(shadows.resolve("of-the-user"), "kept");
    Path used = shadow(shadows, "used", outside, Instant.now());
    Set<Path> held = ConcurrentHashMap.newKeySet();
    try (var inUse = ShadowFolder.claim(used, () -> {}).orElseThrow()) {
      CachedShadow there = Eviction.all(shadows, held).getFirst();
      assertThat(there.inUse()).isTrue();
      assertThat(Eviction.empty(there, held)).isZero();
      assertThat(inUse.target().resolve("big")).exists();
    }
  }

  private static Eviction.Limits limits(long bytes) {
    return new Eviction.Limits(AGE, bytes);
  }

  private static Path shadow(Path shadows, String name, Path linked, Instant usedLast)
      throws IOException {
    Path shadow = shadows.resolve(name);
    ShadowFolder.claim(shadow, () -> {}).orElseThrow().close();
    Files.createDirectories(shadow.resolve("target"));
    Files.writeString(shadow.resolve("target/big"), "…");
    Files.createSymbolicLink(shadow.resolve("fs/link"), linked);
    Files.setLastModifiedTime(shadow.resolve("last-used"), FileTime.from(usedLast));
    return shadow;
  }
}
