package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One index and several processes. The writer is killed 20 times; a hundred times and more with
/// `mvn test -Pstress -Dtest=IndexProcessesTest`.
class IndexProcessesTest {
  @TempDir private Path folder;
  private final long seed = Long.getLong("stress.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void aReaderSeesWhatTheWriterCommitsAndWritesAfterIt() throws Exception {
    Path told = folder.resolve("told");
    List<Passage> ours = List.of(Passages.doc("ours", "Ours", "Text."));
    Process writer = SearchProcess.start(index(), told, "lines");
    SearchIndex reader;
    try (Writer lines = writer.outputWriter(StandardCharsets.UTF_8)) {
      await(writer, told, "WRITER");
      OpenResult result = SearchIndex.open(index(), Optional.empty());
      assertThat(result)
          .isInstanceOfSatisfying(
              OpenResult.ReadOnly.class,
              readOnly -> assertThat(readOnly.why()).contains("another rustmend is writing"));
      reader = ((OpenResult.ReadOnly) result).index();
      lines.write("moved\n");
      lines.flush();
      await(writer, told, "moved");
      assertThat(Opened.ids(Opened.hits(reader, "moved"))).containsExactly("doc:moved");
      assertThat(reader.add("doc", ours, Map.of())).isInstanceOf(UpdateResult.NotTheWriter.class);
    }
    assertThat(writer.waitFor()).isZero();
    try (reader) {
      reader.refresh();
      assertThat(reader.facts().role()).isEqualTo(IndexFacts.Role.WRITER);
      assertThat(reader.add("doc", ours, Map.of())).isInstanceOf(UpdateResult.Written.class);
      assertThat(reader.facts().passages()).isEqualTo(2);
    }
  }

  @Test
  void aKilledWriterLeavesAWholeRound() throws Exception {
    killWriters(20);
  }

  @Test
  @Tag("stress")
  void aHundredKilledWritersLeaveAWholeRound() throws Exception {
    killWriters(Integer.getInteger("stress.kills", 100));
  }

  /// Each writer begins to write, and is killed at a random instant of the next few commits.
  private void killWriters(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      Path told = folder.resolve("told" + i);
      Process writer = SearchProcess.start(index(), told, "endless");
      await(writer, told, "round 0");
      writer.waitFor(random.nextLong(30_000), TimeUnit.MICROSECONDS);
      writer.destroyForcibly().waitFor();
      int toldRound = Integer.parseInt(Files.readString(told).replaceFirst("round ", ""));
      assertWholeRound(toldRound);
    }
  }

  private void assertWholeRound(int least) throws InterruptedException {
    try (SearchIndex index = Opened.writer(index())) {
      assertThat(index.facts().passages()).as("seed %d", seed).isEqualTo(20);
      String body = index.passage("doc:p0").orElseThrow().body();
      int round = Integer.parseInt(body.replaceFirst("Round ", ""));
      assertThat(round).as("seed %d", seed).isGreaterThanOrEqualTo(least);
      for (int i = 0; i < 20; i++) {
        assertThat(index.passage("doc:p" + i).orElseThrow().body())
            .as("seed %d", seed)
            .isEqualTo(body);
      }
    }
  }

  /// Waits until the process has told this, or a later round; fails when it ends before.
  private static void await(Process process, Path told, String what)
      throws IOException, InterruptedException {
    while (!Files.exists(told) || !isTold(Files.readString(told), what)) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            Files.readString(told.resolveSibling(told.getFileName() + ".output")));
      }
    }
  }

  private static boolean isTold(String told, String what) {
    return told.equals(what) || (what.equals("round 0") && told.startsWith("round "));
  }

  private Path index() {
    return folder.resolve("index");
  }
}
