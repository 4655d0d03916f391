package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One index and several processes. Writers are killed some times; a hundred times and more with
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

  @Test
  void ofTwoProcessesTheOtherGoesOnAndNothingToldIsLost() throws Exception {
    killOneOfTwo(5);
  }

  @Test
  @Tag("stress")
  void ofTwoProcessesOneIsKilledAHundredTimesAndNothingToldIsLost() throws Exception {
    killOneOfTwo(Integer.getInteger("stress.kills", 100));
  }

  /// Two processes learn, of which one writes at a time. One of them is killed at a random instant;
  /// the other has to go on, and a new one comes.
  private void killOneOfTwo(int count) throws Exception {
    var pair = new ArrayList<>(List.of(learner(0), learner(1)));
    try {
      for (int i = 2; i < count + 2; i++) {
        Learner other = pair.get(random.nextInt(2));
        pair.remove(other);
        other.process().waitFor(random.nextLong(300_000), TimeUnit.MICROSECONDS);
        other.process().destroyForcibly().waitFor();
        awaitMoreThan(pair.getFirst(), told(pair.getFirst()));
        pair.add(learner(i));
      }
    } finally {
      for (Learner learner : pair) {
        learner.process().destroyForcibly().waitFor();
      }
    }
    try (SearchIndex index = Opened.writer(index())) {
      int learned = 0;
      for (int i = 0; i < count + 2; i++) {
        int last = told(new Learner(i, pair.getFirst().process()));
        for (int each = 0; each <= last; each++) {
          String id = "doc:learner" + i + "-" + each;
          assertThat(index.passage(id)).as("%s, seed %d", id, seed).isPresent();
          learned++;
        }
      }
      assertThat(learned).isGreaterThanOrEqualTo(count);
    }
  }

  private record Learner(int number, Process process) {}

  private Learner learner(int number) throws IOException {
    return new Learner(number, SearchProcess.start(index(), toldBy(number), "learner" + number));
  }

  private Path toldBy(int number) {
    return folder.resolve("learner" + number);
  }

  /// The number of what it has learned last, -1 for nothing.
  private int told(Learner learner) throws IOException {
    Path told = toldBy(learner.number());
    String text = Files.exists(told) ? Files.readString(told) : "";
    return text.matches("\\d+") ? Integer.parseInt(text) : -1;
  }

  private void awaitMoreThan(Learner learner, int known) throws IOException, InterruptedException {
    while (told(learner) <= known) {
      if (learner.process().waitFor(1, TimeUnit.MILLISECONDS)) {
        Path told = toldBy(learner.number());
        throw new AssertionError(
            "seed %d: %s"
                .formatted(
                    seed, Files.readString(told.resolveSibling(told.getFileName() + ".output"))));
      }
    }
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
