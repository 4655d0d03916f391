package dev.rustmend.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.search.Hit;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that fills a library is killed at random instants; the next one goes on, and in the
/// end everything is there.
class EndedFillTest {
  private static final int PAGES = 60;
  private final long seed = Long.getLong("stress.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @TempDir private Path folder;

  @Test
  void afterSomeKillsEverythingIsThere() throws Exception {
    killed(3);
  }

  @Test
  @Tag("stress")
  void afterManyKillsEverythingIsThere() throws Exception {
    killed(100);
  }

  private void killed(int kills) throws Exception {
    var base = new SmallBase(folder);
    writePages(base, "cabbages");
    Duration whole = uninterrupted();
    for (int i = 0; i < kills; i++) {
      writePages(base, "pumpkins" + "s".repeat(i % 5));
      Process process = process();
      process.waitFor(random.nextLong(whole.toMillis()), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    writePages(base, "turnips");
    try (Library library =
        new Library(base.sources(() -> Optional.of(new SmallBase.Measuring())))) {
      // the vectors of this embedder are near to everything
      assertThat(library.fill(FillListener.NONE))
          .as("seed %d", seed)
          .isInstanceOf(FillResult.Complete.class);
      LibraryFacts facts = library.facts();
      assertThat(facts.documentationComplete()).isTrue();
      assertThat(facts.index().passages()).as("seed %d", seed).isEqualTo(PAGES + 2);
      assertThat(facts.index().withVector()).as("seed %d", seed).isEqualTo(PAGES + 2);
      assertThat(words(library, "cabbages")).as("seed %d", seed).isEmpty();
      assertThat(words(library, "turnips")).as("seed %d", seed).hasSize(10);
    }
  }

  private static List<Hit> words(Library library, String question) throws InterruptedException {
    return library.search(
        new SearchRequest(new Query.Question(question), SearchFilter.ALL, SearchMode.BM25, 10));
  }

  private static void writePages(SmallBase base, String vegetable) throws IOException {
    base.page("index", "A beginning with some words about " + vegetable + " and their gardens.");
    for (int i = 0; i < PAGES; i++) {
      base.page("page" + i, "A page with some words about " + vegetable + " and their gardens.");
    }
  }

  private Duration uninterrupted() throws IOException, InterruptedException {
    long start = System.nanoTime();
    assertThat(process().waitFor()).isZero();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private Process process() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FillProcess.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
