package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchIndexTest {
  private static final Passage MOVED = Passages.doc("a", "Moved values", "They are gone.");
  private static final Passage BORROWED = Passages.doc("b", "Borrowed values", "They come back.");

  @TempDir private Path folder;

  @Test
  void anIndexIsCreatedAndKeepsWhatWasWritten() throws InterruptedException {
    Path inside = folder.resolve("not/there/yet");
    try (SearchIndex index = Opened.writer(inside)) {
      assertThat(index.facts().passages()).isZero();
      assertThat(index.update("doc", List.of(MOVED, BORROWED), Map.of()))
          .isEqualTo(new UpdateResult.Written(2, 0, 0, 0));
      assertThat(Opened.ids(Opened.hits(index, "moved"))).containsExactly("doc:a");
    }
    try (SearchIndex index = Opened.writer(inside)) {
      assertThat(Opened.ids(Opened.hits(index, "moved"))).containsExactly("doc:a");
    }
  }

  @Test
  void onlyWhatHasChangedIsWritten() throws InterruptedException {
    try (SearchIndex index = Opened.writer(folder)) {
      index.update("doc", List.of(MOVED, BORROWED), Map.of());
      Passage changed = Passages.doc("b", "Lent values", "They come back.");
      Passage fresh = Passages.doc("c", "Copied values", "They stay.");
      assertThat(index.update("doc", List.of(MOVED, changed, fresh), Map.of()))
          .isEqualTo(new UpdateResult.Written(1, 1, 0, 1));
      assertThat(Opened.hits(index, "borrowed")).isEmpty();
      assertThat(Opened.hits(index, "lent")).hasSize(1);
      assertThat(index.update("doc", List.of(fresh), Map.of()))
          .isEqualTo(new UpdateResult.Written(0, 0, 2, 1));
      assertThat(Opened.hits(index, "moved")).isEmpty();
    }
  }

  @Test
  void whatAnswersAQuestionIsShownOnceAndInItsPlace() throws InterruptedException {
    String id = "tasks/text/count-words";
    Passage task =
        Passages.of(id, PassageKind.TASK, List.of(), "", "Count the words", "Use a map.");
    Passage common = Passage.question(id, PassageKind.TASK, 1, "most common word", "2024");
    Passage often = Passage.question(id, PassageKind.TASK, 2, "how often is a word used", "2024");
    try (SearchIndex index = Opened.writer(folder)) {
      index.update("kb", List.of(task, common, often, MOVED), Map.of());
      assertThat(Opened.hits(index, "most common word used"))
          .extracting(Hit::id, Hit::title)
          .containsExactly(tuple(id, "Count the words"));
    }
  }

  @Test
  void aSourceDoesNotTouchAnother() throws InterruptedException {
    try (SearchIndex index = Opened.writer(folder)) {
      index.update("doc", List.of(MOVED), Map.of());
      assertThat(index.update("learned", List.of(BORROWED), Map.of()))
          .isEqualTo(new UpdateResult.Written(1, 0, 0, 0));
      assertThat(index.add("learned", List.of(Passages.doc("c", "More", "Text")), Map.of()))
          .isEqualTo(new UpdateResult.Written(1, 0, 0, 0));
      assertThat(index.facts().passages()).isEqualTo(3);
    }
  }

  @Test
  void aPassageComesBackAsItWas() throws InterruptedException {
    var whole =
        new Passage(
            "errors/E0382/x",
            PassageKind.ERROR,
            "Title",
            List.of("Outer", "Inner"),
            List.of("E0382", "E0505"),
            List.of("one `$x`", "two"),
            List.of("label"),
            List.of("keyword", "other"),
            "body",
            "let a = b;",
            "2021",
            "1.95.0",
            "print");
    try (SearchIndex index = Opened.writer(folder)) {
      index.update("kb", List.of(whole, MOVED), Map.of());
      assertThat(index.passage(whole.id())).contains(whole);
      assertThat(index.passage(MOVED.id())).contains(MOVED);
      assertThat(index.passage("nothing")).isEmpty();
    }
  }

  @Test
  void passagesWithoutAVectorAreFoundByWordsAndGetOneLater() throws InterruptedException {
    var embedder = new CountingEmbedder("letters", 26);
    try (SearchIndex index = Opened.writer(folder, Optional.of(embedder))) {
      index.update("doc", List.of(MOVED, BORROWED), Map.of());
      assertThat(index.facts().needsEmbedding()).isTrue();
      assertThat(Opened.hits(index, "moved", SearchFilter.ALL, SearchMode.VECTOR)).hasSize(1);
      assertThat(index.withoutVector()).containsExactlyInAnyOrder(name(MOVED), name(BORROWED));
      assertThat(Opened.embed(index, 1)).isEqualTo(1);
      assertThat(Opened.embed(index, 10)).isEqualTo(1);
      assertThat(Opened.embed(index, 10)).isZero();
      assertThat(index.facts())
          .isEqualTo(new IndexFacts(2, 2, Optional.of("letters"), false, IndexFacts.Role.WRITER));
      List<Hit> hits =
          Opened.hits(index, "Moved values They are gone", SearchFilter.ALL, SearchMode.VECTOR);
      assertThat(Opened.ids(hits)).startsWith("doc:a").hasSize(2);
      assertThat(hits.getFirst().why()).contains("vector 1.00");
    }
  }

  @Test
  void bothWaysTogetherFindWhatOneMisses() throws InterruptedException {
    var embedder = new CountingEmbedder("letters", 26);
    try (SearchIndex index = Opened.writer(folder, Optional.of(embedder))) {
      index.update("doc", List.of(MOVED, BORROWED), Map.of());
      Opened.embed(index, 10);
      for (SearchMode mode : List.of(SearchMode.RRF, SearchMode.MIN_MAX)) {
        List<Hit> hits = Opened.hits(index, "moved", SearchFilter.ALL, mode);
        assertThat(Opened.ids(hits)).as(mode.name()).containsExactly("doc:a", "doc:b");
        assertThat(hits.getFirst().why()).contains("words: moved; vector 0.");
        assertThat(hits.getLast().why()).startsWith("vector 0.");
      }
      SearchFilter none = SearchFilter.kinds(PassageKind.TASK);
      assertThat(Opened.hits(index, "moved", none, SearchMode.RRF)).isEmpty();
    }
  }

  @Test
  void whatTheEmbedderRemembersIsNotEmbeddedTwiceEvenInANewIndex() throws Exception {
    var embedder = new RememberingEmbedder(new CountingEmbedder("letters", 26));
    try (SearchIndex index = Opened.writer(folder, Optional.of(embedder))) {
      index.update("doc", List.of(MOVED, BORROWED), Map.of());
      Opened.embed(index, 10);
      index.update("doc", List.of(), Map.of());
      index.update("doc", List.of(MOVED), Map.of());
      assertThat(index.facts().needsEmbedding()).isFalse();
    }
    IndexDamage.deleteIndex(folder);
    try (SearchIndex index = Opened.writer(folder, Optional.of(embedder))) {
      index.update("doc", List.of(MOVED, BORROWED), Map.of());
      assertThat(index.facts().needsEmbedding()).isFalse();
    }
    assertThat(embedder.source().embedded()).hasValue(2);
  }

  @Test
  void anotherModelStartsAnewAndSaysSo() throws InterruptedException {
    try (SearchIndex index =
        Opened.writer(folder, Optional.of(new CountingEmbedder("letters", 26)))) {
      index.update("doc", List.of(MOVED, BORROWED), Map.of());
      Opened.embed(index, 10);
    }
    var other = new CountingEmbedder("fewer letters", 13);
    try (SearchIndex index = Opened.writer(folder, Optional.of(other))) {
      IndexFacts facts = index.facts();
      assertThat(facts.model()).contains("letters");
      assertThat(facts.needsEmbedding()).isTrue();
      assertThat(Opened.hits(index, "moved", SearchFilter.ALL, SearchMode.RRF)).hasSize(1);
      assertThat(Opened.embed(index, 10)).isEqualTo(2);
      assertThat(index.facts().model()).contains("fewer letters");
      assertThat(Opened.hits(index, "moved", SearchFilter.ALL, SearchMode.RRF)).hasSize(2);
    }
  }

  @Test
  void aVectorThatIsGivenIsUsed() throws InterruptedException {
    var embedder = new CountingEmbedder("letters", 3);
    try (SearchIndex index = Opened.writer(folder, Optional.of(embedder))) {
      float[] up = {0, 0, 5};
      index.update("doc", List.of(MOVED, BORROWED), Map.of(MOVED.id(), up));
      var request =
          new SearchRequest(
              new Query.Question("x"), SearchFilter.ALL, SearchMode.VECTOR, 5, Optional.of(up));
      assertThat(Opened.ids(index.search(request))).containsExactly("doc:a");
      assertThat(index.withoutVector()).containsExactly(name(BORROWED));
    }
    assertThat(embedder.embedded()).hasValue(0);
  }

  @Test
  void aVectorOfTheWrongLengthChangesNothing() throws InterruptedException {
    var embedder = new CountingEmbedder("letters", 3);
    try (SearchIndex index = Opened.writer(folder, Optional.of(embedder))) {
      index.update("doc", List.of(MOVED), Map.of());
      float[] wrong = {1, 2};
      assertThat(index.update("doc", List.of(BORROWED), Map.of(BORROWED.id(), wrong)))
          .isInstanceOfSatisfying(
              UpdateResult.Failed.class,
              failed -> assertThat(failed.why()).contains("has 3 components, not 2"));
      assertThat(index.withoutVector()).containsExactly(name(MOVED));
      assertThat(index.update("doc", List.of(BORROWED), Map.of()))
          .isEqualTo(new UpdateResult.Written(1, 0, 1, 0));
    }
  }

  @Test
  void anInterruptedCallerDoesNotHarmTheIndex() throws InterruptedException {
    try (SearchIndex index = Opened.writer(folder)) {
      Thread caller =
          Thread.ofVirtual()
              .name("interrupted caller")
              .start(() -> {
                Thread.currentThread().interrupt();
                try {
                  index.update("doc", List.of(MOVED), Map.of());
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      caller.join();
      assertThat(index.update("doc", List.of(MOVED, BORROWED), Map.of()))
          .isInstanceOf(UpdateResult.Written.class);
      assertThat(index.facts().passages()).isEqualTo(2);
    }
  }

  @Test
  void whatHasChangedWhileItsVectorWasMadeKeepsItsNewText() throws InterruptedException {
    var now = new AtomicReference<>(MOVED);
    var index = new AtomicReference<SearchIndex>();
    Embedder embedder =
        new Embedder() {
          private final Embedder letters = new CountingEmbedder("letters", 26);

          @Override
          public String model() {
            return letters.model();
          }

          @Override
          public int dimensions() {
            return letters.dimensions();
          }

          @Override
          public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
            index.get().update("doc", List.of(now.get()), Map.of());
            return letters.embed(texts, role);
          }
        };
    try (SearchIndex opened = Opened.writer(folder, Optional.of(embedder))) {
      index.set(opened);
      opened.update("doc", List.of(MOVED), Map.of());
      now.set(Passages.doc("a", "Another title", "Another text."));
      assertThat(Opened.embed(opened, 10)).isZero();
      assertThat(opened.passage(MOVED.id())).contains(now.get());
      assertThat(opened.withoutVector()).containsExactly(name(MOVED));
      assertThat(Opened.embed(opened, 10)).isEqualTo(1);
    }
  }

  private static PassageName name(Passage passage) {
    return new PassageName(passage.id(), passage.kind());
  }
}
