package dev.rustmend.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On small pages of our own, in the form in which mdBook and rustdoc write theirs.
class DocumentationFolderTest {
  private static final String WORDS = "Some words that fill a line of this page with plain text. ";

  private static final String BOOK_PAGE =
      """
      <!DOCTYPE HTML><html lang="en"><head><title>Sharing - A Little Book</title></head><body>
      <nav id="sidebar"><ol><li><a href="x.html">Contents</a></li></ol></nav>
      <main><p>%1$s</p>
      <h1 id="sharing"><a class="header" href="#sharing">Sharing <code>Rc</code></a></h1>
      <p>Two owners share a <em>value</em> with <a href="../std/rc.html"><code>Rc</code></a>. %1$s</p>
      <pre class="playground"><code class="language-rust compile_fail E0382 edition2021"><span class="boring">fn main() {
      </span>let b = a; &lt;shown&gt;
      <span class="boring">}
      </span></code></pre>
      <h2 id="tiny"><a class="header" href="#tiny">Tiny</a></h2><p>Short.</p>
      <h2 id="lists"><a class="header" href="#lists">Lists</a></h2>
      <p>%1$s %1$s</p><ul><li>one</li><li>two <ul><li>inner</li></ul></li></ul>
      <table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
      <h3 id="deep">Deep</h3><p>%1$s %1$s</p>
      </main><nav class="nav-wrapper">Next chapter</nav><script>noise()</script></body></html>
      """
          .formatted(WORDS.repeat(3));

  private static final String LIBRARY_PAGE =
      """
      <!DOCTYPE html><html lang="en"><head><title>Crate in std::boxes - Rust</title></head><body>
      <nav class="sidebar">Methods</nav><main><section id="main-content" class="content">
      <div class="main-heading"><h1>Struct <span class="struct">Crate</span><button>Copy</button></h1></div>
      <pre class="rust item-decl"><code>pub struct Crate&lt;T&gt; { <span class="comment">/* private */</span> }</code></pre>
      <details class="toggle top-doc" open><summary><span>Expand</span></summary><div class="docblock">
      <p>Holds things. %1$s</p><h2 id="examples"><a class="doc-anchor" href="#examples">§</a>Examples</h2>
      <div class="example-wrap"><pre class="rust rust-example-rendered"><code>let c = Crate::new();</code></pre>
      <a class="test-arrow" href="https://example.org">Run</a></div></div></details>
      <h2 id="implementations">Implementations</h2><div id="implementations-list">
      <details class="toggle method-toggle" open><summary><section id="method.open" class="method">
      <span class="rightside">1.0.0</span><h4 class="code-header">pub fn <a class="fn">open</a>(&amp;self)</h4></section></summary>
      <div class="docblock"><p>Opens it. %1$s</p></div></details>
      <details class="toggle method-toggle"><summary><section id="method.bare" class="method">
      <h4 class="code-header">pub fn bare()</h4></section></summary></details></div>
      <div id="trait-implementations-list"><details class="toggle method-toggle"><summary>
      <section id="method.clone" class="method"><h4 class="code-header">fn clone()</h4></section></summary>
      <div class="docblock">Returns a copy. %1$s</div></details></div>
      </section></main></body></html>
      """
          .formatted(WORDS.repeat(3));

  @TempDir Path html;

  private DocumentationFolder folder;

  @BeforeEach
  void write() throws IOException {
    write("book/index.html", page("en", "Intro", "<h1 id=\"intro\">Intro</h1><p>Hello.</p>"));
    folder = ((DocumentationFolder.Found) DocumentationFolder.find(html, "1.95.0")).folder();
  }

  @Test
  void aToolchainWithoutDocumentationIsToldTheRemedy(@TempDir Path empty) {
    assertThat(DocumentationFolder.find(empty, "1.95.0"))
        .isEqualTo(
            new DocumentationFolder.Missing(
                "the documentation of Rust 1.95.0 is not installed; `rustup component add"
                    + " rust-docs` adds it"));
  }

