package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexLifeTest {
  private static final Passage MOVED = Passages.doc("a", "Moved values", "They are gone.");
  private static final Passage BORROWED = Passages.doc("b", "Borrowed values", "They come back.");
  private static final Path OLD = Path.of("src/test/resources/search/lucene-9.12");

  @TempDir private Path folder;

  @Test
  void anIndexOfAnOlderLuceneIsSearchedAndChanged() throws Exception {
    copyOld();
    Optional<Embedder> embedder = Optional.of(new CountingEmbedder("old model", 4));
    try (SearchIndex index = Opened.writer(folder, embedder)) {
      String moved = "error[E0382]: borrow of moved value: `x`";
      assertThat(Opened.hits(index, moved).getFirst().id()).isEqualTo("errors/E0382/clone-first");
      float[] third = {0, 0, 1, 0};
      var near =
          new SearchRequest(
              new Query.Question("x"), SearchFilter.ALL, SearchMode.VECTOR, 1, Optional.of(third));
      assertThat(Opened.ids(index.search(near))).containsExactly("errors/E0308/convert");
      assertThat(index.add("kb", List.of(MOVED), Map.of()))
          .isEqualTo(new UpdateResult.Written(1, 0, 0, 0));
      assertThat(Opened.embed(index, 5)).isEqualTo(1);
      assertThat(index.facts().withVector()).isEqualTo(4);
    }
    try (SearchIndex index = Opened.writer(folder, embedder)) {
      assertThat(index.facts().passages()).isEqualTo(4);
    }
  }

  @Test
  void everyDamagedFileMakesTheIndexAnew() throws Exception {
    fill();
    for (Path file : IndexDamage.files(folder)) {
      fill();
      byte[] whole = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      if (whole.length == 0) {
        continue;
      }
      IndexDamage.turnOver(file);
      assertRebuilt(file);
      fill();
      if (Files.exists(file)) {
        IndexDamage.halve(file);
        assertRebuilt(file);
      }
    }
  }

  private void assertRebuilt(Path file) throws InterruptedException {
    OpenResult result = SearchIndex.open(folder, Optional.empty());
    assertThat(result).as(file.toString()).isInstanceOf(OpenResult.Rebuilt.class);
    var rebuilt = (OpenResult.Rebuilt) result;
    assertThat(rebuilt.why()).contains(folder.toString()).contains("damaged");
    try (SearchIndex index = rebuilt.index()) {
      assertThat(index.facts().passages()).isZero();
      assertThat(index.update("doc", List.of(MOVED), Map.of()))
          .isInstanceOf(UpdateResult.Written.class);
      assertThat(Opened.hits(index, "moved")).hasSize(1);
    }
  }

  @Test
  void anIndexWithOtherFieldsIsMadeAnew() throws Exception {
    try (var directory = FSDirectory.open(folder);
        var writer = new IndexWriter(directory, IndexFiles.writing())) {
      writer.setLiveCommitData(Map.of(IndexFiles.VERSION_KEY, "0").entrySet());
      writer.commit();
    }
    OpenResult result = SearchIndex.open(folder, Optional.empty());
    assertThat(result).isInstanceOf(OpenResult.Rebuilt.class);
    assertThat(((OpenResult.Rebuilt) result).why()).contains("has version 0 of its fields");
    ((OpenResult.Rebuilt) result).index().close();
  }

  @Test
  void whatElseIsInTheFolderStays() throws Exception {
    fill();
    Path other = Files.writeString(folder.resolve("learned.log"), "precious");
    IndexDamage.turnOver(IndexDamage.files(folder).getLast());
    assertRebuilt(other);
    assertThat(other).hasContent("precious");
  }

  @Test
  void aReadOnlyFolderCanBeSearched() throws Exception {
    fill();
    OpenResult result = opened(FailingDirectory.State.READ_ONLY);
    assertThat(result)
        .isInstanceOfSatisfying(
            OpenResult.ReadOnly.class,
            readOnly -> assertThat(readOnly.why()).contains("can not be written"));
    try (SearchIndex index = ((OpenResult.ReadOnly) result).index()) {
      assertThat(Opened.hits(index, "moved")).hasSize(1);
      assertThat(index.update("doc", List.of(BORROWED), Map.of()))
          .isInstanceOf(UpdateResult.NotTheWriter.class);
    }
  }

  @Test
  void aReadOnlyFolderWithoutAnIndexIsNoPlaceToSearch() throws Exception {
    assertThat(opened(FailingDirectory.State.READ_ONLY))
        .isInstanceOfSatisfying(
            OpenResult.Unavailable.class,
            unavailable ->
                assertThat(unavailable.why())
                    .contains(folder.toString())
                    .contains("can not be written"));
  }

  @Test
  void aFileInPlaceOfTheFolderIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(SearchIndex.open(file, Optional.empty()))
        .isInstanceOfSatisfying(
            OpenResult.Unavailable.class,
            unavailable -> assertThat(unavailable.why()).contains(file.toString()));
  }

  @Test
  void aFullDiskLosesNothingAndTheNextUpdateGoesOn() throws Exception {
    var directory = new FailingDirectory(FSDirectory.open(folder), FailingDirectory.State.WELL);
    OpenResult result = SearchIndex.open(folder, directory, Optional.empty());
    try (SearchIndex index = ((OpenResult.Opened) result).index()) {
      index.update("doc", List.of(MOVED), Map.of());
      directory.become(FailingDirectory.State.FULL);
      assertThat(index.update("doc", List.of(BORROWED), Map.of()))
          .isInstanceOfSatisfying(
              UpdateResult.Failed.class,
              failed -> assertThat(failed.why()).contains("the disk is full"));
      assertThat(Opened.hits(index, "moved")).hasSize(1);
      assertThat(Opened.hits(index, "borrowed")).isEmpty();
      directory.become(FailingDirectory.State.WELL);
      assertThat(index.update("doc", List.of(BORROWED), Map.of()))
          .isInstanceOf(UpdateResult.Written.class);
      assertThat(Opened.hits(index, "borrowed")).hasSize(1);
    }
  }

  @Test
  void aSecondOneOfTheSameProcessReads() throws InterruptedException {
    OpenResult second;
    try (SearchIndex first = Opened.writer(folder)) {
      second = SearchIndex.open(folder, Optional.empty());
      assertThat(second).isInstanceOf(OpenResult.ReadOnly.class);
      SearchIndex reader = ((OpenResult.ReadOnly) second).index();
      assertThat(Opened.hits(reader, "moved")).isEmpty();
      first.update("doc", List.of(MOVED), Map.of());
      assertThat(Opened.hits(reader, "moved")).hasSize(1);
    }
    try (SearchIndex reader = ((OpenResult.ReadOnly) second).index()) {
      assertThat(reader.update("doc", List.of(BORROWED), Map.of()))
          .isInstanceOf(UpdateResult.Written.class);
      assertThat(Opened.ids(Opened.hits(reader, "values"))).containsExactly("doc:b");
    }
  }

  private OpenResult opened(FailingDirectory.State state) throws Exception {
    return SearchIndex.open(
        folder, new FailingDirectory(FSDirectory.open(folder), state), Optional.empty());
  }

  private void fill() throws Exception {
    IndexDamage.deleteIndex(folder);
    try (SearchIndex index = Opened.writer(folder)) {
      index.update("doc", List.of(MOVED, BORROWED), Map.of());
    }
  }

  private void copyOld() throws IOException {
    for (Path file : IndexDamage.files(OLD)) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
  }
}
