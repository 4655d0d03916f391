package dev.rustmend.bench;

import dev.rustmend.search.IndexFacts;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// An index of `count` made passages in a folder of its own: made where there is none, gone on with
/// where somebody was interrupted, and opened as it is where it is whole.
///
/// A file `made.txt` beside the index says what is in it. A folder with other files, or with an
/// index of another size or version, is refused and left alone.
record SyntheticIndex(
    Path folder,
    SyntheticPassages passages,
    int count,
    MadeVectors vectors,
    BenchListener listener) {
  private static final int BATCH = 20_000;
  private static final String NOTE = "made.txt";

  /// Changes whenever [SyntheticPassages] makes other ones.
  private static final String MADE_VERSION = "1";

  /// What the file beside an index says: what was wanted, and how many seconds it took so far.
  private record Note(String content, double seconds) {
    private static final char TAB = '\t';

    static Note read(Path file) throws IOException {
      String text = Files.readString(file).strip();
      int tab = text.indexOf(TAB);
      try {
        return new Note(
            text.substring(0, Math.max(0, tab)), Double.parseDouble(text.substring(tab + 1)));
      } catch (NumberFormatException e) {
        throw new IOException(file + " can not be read; delete its folder or give another", e);
      }
    }

    void write(Path file) throws IOException {
      AtomicFile.write(file, (content + TAB + seconds + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /// An open index, how many seconds its passages took to index, and the size of its files.
  record Made(SearchIndex index, double seconds, long bytes) implements AutoCloseable {
    @Override
    public void close() {
      index.close();
    }
  }

  /// Opens it with all its passages; whoever asked closes it. Throws [IOException] with a sentence
  /// for people when there is something else in the folder, or when it can not be made.
  Made open() throws IOException, InterruptedException {
    Note before = note();
    var building = new RetrievalIndex(folder, passages, listener);
    SearchIndex index = building.open();
    try {
      double seconds = filled(building, index, before);
      return new Made(index, seconds, building.bytes());
    } catch (IOException | InterruptedException | RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private double filled(RetrievalIndex building, SearchIndex index, Note before)
      throws IOException, InterruptedException {
    int there = index.facts().passages();
    if (before.seconds() > 0 && there == 0) {
      throw new IOException("the index in %s was damaged; delete its folder".formatted(folder));
    }
    double seconds = before.seconds();
    int first = there < count ? there / BATCH * BATCH : count;
    for (SyntheticPassages.Batch batch : passages.batches(first, count, BATCH, vectors)) {
      seconds +=
          building.update(index, "synthetic-" + batch.from(), batch.passages(), batch.vectors());
      new Note(content(), seconds).write(folder.resolve(NOTE));
      listener.progress("indexing made passages", batch.to(), count, Math.round(seconds) + " s");
    }
    return seconds;
  }

  /// All passages in batches.
  Iterable<SyntheticPassages.Batch> batches() {
    return passages.batches(0, count, BATCH, vectors);
  }

  /// What is known of the index in the folder; nothing where there is none yet.
  private Note note() throws IOException {
    Path file = folder.resolve(NOTE);
    if (Files.exists(file)) {
      Note note = Note.read(file);
      if (!note.content().equals(content())) {
        throw new IOException(
            "%s has an index of %s, not of %s; give another folder or delete it"
                .formatted(folder, note.content(), content()));
      }
      return note;
    }
    if (Files.exists(folder) && !isEmpty(folder)) {
      throw new IOException(
          "%s has other files in it; give a folder that is empty or new".formatted(folder));
    }
    Files.createDirectories(folder);
    var fresh = new Note(content(), 0);
    fresh.write(file);
    return fresh;
  }

  private String content() {
    return "%d passages %s (version %s.%s)"
        .formatted(count, vectors.words(), IndexFacts.VERSION, MADE_VERSION);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