  @Test
  void eachHeadingOfABookMakesAPassageAndAShortOneJoinsItsParent() {
    List<Passage> passages = folder.passages("book/sharing.html", BOOK_PAGE);
    assertThat(passages)
        .extracting(Passage::id)
        .containsExactly(
            "doc:book/sharing.html",
            "doc:book/sharing.html#sharing",
            "doc:book/sharing.html#lists",
            "doc:book/sharing.html#deep");
    Passage sharing = passages.get(1);
    assertThat(sharing.kind()).isEqualTo(PassageKind.DOC);
    assertThat(sharing.title()).isEqualTo("Sharing `Rc`");
    assertThat(sharing.headings()).containsExactly("A Little Book");
    assertThat(sharing.body())
        .startsWith("Two owners share a *value* with `Rc`.")
        .contains("```rust,compile_fail,E0382\nlet b = a; <shown>\n")
        .endsWith("**Tiny**\n\nShort.");
    assertThat(sharing.code()).contains("let b = a;").doesNotContain("```");
    assertThat(sharing.codes()).containsExactly("E0382");
    assertThat(sharing.toolchain()).isEqualTo("1.95.0");
    assertThat(passages.get(3).headings())
        .containsExactly("A Little Book", "Sharing `Rc`", "Lists");
  }

  @Test
  void listsAndTablesBecomeMarkdown() {
    String body = folder.passages("book/sharing.html", BOOK_PAGE).get(2).body();
    assertThat(body)
        .contains("- one\n- two\n  - inner")
        .contains("| a | b |\n| --- | --- |\n| 1 | 2 |");
  }

  @Test
  void nothingOfThePagesFrameIsInAPassage() {
    for (Passage passage : folder.passages("book/sharing.html", BOOK_PAGE)) {
      assertThat(passage.body())
          .doesNotContain("Contents")
          .doesNotContain("Next chapter")
          .doesNotContain("noise")
          .doesNotContain("fn main");
    }
  }

  @Test
  void aLibraryPageGivesItsItemAndItsOwnDocumentedMethods() {
    List<Passage> passages = folder.passages("std/boxes/struct.Crate.html", LIBRARY_PAGE);
    assertThat(passages)
        .extracting(Passage::id)
        .containsExactly(
            "doc:std/boxes/struct.Crate.html", "doc:std/boxes/struct.Crate.html#method.open");
    assertThat(passages.getFirst().title()).isEqualTo("Struct std::boxes::Crate");
    assertThat(passages.getFirst().body())
        .contains("pub struct Crate<T> { /* private */ }")
        .contains("**Examples**\n\n```rust\nlet c = Crate::new();\n```")
        .doesNotContain("§")
        .doesNotContain("Expand");
    assertThat(passages.getLast().title()).isEqualTo("Crate::open");
    assertThat(passages.getLast().headings()).containsExactly("Struct std::boxes::Crate");
    assertThat(passages.getLast().body())
        .startsWith("```rust\npub fn open(&self)\n```\n\nOpens it.");
  }

  @Test
  void aLongSectionIsSplitIntoPartsWithTheSameTitle() {
    String paragraphs = ("<p>" + WORDS.repeat(8) + "</p>").repeat(10);
    List<Passage> passages =
        folder.passages(
            "book/long.html", page("en", "Long", "<h1 id=\"long\">Long</h1>" + paragraphs));
    assertThat(passages)
        .extracting(Passage::id)
        .containsExactly(
            "doc:book/long.html#long", "doc:book/long.html#long~2", "doc:book/long.html#long~3");
    assertThat(passages).extracting(Passage::title).containsOnly("Long");
    assertThat(passages)
        .allSatisfy(passage -> assertThat(Section.words(passage.body())).isBetween(200, 400));
  }

  @Test
  void aPageOfTheErrorIndexIsAboutItsCode() {
    List<Passage> passages =
        folder.passages(
            "error_codes/E0499.html",
            page("en", "E0499", "<h1 id=\"e\">Error code E0499</h1><p>Borrowed twice.</p>"));
    assertThat(passages).hasSize(1);
    assertThat(passages.getFirst().codes()).containsExactly("E0499");
  }

  @Test
  void aListingOfLintsIsAboutEachLint() {
    List<Passage> passages =
        folder.passages(
            "rustc/lints/listing/warn-by-default.html",
            page(
                "en",
                "Lints",
                "<h2 id=\"dead-code\">dead-code</h2><p>%s</p>".formatted(WORDS.repeat(5))));
    assertThat(passages.getFirst().codes()).containsExactly("dead_code");
  }

