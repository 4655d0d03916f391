package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.Hit;
import dev.rustmend.search.OpenResult;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.PassageText;
import dev.rustmend.search.Query;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The team's knowledge base on one real node.
@Tag("opensearch")
class OpenSearchTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Embedder WORDS = new WordEmbedder("words", 96);
  private static final VectorSpace SPACE = VectorSpace.of(WORDS);

  @TempDir private static Path home;
  private static OpenSearchNodes nodes;

  @TempDir private Path folder;
  private Team team;
  private SearchIndex index;

  @BeforeAll
  static void start() throws IOException {
    nodes = OpenSearchNodes.start(home, 1);
  }

  @AfterAll
  static void end() {
    if (nodes != null) {
      nodes.close();
    }
  }

  @BeforeEach
  void open() throws InterruptedException {
    team = new Team(nodes.access(0, LONG), Clock.systemUTC());
    index = ((OpenResult.Opened) SearchIndex.open(folder, Optional.of(WORDS))).index();
  }

  @AfterEach
  void close() throws InterruptedException {
    index.close();
    team.discard();
    team.close();
  }

  @ParameterizedTest
  @EnumSource(SearchMode.class)
  void theSamePassagesAreRankedAsInTheIndexOfThisMachine(SearchMode mode)
      throws InterruptedException {
    List<Passage> passages = corpus();
    index.update("kb", passages, vectors(passages));
    team.publish(
        passages.stream().map(passage -> new TeamPassage(passage, "", ada())).toList(),
        SPACE,
        vectors(passages),
        _ -> {});
    for (SearchFilter filter :
        List.of(
            SearchFilter.ALL,
            SearchFilter.kinds(PassageKind.TASK),
            new SearchFilter(
                Set.of(), Optional.of("E0382"), Optional.of("2024"), Optional.of("1.95.0")))) {
      for (String text :
          List.of(
              "borrow of moved value",
              "how do I read the lines of a file",
              "E0308 mismatched types",
              "clone an `Rc<RefCell<T>>`")) {
        assertSame(new SearchRequest(Query.of(text), filter, mode, 10), "");
      }
    }
  }

  /// The program that rustc shows stays here, and orders what is about the same code all the same.
  @Test
  void whatRustcSaysIsRankedByAllOfItThoughAPartIsTold() throws InterruptedException {
    List<Passage> passages = corpus();
    index.update("kb", passages, vectors(passages));
    team.publish(
        passages.stream().map(passage -> new TeamPassage(passage, "", ada())).toList(),
        SPACE,
        vectors(passages),
        _ -> {});
    String text =
        """
        error[E0382]: use of moved value: `name`
         --> src/main.rs:1:3
        1 | let names = ledger.clone();
          |             - value moved here
        """;
    assertSame(
        new SearchRequest(Query.of(text), SearchFilter.ALL, SearchMode.AUTO, 10), "error code");
  }

  private void assertSame(SearchRequest request, String reason) throws InterruptedException {
    List<Hit> here = index.search(request);
    List<Hit> there = index.searchElsewhere(request, team.alone()).orElseThrow();
    if (request.mode() == SearchMode.BM25 || !reason.isEmpty()) {
      assertThat(reasons(there, reason)).as(request.toString()).isEqualTo(reasons(here, reason));
      return;
    }
    // a cosine of eight bits for a component may swap neighbors
    assertThat(there.getFirst().id()).isEqualTo(here.getFirst().id());
    Map<String, Double> scores = new HashMap<>();
    there.forEach(hit -> scores.put(hit.id(), hit.score()));
    List<Hit> common = here.stream().filter(hit -> scores.containsKey(hit.id())).toList();
    assertThat(common).as(request.toString()).hasSizeGreaterThanOrEqualTo(here.size() - 1);
    for (Hit hit : common) {
      assertThat(scores.get(hit.id())).as(hit.toString()).isCloseTo(hit.score(), within(0.1));
    }
  }

  /// Without what eight bits for a component can change.
  private static List<String> reasons(List<Hit> hits, String reason) {
    return hits.stream()
        .filter(hit -> hit.why().startsWith(reason))
        .map(hit -> hit.id() + ": " + hit.why().replaceFirst("vector .*", "vector"))
        .toList();
  }

  @Test
  void whatIsPublishedIsFoundBesideWhatIsHereWithItsProvenance() throws InterruptedException {
    index.update(
        "kb",
        List.of(passage("tasks/io/lines", PassageKind.TASK, "", "Read lines", "Lines of a file.")),
        Map.of());
    publish(entry("ledger", "Close the ledger file", "A file of lines is closed."));
    List<Hit> hits =
        index.search(
            new SearchRequest(Query.of("lines of a file"), SearchFilter.ALL, SearchMode.AUTO, 10),
            team.companion());
    assertThat(hits)
        .extracting(Hit::id)
        .containsExactlyInAnyOrder("tasks/io/lines", "team:errors/E0382/ledger");
    assertThat(hits)
        .extracting(Hit::title)
        .contains("Close the ledger file (published by Ada on 3 May 2026)");
  }

  @Test
  void theSameContentIsOneDocumentWhoeverPublishesItAndIsTakenBackWhole()
      throws InterruptedException {
    assertThat(publish(entry("a", "One", "x"), entry("b", "Two", "y")).acknowledged()).isEqualTo(2);
    TeamPassage again =
        new TeamPassage(
            entry("a", "One", "x").passage(),
            entry("a", "One", "x").markdown(),
            new Provenance("Grace", Instant.EPOCH, "", 0));
    assertThat(publish(again)).isEqualTo(new Publication(1, 0, Map.of()));
    assertThat(team.find(List.of("team:errors/E0382/a")))
        .extracting(found -> found.provenance().who())
        .containsExactly("Ada");
    assertThat(team.retract(List.of("team:errors/E0382/a"))).isEqualTo(1);
    assertThat(team.find(List.of("team:errors/E0382/a"))).isEmpty();
    assertThat(team.find(List.of("team:errors/E0382/b"))).hasSize(1);
  }

  @Test
  void anIndexThatCanOnlyBeReadRefusesWithItsReason() throws InterruptedException {
    publish(entry("a", "One", "x"));
    nodes.send(0, "PUT", "/rustmend-team/_settings", "{\"index.blocks.write\":true}");
    Publication publication = publish(entry("b", "Two", "y"));
    assertThat(publication.acknowledged()).isZero();
    assertThat(publication.refused().get("team:errors/E0382/b")).contains("blocked");
  }

  @Test
  void countsOfManyAtOnceAreAllThere() throws Exception {
    TeamPassage entry = entry("a", "One", "x");
    publish(entry);
    try (var threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("counting-", 0).factory())) {
      var counting = new ArrayList<Callable<Object>>();
      for (int i = 0; i < 20; i++) {
        counting.add(() -> {
          for (int j = 0; j < 5; j++) {
            team.countNow(entry.identity(), new Counts(2, 1, 1, 0));
          }
          return entry;
        });
      }
      for (var done : threads.invokeAll(counting)) {
        done.get();
      }
    }
    nodes.send(0, "POST", "/rustmend-evidence/_refresh", "");
    assertThat(team.counts(List.of(entry)).get(entry.identity()))
        .isEqualTo(new Counts(200, 100, 100, 0));
  }

  @Test
  void aRenewedIndexHasEverythingWithVectorsOfTheOtherModel() throws InterruptedException {
    publish(entry("a", "One", "x"), entry("b", "Two", "y"));
    Embedder other = new WordEmbedder("other words", 48);
    assertThat(team.renew(other)).isEqualTo(2);
    assertThat(team.find(List.of("team:errors/E0382/a", "team:errors/E0382/b"))).hasSize(2);
    String mapping = nodes.send(0, "GET", "/rustmend-team/_mapping", "").body();
    assertThat(mapping).contains("other words").contains(VectorSpace.of(other).field());
    assertThat(nodes.send(0, "GET", "/rustmend-team-v1-*", "").json()).hasSize(1);
    assertThat(publish(entry("c", "Three", "z")).acknowledged()).isEqualTo(1);
  }

  @Test
  void anOlderMappingIsSaidToBeOneAndRenewed() throws InterruptedException {
    nodes.send(
        0,
        "PUT",
        "/rustmend-team-v0-1",
        "{\"aliases\":{\"rustmend-team\":{}},\"mappings\":{\"_meta\":{\"rustmend\":{\"version\":0}},"
            + "\"properties\":{\"identity\":{\"type\":\"keyword\"}}}}");
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> publish(entry("a", "One", "x")))
        .satisfies(failure -> assertThat(failure.sentence()).contains("--renew"));
    assertThat(team.renew(WORDS)).isZero();
    assertThat(publish(entry("a", "One", "x")).acknowledged()).isEqualTo(1);
  }

  @Test
  void aNodeThatStandsStillCostsNothingAfterAFewSearches() throws Exception {
    index.update(
        "kb",
        List.of(passage("tasks/io/lines", PassageKind.TASK, "", "Read lines", "Lines of a file.")),
        Map.of());
    publish(entry("ledger", "Close the ledger file", "A file of lines is closed."));
    try (Team hurried = new Team(nodes.access(0, Duration.ofMillis(150)), Clock.systemUTC())) {
      signal("STOP");
      for (int i = 0; i < 5; i++) {
        assertThat(
                index.search(
                    new SearchRequest(
                        Query.of("lines of a file"), SearchFilter.ALL, SearchMode.AUTO, 10),
                    hurried.companion()))
            .extracting(Hit::id)
            .containsExactly("tasks/io/lines");
      }
      assertThat(hurried.trouble()).isPresent();
    } finally {
      signal("CONT");
    }
  }

  private static void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(nodes.node(0).pid()))
        .start()
        .waitFor(10, TimeUnit.SECONDS);
  }

  private Publication publish(TeamPassage... passages) throws InterruptedException {
    List<TeamPassage> all = List.of(passages);
    return team.publish(
        all, SPACE, vectors(all.stream().map(TeamPassage::passage).toList()), _ -> {});
  }

  private static Map<String, float[]> vectors(List<Passage> passages) throws InterruptedException {
    var vectors = new HashMap<String, float[]>();
    for (Passage passage : passages) {
      vectors.put(
          passage.id(),
          WORDS.embed(List.of(PassageText.of(passage)), Embedder.Role.PASSAGE).getFirst());
    }
    return vectors;
  }

  private static Provenance ada() {
    return new Provenance("Ada", Instant.parse("2026-05-03T10:00:00Z"), "1.95.0", 2);
  }

  private static TeamPassage entry(String name, String title, String body) {
    return TeamPassage.of(
        passage(
            "errors/E0382/" + name, PassageKind.ERROR, "borrow of moved value: `$x`", title, body),
        "# " + title + "\n" + body,
        ada());
  }

  /// Entries, tasks and pages that share words, with several of one kind, several in one section
  /// and a question that was written beforehand.
  private static List<Passage> corpus() {
    var passages = new ArrayList<Passage>();
    passages.add(
        passage(
            "errors/E0382/clone",
            PassageKind.ERROR,
            "borrow of moved value: `$x`",
            "Clone the value",
            "A value that is moved can not be borrowed. Clone it."));
    passages.add(
        passage(
            "errors/E0382/use",
            PassageKind.ERROR,
            "use of moved value: `$x`",
            "Borrow the moved value",
            "Moved values."));
    passages.add(
        passage(
            "errors/E0308/into",
            PassageKind.ERROR,
            "mismatched types",
            "Convert into the expected type",
            "Types differ, so call `into`."));
    passages.add(
        passage(
            "tasks/io/lines",
            PassageKind.TASK,
            "",
            "Read a file line by line",
            "Use `BufReader::lines` for the lines of large files."));
    passages.add(
        Passage.question(
            "tasks/io/lines", PassageKind.TASK, 1, "How do I read a text file?", "2024"));
    passages.add(
        passage(
            "tasks/rc/clone",
            PassageKind.TASK,
            "",
            "Clone an `Rc`",
            "`Rc::clone` makes another owner of a `RefCell`."));
    for (int i = 0; i < 30; i++) {
      passages.add(
          passage(
              "doc:book/ch%02d.html#s~%d".formatted(i / 3, i % 3),
              PassageKind.DOC,
              "",
              "Ownership and moves " + i,
              "A value has one owner. Moving it %s the borrow; lines of files."
                  .formatted(words(i))));
    }
    return passages;
  }

  /// Words that no other page has as many of.
  private static String words(int page) {
    var words = new StringBuilder();
    for (int i = 0; i <= page; i++) {
      words
          .append("w")
          .append((char) ('a' + i * 7 % 26))
          .append((char) ('a' + page % 26))
          .append(' ');
    }
    return words.toString();
  }

  private static Passage passage(
      String id, PassageKind kind, String message, String title, String body) {
    String code = id.startsWith("errors/") ? id.substring(7, 12) : "";
    return new Passage(
        id,
        kind,
        title,
        List.of(),
        code.isEmpty() ? List.of() : List.of(code),
        message.isEmpty() ? List.of() : List.of(message),
        List.of(),
        List.of(),
        body,
        "fn main() { let x = y.clone(); }",
        kind == PassageKind.DOC ? "" : "2024",
        kind == PassageKind.DOC ? "1.95.0" : "",
        title + body);
  }
}
