package dev.rustmend.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.Hit;
import dev.rustmend.search.IndexFacts;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  @TempDir private Path folder;
  private SmallBase base = new SmallBase(Path.of(""));

  @BeforeEach
  void writePages() throws IOException {
    base = new SmallBase(folder);
    base.page("index", "This book is about cabbages, and begins with a word about gardens.");
    base.page("ownership", "Every value has an owner, and pumpkins have a gardener of their own.");
  }

  @Test
  void nothingIsOpenedBeforeSomebodyAsks() {
    try (Library library = base.library()) {
      assertThat(library.news()).isEmpty();
      assertThat(base.cache()).doesNotExist();
    }
  }

  @Test
  void entriesAreFoundAtOnceAndPagesWhenTheyAreIn() throws Exception {
    try (Library library = base.library()) {
      assertThat(ids(library, "value moved")).containsExactly(SmallBase.CLONE);
      assertThat(library.facts().documentationComplete()).isFalse();
      assertThat(library.prepare(Duration.ofMinutes(1), FillListener.NONE))
          .isInstanceOf(FillResult.Complete.class);
      assertThat(ids(library, "pumpkins")).containsExactly("doc:book/ownership.html#top");
      assertThat(library.facts().documentationComplete()).isTrue();
    }
  }

  @Test
  void whatWasLearnedIsFoundAndWhatWasForgottenIsNot() throws Exception {
    var learned = new AtomicReference<>(List.of(learned("zebra")));
    LibrarySources sources = base.sources(Optional::empty);
    var with =
        new LibrarySources(
            sources.cache(),
            sources.version(),
            sources.entries(),
            sources.toolchain(),
            sources.embedder(),
            new LibrarySources.Learned(() -> learned.get().toString(), learned::get),
            Optional::empty);
    try (Library library = new Library(with)) {
      assertThat(ids(library, "zebra")).containsExactly("learned/E0308/zebra");
      learned.set(List.of(learned("giraffe")));
      assertThat(ids(library, "zebra")).isEmpty();
      assertThat(ids(library, "giraffe")).containsExactly("learned/E0308/giraffe");
      learned.set(List.of());
      assertThat(ids(library, "giraffe")).isEmpty();
      assertThat(ids(library, "value moved")).containsExactly(SmallBase.CLONE);
    }
  }

  @Test
  void noVectorIsMadeOfWhatWasLearned() throws Exception {
    var embedded = new ArrayList<String>();
    LibrarySources sources = base.sources(() -> Optional.of(new RememberedTexts(embedded)));
    var with =
        new LibrarySources(
            sources.cache(),
            sources.version(),
            sources.entries(),
            sources.toolchain(),
            sources.embedder(),
            new LibrarySources.Learned(() -> "1", () -> List.of(learned("zebra"))),
            Optional::empty);
    try (Library library = new Library(with)) {
      assertThat(library.fill(FillListener.NONE)).isInstanceOf(FillResult.Complete.class);
      assertThat(embedded).isNotEmpty().noneMatch(text -> text.contains("zebra"));
    }
  }

  /// An embedder that only remembers what it was given.
  private record RememberedTexts(List<String> texts) implements Embedder {
    @Override
    public String model() {
      return "remembers";
    }

    @Override
    public int dimensions() {
      return 2;
    }

    @Override
    public List<float[]> embed(List<String> given, Role role) {
      texts.addAll(given);
      return given.stream().map(_ -> new float[] {1, 0}).toList();
    }
  }

  private static Passage learned(String word) {
    return new Passage(
        "learned/E0308/" + word,
        PassageKind.LEARNED,
        "Your own repair of E0308: " + word,
        List.of(),
        List.of("E0308"),
        List.of(),
        List.of(),
        List.of(),
        "Learned from one repair of yours.",
        word + "(text)",
        "2024",
        "",
        word);
  }

  @Test
  void withoutPatienceThePagesAreLeftForLater() throws Exception {
    try (Library library = base.library()) {
      assertThat(library.prepare(Duration.ZERO, FillListener.NONE))
          .isInstanceOf(FillResult.Partial.class);
      assertThat(ids(library, "pumpkins")).isEmpty();
    }
  }

  @Test
  void aPageThatChangesOrVanishesIsFollowed() throws Exception {
    fill();
    base.page("ownership", "Every value has an owner, and turnips are often written about too.");
    base.remove("index");
    base.page("index", "The beginning says something about radishes now, in place of the old.");
    fill();
    try (Library library = base.library()) {
      assertThat(ids(library, "pumpkins")).isEmpty();
      assertThat(ids(library, "turnips")).containsExactly("doc:book/ownership.html#top");
      assertThat(ids(library, "cabbages")).isEmpty();
    }
    base.remove("ownership");
    fill();
    try (Library library = base.library()) {
      assertThat(ids(library, "turnips")).isEmpty();
      assertThat(ids(library, "radishes")).hasSize(1);
    }
  }

  @Test
  void whatIsInTheIndexIsNotReadAgain() throws Exception {
    fill();
    try (Library library = base.library()) {
      var stages = new java.util.ArrayList<FillListener.Stage>();
      library.fill((stage, _, _) -> stages.add(stage));
      assertThat(stages).isEmpty();
    }
  }

  @Test
  void anIndexThatWasDamagedIsMadeAnewAndThatIsSaidOnce() throws Exception {
    fill();
    damage();
    try (Library library = base.library()) {
      library.fill(FillListener.NONE);
      assertThat(library.news()).singleElement().asString().contains("made anew");
      assertThat(library.news()).isEmpty();
      assertThat(ids(library, "pumpkins")).hasSize(1);
      assertThat(ids(library, "value moved")).contains(SmallBase.CLONE);
    }
  }

  @Test
  void anIndexThatWasDeletedBesideItsListOfContentsIsFilledAgain() throws Exception {
    fill();
    for (Path file : indexFiles()) {
      if (!file.endsWith("contents.txt")) {
        Files.delete(file);
      }
    }
    fill();
    try (Library library = base.library()) {
      assertThat(ids(library, "pumpkins")).hasSize(1);
      assertThat(ids(library, "value moved")).contains(SmallBase.CLONE);
    }
  }

  @Test
  void aSecondLibraryReadsWhatTheFirstWritesAndTakesOver() throws Exception {
    try (Library second = base.library()) {
      try (Library first = base.library()) {
        first.prepare(Duration.ofMinutes(1), FillListener.NONE);
        assertThat(ids(second, "pumpkins")).hasSize(1);
        assertThat(second.facts().index().role()).isEqualTo(IndexFacts.Role.READER);
      }
      base.page("ownership", "Every value has an owner, and turnips are a root that people eat.");
      assertThat(second.fill(FillListener.NONE)).isInstanceOf(FillResult.Complete.class);
      assertThat(ids(second, "turnips")).hasSize(1);
      assertThat(second.facts().index().role()).isEqualTo(IndexFacts.Role.WRITER);
    }
  }

  @Test
  void withoutItsModelItGoesByWordsAndSaysWhy() throws Exception {
    try (Library library =
        new Library(base.sources(() -> Optional.of(new SmallBase.Measuring())))) {
      assertThat(library.fill(FillListener.NONE)).isInstanceOf(FillResult.Complete.class);
      assertThat(library.facts().index().withVector()).isEqualTo(3);
    }
    try (Library library = new Library(base.sources(() -> Optional.of(new SmallBase.Broken())))) {
      assertThat(library.fill(FillListener.NONE))
          .isEqualTo(new FillResult.Partial("the model can not be loaded; install it"));
      assertThat(ids(library, "pumpkins")).hasSize(1);
    }
  }

  @Test
  void whereTheFolderCanNotBeWrittenTheEntriesAreSearchedStill() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(base.cache(), "a file where the folder should be");
    try (Library library = base.library()) {
      assertThat(ids(library, "value moved")).containsExactly(SmallBase.CLONE);
      assertThat(library.news()).singleElement().asString().contains("only the entries");
      assertThat(library.prepare(Duration.ofMinutes(1), FillListener.NONE))
          .isInstanceOf(FillResult.Partial.class);
    }
  }

  @Test
  void theIndexOfAToolchainThatIsGoneIsDeleted() throws Exception {
    Path old = Housekeeping.folder(base.cache(), "1.80.0");
    Housekeeping.prepare(old, folder.resolve("gone"));
    Path other = Housekeeping.folder(base.cache(), "1.90.0");
    Housekeeping.prepare(other, folder);
    fill();
    assertThat(old).doesNotExist();
    assertThat(other).isDirectory();
  }

  @Test
  void withoutDocumentationOnlyEntriesAreFound() throws Exception {
    fill();
    base.remove("index");
    try (Library library = base.library()) {
      assertThat(ids(library, "pumpkins")).isEmpty();
      assertThat(library.toolchain().missing()).contains("rustup component add rust-docs");
    }
  }

  @Test
  void aClosedLibrarySaysSo() throws Exception {
    Library library = base.library();
    library.close();
    assertThatThrownBy(() -> ids(library, "value")).isInstanceOf(LibraryFailure.class);
  }

  private void fill() throws InterruptedException {
    try (Library library = base.library()) {
      assertThat(library.fill(FillListener.NONE)).isInstanceOf(FillResult.Complete.class);
    }
  }

  private void damage() throws IOException {
    for (Path file : indexFiles()) {
      if (file.getFileName().toString().startsWith("segments")) {
        Files.writeString(file, "nonsense");
      }
    }
  }

  private List<Path> indexFiles() throws IOException {
    try (Stream<Path> files = Files.list(Housekeeping.folder(base.cache(), "1.95.0"))) {
      return files.toList();
    }
  }

  static List<String> ids(Library library, String question) throws InterruptedException {
    return library
        .search(
            new SearchRequest(new Query.Question(question), SearchFilter.ALL, SearchMode.RRF, 10))
        .stream()
        .map(Hit::id)
        .toList();
  }
}