  @Test
  void translationsRedirectionsAndPagesThatRepeatAreLeftOut() throws Exception {
    write(
        "book/es.html", page("es", "Hola", "<h1 id=\"hola\">Hola</h1><p>%s</p>".formatted(WORDS)));
    write(
        "book/moved.html",
        "<html lang=\"en\"><head><meta http-equiv=\"refresh\" content=\"0;URL=index.html\"></head>"
            + "<body><p>Redirecting</p></body></html>");
    write("book/print.html", page("en", "All", "<h1 id=\"all\">All</h1><p>All.</p>"));
    write("std/all.html", page("en", "All", "<h1 id=\"all\">All</h1><p>All.</p>"));
    write("std/arch/fn.crc.html", page("en", "Crc", "<h1 id=\"crc\">Crc</h1><p>Crc.</p>"));
    write("src/std/lib.rs.html", page("en", "Source", "<h1 id=\"s\">S</h1><p>S.</p>"));
    assertThat(folder.pages())
        .extracting(DocumentationPage::path)
        .containsExactly("book/es.html", "book/index.html", "book/moved.html");
    for (DocumentationPage page : folder.pages()) {
      assertThat(folder.read(page)).hasSize(page.path().equals("book/index.html") ? 1 : 0);
    }
  }

  @Test
  void aFingerprintChangesWithItsPageAndWithNothingElse() throws Exception {
    write("book/other.html", page("en", "Other", "<h1 id=\"o\">O</h1><p>O.</p>"));
    Map<String, String> before = fingerprints();
    Files.writeString(html.resolve("book/other.html"), "<main><p>Changed.</p></main>");
    assertThat(fingerprints().get("book/index.html")).isEqualTo(before.get("book/index.html"));
    assertThat(fingerprints().get("book/other.html")).isNotEqualTo(before.get("book/other.html"));
    Map<String, String> changed = fingerprints();
    Files.setLastModifiedTime(html.resolve("book/other.html"), FileTime.fromMillis(1_000_000));
    assertThat(fingerprints().get("book/other.html")).isNotEqualTo(changed.get("book/other.html"));
  }

  @Test
  void whoIsInterruptedStopsBetweenTwoPages() {
    DocumentationPage page = folder.pages().getFirst();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> folder.read(page)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aPageThatHasVanishedGivesNothing() throws Exception {
    DocumentationPage page = folder.pages().getFirst();
    Files.delete(page.file());
    assertThat(folder.read(page)).isEmpty();
  }

  @Test
  void aPageThatIsCutOffAnywhereIsStillRead() {
    for (String text : List.of(BOOK_PAGE, LIBRARY_PAGE)) {
      for (int end = 0; end <= text.length(); end += 7) {
        List<Passage> passages = folder.passages("book/cut.html", text.substring(0, end));
        assertThat(passages).allSatisfy(passage -> assertThat(passage.body()).isNotBlank());
        assertThat(passages).extracting(Passage::id).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void oddPagesDoNoHarm() {
    for (String text :
        List.of(
            "",
            "no mark-up at all",
            "<main><h1></h1><h2 id=''></h2><p></p></main>",
            "<main><h2 id=a>A</h2><p>%1$s</p><h2 id=a>A</h2><p>%1$s</p></main>"
                .formatted(WORDS.repeat(4)),
            "<main>" + "<div>".repeat(2_000) + "deep" + "</div>".repeat(2_000) + "</main>",
            "<main><pre><code class=language-rust></code></pre><table></table><ul><li></li></ul></main>",
            "\u0000\u0001<main><p>\ud83e</p>\ufffe</main>")) {
      List<Passage> passages = folder.passages("book/odd.html", text);
      assertThat(passages).extracting(Passage::id).doesNotHaveDuplicates();
      assertThat(passages).allSatisfy(passage -> assertThat(passage.body()).isNotBlank());
    }
  }

  private Map<String, String> fingerprints() {
    return folder.pages().stream()
        .collect(Collectors.toMap(DocumentationPage::path, DocumentationPage::fingerprint));
  }

  private void write(String path, String text) throws IOException {
    Path file = html.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String page(String language, String title, String main) {
    return "<!DOCTYPE html><html lang=\"%s\"><head><title>%s - A Little Book</title></head><body><main>%s</main></body></html>"
        .formatted(language, title, main);
  }
}
