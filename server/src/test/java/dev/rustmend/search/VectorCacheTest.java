package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorCacheTest {
  private static final VectorSpace SPACE = new VectorSpace("m", 2);
  private static final String ONE = VectorCache.key("one");
  private static final String TWO = VectorCache.key("two");

  @TempDir private Path folder;

  @Test
  void vectorsComeBackByTheirText() throws Exception {
    new VectorCache(folder, SPACE).put(Map.of(ONE, new float[] {0, 3}));
    Map<String, float[]> found = new VectorCache(folder, SPACE).get(List.of(ONE, TWO));
    assertThat(found).containsOnlyKeys(ONE);
    assertThat(found.get(ONE)).containsExactly(0, 1);
  }

  @Test
  void whatACrashLeftHalfWrittenIsIgnoredAndCutOff() throws Exception {
    new VectorCache(folder, SPACE).put(Map.of(ONE, new float[] {1, 0}));
    Path file = file();
    Files.write(file, new byte[11], StandardOpenOption.APPEND);
    var cache = new VectorCache(folder, SPACE);
    cache.put(Map.of(TWO, new float[] {0, 1}));
    assertThat(new VectorCache(folder, SPACE).get(List.of(ONE, TWO))).containsOnlyKeys(ONE, TWO);
    assertThat(Files.size(file)).isEqualTo(2L * (16 + 8 + 4));
  }

  @Test
  void aDamagedRecordIsMissingAndTheOthersAreNot() throws Exception {
    var cache = new VectorCache(folder, SPACE);
    cache.put(Map.of(ONE, new float[] {1, 0}));
    cache.put(Map.of(TWO, new float[] {0, 1}));
    byte[] content = Files.readAllBytes(file());
    content[20] ^= 1;
    Files.write(file(), content);
    assertThat(new VectorCache(folder, SPACE).get(List.of(ONE, TWO))).containsOnlyKeys(TWO);
  }

  private Path file() {
    return folder.resolve("vectors_" + SPACE.tag() + ".bin");
  }
}
