package dev.rustmend.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that append to the log are killed at random instants; what they were told is written
/// stays, and at most the event that was being written is lost.
class EndedRecordingTest {
  private static final int STEP = 1_000_000;
  private final long seed = Long.getLong("stress.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @Test
  void afterSomeKillsNoEarlierEventIsLost() throws Exception {
    killed(4);
  }

  @Test
  @Tag("stress")
  void afterManyKillsNoEarlierEventIsLost() throws Exception {
    killed(200);
  }

  @Test
  void twoProcessesAppendAtOnce() throws Exception {
    Process one = process(0);
    Process other = process(STEP);
    Set<Integer> told = new HashSet<>(lines(one, 40));
    told.addAll(lines(other, 40));
    kill(one);
    kill(other);
    assertThat(written()).containsAll(told.stream().map(number -> "e" + number).toList());
  }

  private void killed(int kills) throws Exception {
    Set<Integer> told = new HashSet<>();
    for (int i = 0; i < kills; i++) {
      Process process = process(i * STEP);
      told.addAll(lines(process, 1));
      process.waitFor(random.nextInt(120_000), TimeUnit.MICROSECONDS);
      told.addAll(kill(process));
      List<String> events = written();
      assertThat(events)
          .as("seed %d, kill %d", seed, i)
          .doesNotHaveDuplicates()
          .containsAll(told.stream().map(number -> "e" + number).toList());
      assertThat(events.size() - told.size()).as("seed %d", seed).isBetween(0, i + 1);
    }
  }

  private List<String> written() {
    return new LearnedLog(folder).read().events().stream().map(Event::id).toList();
  }

  private static Set<Integer> lines(Process process, int count) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    var lines = new HashSet<Integer>();
    for (int i = 0; i < count; i++) {
      lines.add(Integer.parseInt(reader.readLine()));
    }
    return lines;
  }

  /// Ends the process and gives the numbers that it has printed since.
  private static Set<Integer> kill(Process process) throws InterruptedException {
    process.toHandle().destroyForcibly(); // unlike the process, it leaves the output to be read
    process.waitFor();
    return process
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .map(Integer::parseInt)
        .collect(Collectors.toSet());
  }

  private Process process(int first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LogProcess.class.getName(),
            folder.toString(),
            String.valueOf(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
