package dev.rustmend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {
  private static final String PAGE =
      """
      <html lang="%s"><pre><code class="language-rust compile_fail E0425">let a = missing;</code></pre>
      <pre><code class="language-rust">let missing = 1; let a = missing;</code></pre>
      <pre><code class="language-rust editionfuture compile_fail">let b = other;</code></pre>
      <pre><code class="language-rust compile_fail">%s</code></pre></html>
      """;

  @TempDir Path html;

  @Test
  void numbersTheBrokenBlocksOfAPageAndKeepsEachContentOnce() throws IOException {
    write("error_codes/E0425.html", PAGE.formatted("en", "let c = third;"));
    write("error_codes/print.html", PAGE.formatted("en", "let d = printed;"));
    write("error_codes/es/E0425.html", PAGE.formatted("es", "let e = traducido;"));
    write("rustc/lints/listing.html", PAGE.formatted("en", "let f = lint;"));

    List<BrokenProgram> programs = new Documentation(html).brokenPrograms();

    assertThat(programs)
        .extracting(BrokenProgram::id)
        .containsExactly(
            "error_codes/E0425#1",
            "error_codes/E0425#2",
            "rustc/lints/listing#1",
            "rustc/lints/listing#2");
    assertThat(programs.getFirst().edition()).isEqualTo(Edition.E2015);
    assertThat(programs.getFirst().named()).containsExactly("E0425");
    assertThat(programs.getFirst().source())
        .isEqualTo("#![allow(unused)]\nfn main() {\nlet a = missing;\n}\n");
    assertThat(programs.getFirst().twin().orElseThrow().source()).contains("let missing = 1;");
  }

  @Test
  void remembersWhichPagesAreWorthReading() throws IOException {
    write("std/a.html", PAGE.formatted("en", "let c = third;"));
    write("std/b.html", "<html lang=\"en\">nothing broken</html>");
    var documentation = new Documentation(html);
    var cache = new ResultCache(html.resolve("cache"), "commit");
    List<BrokenProgram> first = documentation.brokenPrograms(cache);
    write("std/b.html", PAGE.formatted("en", "let d = late;"));

    assertThat(first).hasSize(2).isEqualTo(documentation.brokenPrograms(cache));
    assertThat(documentation.brokenPrograms(new ResultCache(html.resolve("cache"), "next")))
        .hasSize(3);
  }

  @Test
  void keepsOneOfTwoEqualPrograms() throws IOException {
    write("std/a.html", PAGE.formatted("en", "let c = third;"));
    write("core/a.html", PAGE.formatted("en", "let c = third;"));

    assertThat(new Documentation(html).brokenPrograms())
        .extracting(BrokenProgram::id)
        .containsExactly("std/a#1", "std/a#2");
  }

  private void write(String page, String content) throws IOException {
    Path file = html.resolve(page);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
