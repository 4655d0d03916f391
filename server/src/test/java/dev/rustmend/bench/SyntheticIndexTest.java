package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticIndexTest {
  private static final Passage REAL =
      new Passage(
          "tasks/a/b",
          PassageKind.TASK,
          "Title",
          List.of(),
          List.of("E0382"),
          List.of(),
          List.of(),
          List.of(),
          "one two three four five six seven eight nine ten eleven",
          "fn main() {}",
          "2024",
          "",
          "f");
  private static final BenchListener SILENT = (_, _, _, _) -> {};

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void inAFolderOfItsOwn() {
    folder = temporary.resolve("kept");
  }

  private SyntheticIndex of(int count, MadeVectors vectors) {
    var passages = new SyntheticPassages(new RetrievalCorpus(List.of(REAL), List.of(), 0));
    return new SyntheticIndex(folder, passages, count, vectors, SILENT);
  }

  private SyntheticIndex withVectors(int count) {
    return of(count, MadeVectors.WITH);
  }

  @Test
  void isMadeOnceAndThenOpened() throws IOException, InterruptedException {
    double seconds;
    try (SyntheticIndex.Made made = withVectors(30).open()) {
      seconds = made.seconds();
      assertThat(made.index().facts().passages()).isEqualTo(30);
      assertThat(made.index().facts().withVector()).isEqualTo(30);
    }
    FileTime before = newest();

    try (SyntheticIndex.Made again = withVectors(30).open()) {
      assertThat(again.index().facts().passages()).isEqualTo(30);
      assertThat(again.seconds()).isEqualTo(seconds);
    }
    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void ofAnotherSizeIsRefusedAndStays() throws IOException, InterruptedException {
    withVectors(30).open().close();

    assertThatThrownBy(withVectors(40)::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has an index of 30 passages with vectors")
        .hasMessageContaining("not of 40 passages")
        .hasMessageContaining("give another folder or delete it");
    assertThatThrownBy(of(30, MadeVectors.WITHOUT)::open)
        .hasMessageContaining("not of 30 passages without vectors");
    try (SyntheticIndex.Made same = withVectors(30).open()) {
      assertThat(same.index().facts().withVector()).isEqualTo(30);
    }
  }

  @Test
  void ofAnotherVersionIsRefusedAndStays() throws IOException, InterruptedException {
    withVectors(30).open().close();
    Path note = folder.resolve("made.txt");
    Files.writeString(note, Files.readString(note).replace("(version ", "(version 0."));
    long files = count();

    assertThatThrownBy(withVectors(30)::open).hasMessageContaining("(version 0.");
    assertThat(count()).isEqualTo(files);
  }

  @Test
  void isGoneOnWithAfterAnInterruption() throws IOException, InterruptedException {
    withVectors(20).open().close();
    Path note = folder.resolve("made.txt");
    Files.writeString(note, Files.readString(note).replace("20 passages", "30 passages"));

    try (SyntheticIndex.Made made = withVectors(30).open()) {
      assertThat(made.index().facts().passages()).isEqualTo(30);
    }
  }

  @Test
  void otherFilesAreLeftAlone() throws IOException {
    Files.createDirectories(folder);
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");

    assertThatThrownBy(withVectors(30)::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has other files in it");
    assertThat(mine).hasContent("mine");
  }

  private FileTime newest() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().equals("write.lock"))
          .map(SyntheticIndexTest::time)
          .max(FileTime::compareTo)
          .orElseThrow();
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private long count() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
