package dev.rustmend.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rustmend.search.Embedder.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingEmbedderTest {
  @TempDir Path folder;

  private final LetterModel model = new LetterModel();

  @Test
  void aTextIsComputedOnceAlsoAfterAStart() throws Exception {
    List<float[]> first = embedder().embed(List.of("borrow", "move", "borrow"), Role.PASSAGE);
    List<float[]> second = embedder().embed(List.of("move", "borrow"), Role.PASSAGE);
    assertThat(model.texts).hasValue(2);
    assertNear(first, List.of("borrow", "move", "borrow"));
    assertNear(second, List.of("move", "borrow"));
  }

  @Test
  void whatItRemembersCostsNothing() throws Exception {
    embedder().embed(List.of("borrow"), Role.PASSAGE);
    var remembered = embedder().remembered(List.of("borrow", "move"), Role.PASSAGE);
    assertThat(remembered).containsOnlyKeys("borrow");
    assertNear(List.of(remembered.get("borrow")), List.of("borrow"));
    assertThat(embedder().remembered(List.of("borrow"), Role.QUERY)).isEmpty();
    assertThat(model.texts).hasValue(1);
  }

  @Test
  void aQueryAndAPassageAreKeptApart() throws Exception {
    embedder().embed(List.of("borrow"), Role.PASSAGE);
    embedder().embed(List.of("borrow"), Role.QUERY);
    assertThat(model.texts).hasValue(2);
  }

  @Test
  void twoThatShareAFolderSeeEachOthersVectors() throws Exception {
    CachingEmbedder one = embedder();
    CachingEmbedder two = embedder();
    one.embed(List.of("a", "b"), Role.PASSAGE);
    two.embed(List.of("c", "d"), Role.PASSAGE);
    one.embed(List.of("c", "d", "e"), Role.PASSAGE);
    two.embed(List.of("a", "b", "e"), Role.PASSAGE);
    assertThat(model.texts).hasValue(5);
  }

  @Test
  void whatACrashHasCutOffIsComputedAnewAndTheRestIsKept() throws Exception {
    embedder().embed(List.of("a", "b", "c"), Role.PASSAGE);
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length - 5));
    List<String> all = List.of("a", "b", "c", "d");
    assertNear(embedder().embed(all, Role.PASSAGE), all);
    assertThat(model.texts).hasValue(5);
    assertNear(embedder().embed(all, Role.PASSAGE), all);
    assertThat(model.texts).hasValue(5);
  }

  @Test
  void aDamagedPlaceCostsOnlyTheRecordsInIt() throws Exception {
    embedder().embed(List.of("a", "b", "c", "d"), Role.PASSAGE);
    byte[] damaged = Files.readAllBytes(file());
    damaged[damaged.length / 4 + 30] ^= 0x55;
    Files.write(file(), damaged);
    List<String> all = List.of("a", "b", "c", "d");
    assertNear(embedder().embed(all, Role.PASSAGE), all);
    assertThat(model.texts).hasValue(5);
  }

  @Test
  void aFileOfNoiseIsReadAsEmpty() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "this is no vector\n".repeat(1_000));
    assertNear(embedder().embed(List.of("a"), Role.PASSAGE), List.of("a"));
    assertNear(embedder().embed(List.of("a"), Role.PASSAGE), List.of("a"));
    assertThat(model.texts).hasValue(1);
  }

  @Test
  void theFilesStayBelowTheirBoundAndWhatIsInUseStays() throws Exception {
    var layout = new VectorRecord(LetterModel.DIMENSIONS);
    int most = 40;
    for (int i = 0; i < 300; i++) {
      var embedder =
          new CachingEmbedder(
              model, new VectorCache(folder, "letters", LetterModel.DIMENSIONS, most));
      embedder.embed(List.of("in use", "number " + i), Role.PASSAGE);
    }
    assertThat(model.texts).hasValue(301);
    assertThat(bytes()).isLessThanOrEqualTo((long) (most + 4) * layout.bytes());
  }

  @Test
  void aFolderThatIsAFileMakesItForget() throws Exception {
    Files.writeString(folder.resolve("vectors"), "in the way");
    assertNear(embedder().embed(List.of("a"), Role.PASSAGE), List.of("a"));
    assertNear(embedder().embed(List.of("a"), Role.PASSAGE), List.of("a"));
    assertThat(model.texts).hasValue(2);
  }

  @Test
  void manyThreadsThatAppendLoseNothing() throws Exception {
    List<Thread> threads =
        IntStream.range(0, 8)
            .mapToObj(i -> Thread.ofVirtual().name("appender-" + i).start(() -> append(i)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    int before = model.texts.get();
    embedder()
        .embed(
            IntStream.range(0, 8).boxed().flatMap(i -> texts(i).stream()).toList(), Role.PASSAGE);
    assertThat(model.texts).hasValue(before);
  }

  @Test
  void aPartOfARecordAtTheEndDoesNotHideWhatIsAppendedLater() throws Exception {
    embedder().embed(List.of("a"), Role.PASSAGE);
    CachingEmbedder reader = embedder();
    reader.embed(List.of("a"), Role.PASSAGE);
    Files.write(file(), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    reader.embed(List.of("a"), Role.PASSAGE);
    embedder().embed(List.of("b"), Role.PASSAGE);
    reader.embed(List.of("a", "b"), Role.PASSAGE);
    assertThat(model.texts).hasValue(2);
  }

  private void append(int thread) {
    try {
      embedder().embed(texts(thread), Role.PASSAGE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(int thread) {
    return IntStream.range(0, 100).mapToObj(i -> "thread " + thread + " text " + i).toList();
  }

  private CachingEmbedder embedder() {
    return new CachingEmbedder(model, folder);
  }

  private Path file() {
    return folder.resolve("vectors/letters-26/younger.bin");
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static void assertNear(List<float[]> vectors, List<String> texts) {
    assertThat(vectors).hasSameSizeAs(texts);
    for (int i = 0; i < vectors.size(); i++) {
      assertThat(vectors.get(i)).containsExactly(LetterModel.of(texts.get(i)), within(0.001f));
    }
  }
}
