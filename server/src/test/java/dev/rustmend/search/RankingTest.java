package dev.rustmend.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.diagnostic.CrateId;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticCode;
import dev.rustmend.diagnostic.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {
  private static final String MOVED =
      "error[E0382]: borrow of moved value: `names`\n --> src/main.rs:4:20\n";

  private static final List<Passage> PASSAGES =
      List.of(
          Passages.error(
              "move-first",
              "E0505",
              "cannot move out of `$x` because it is borrowed",
              "Borrow of moved value, borrow of moved value",
              "Every word of the other message: borrow of moved value."),
          Passages.error(
              "use", "E0382", "use of moved value: `$x`", "Borrow the moved value", "Moved value."),
          Passages.error("clone", "E0382", "borrow of moved value: `$x`", "Clone it", "A copy."),
          Passages.error("explain", "E0382", "", "About moves", "Values move."),
          Passages.of(
              "lints/clippy__needless_borrow/remove",
              PassageKind.LINT,
              List.of("clippy::needless_borrow"),
              "",
              "Remove the `&`",
              "It is not needed."),
          Passages.of(
              "errors/uncoded/macro",
              PassageKind.ERROR,
              List.of(),
              "cannot find macro `$name` in this scope",
              "Import the macro",
              "Macros are imported like functions."),
          Passages.with(
              Passages.doc("book/ch04.html#moves", "Ownership", "A value has one owner. Moving."),
              "2024",
              "1.95.0"),
          Passages.of(
              "tasks/read-lines",
              PassageKind.TASK,
              List.of(),
              "",
              "Read a file line by line",
              "Use `BufReader::lines` for large files."));

  @TempDir private Path folder;
  private SearchIndex index;

  @BeforeEach
  void fill() throws InterruptedException {
    index = Opened.writer(folder);
    index.update("kb", PASSAGES, Map.of());
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void theSameCodeComesFirstAndAmongItWhatTheMessageFits() throws InterruptedException {
    List<Hit> hits = Opened.hits(index, MOVED);
    assertThat(Opened.ids(hits))
        .startsWith("errors/E0382/clone", "errors/E0382/explain", "errors/E0382/use")
        .contains("errors/E0505/move-first");
    assertThat(hits.getFirst().why())
        .isEqualTo("error code E0382, message 100 %, words: borrow moved value");
    assertThat(hits.getFirst().score()).isBetween(0.8, 1.0);
  }

  /// The program only names `lines`, as a task does in its prose: that alone is no reason to show
  /// it behind what is about the code.
  @Test
  void behindTheCodeThereIsWhatRustcSaysAndNotWhatTheProgramNames() throws InterruptedException {
    Passage program = Passages.doc("std/lines.html#lines", "Lines", "Reads.");
    index.add(
        "doc",
        List.of(
            new Passage(
                program.id(),
                program.kind(),
                program.title(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                program.body(),
                "fn main() { let gathered = lines(); }",
                "",
                "",
                "with code")),
        Map.of());

    List<Hit> hits =
        Opened.hits(
            index, MOVED + "  |\n4 |     let gathered = lines();\n  |         ^^^^^^^^ moved\n");

    assertThat(Opened.ids(hits))
        .startsWith("errors/E0382/clone", "errors/E0382/explain", "errors/E0382/use")
        .contains("errors/E0505/move-first")
        .doesNotContain(program.id());
  }

  @Test
  void aReportedDiagnosticRanksAsItsText() throws InterruptedException {
    var diagnostic =
        new Diagnostic(
            Level.ERROR,
            Optional.of(new DiagnosticCode("E0382")),
            "borrow of moved value: `names`",
            List.of(),
            List.of(),
            List.of(),
            MOVED,
            new CrateId("app", "app", "bin"));
    var request =
        new SearchRequest(new Query.Reported(diagnostic), SearchFilter.ALL, SearchMode.BM25, 10);
    assertThat(index.search(request)).isEqualTo(Opened.hits(index, MOVED));
  }

  @Test
  void withoutACodeTheTemplateThatFitsComesFirst() throws InterruptedException {
    List<Hit> hits = Opened.hits(index, "error: cannot find macro `value` in this scope");
    assertThat(hits.getFirst().id()).isEqualTo("errors/uncoded/macro");
    assertThat(hits.getFirst().why()).startsWith("message 100 %");
  }

  @Test
  void aMessageTypedLikeAQuestionFindsItsTemplate() throws InterruptedException {
    assertThat(Opened.hits(index, "borrow of moved value: `names`").getFirst().id())
        .isEqualTo("errors/E0382/clone");
  }

  @Test
  void aLintIsFoundWithAndWithoutItsTool() throws InterruptedException {
    String warning =
        "warning: this expression borrows a value\n = note: `#[warn(clippy::needless_borrow)]` on";
    for (String text : List.of("needless_borrow", "clippy::needless_borrow", warning)) {
      Hit first = Opened.hits(index, text).getFirst();
      assertThat(first.id()).isEqualTo("lints/clippy__needless_borrow/remove");
      assertThat(first.why()).contains("lint clippy::needless_borrow");
    }
  }

  @Test
  void aQuestionFindsByTitleAndBodyAndShowsTheSentence() throws InterruptedException {
    Hit first = Opened.hits(index, "how can I read the lines of large files").getFirst();
    assertThat(first.id()).isEqualTo("tasks/read-lines");
    assertThat(first.why()).isEqualTo("words: read lines large files");
    assertThat(first.snippet()).isEqualTo("Use `BufReader::lines` for large files.");
  }

  @Test
  void aCodeInAQuestionIsStrongerThanItsWords() throws InterruptedException {
    assertThat(Opened.ids(Opened.hits(index, "e0382 read a file line by line")))
        .element(0)
        .asString()
        .startsWith("errors/E0382/");
  }

  @Test
  void filtersLetThroughWhatIsAsked() throws InterruptedException {
    assertThat(Opened.ids(filtered(SearchFilter.kinds(PassageKind.DOC))))
        .containsExactly("doc:book/ch04.html#moves");
    var code = new SearchFilter(Set.of(), Optional.of("e0505"), Optional.empty(), Optional.empty());
    assertThat(Opened.ids(filtered(code))).containsExactly("errors/E0505/move-first");
    var edition =
        new SearchFilter(Set.of(), Optional.empty(), Optional.of("2021"), Optional.empty());
    assertThat(Opened.ids(filtered(edition)))
        .contains("errors/E0382/use")
        .doesNotContain("doc:book/ch04.html#moves");
    var toolchain =
        new SearchFilter(
            Set.of(PassageKind.DOC), Optional.empty(), Optional.empty(), Optional.of("1.95.0"));
    assertThat(filtered(toolchain)).hasSize(1);
  }

  @Test
  void aQueryWithoutWordsFindsNothing() throws InterruptedException {
    assertThat(Opened.hits(index, "")).isEmpty();
    assertThat(Opened.hits(index, "?! the")).isEmpty();
  }

  private List<Hit> filtered(SearchFilter filter) throws InterruptedException {
    return Opened.hits(index, "moved value owner", filter, SearchMode.BM25);
  }
}
