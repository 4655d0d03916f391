package dev.rustmend.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReadingTest {
  @Test
  void everyChapterIsInTheDocumentationOfTheToolchain() throws Exception {
    Path html = documentation();
    assumeThat(html).isDirectory();
    for (Reading.Chapter chapter : Reading.chapters()) {
      int hash = chapter.page().indexOf('#');
      String page = hash < 0 ? chapter.page() : chapter.page().substring(0, hash);
      assertThat(html.resolve(page)).isRegularFile();
      Document document = Jsoup.parse(Files.readString(html.resolve(page)));
      assertThat(document.select("h1, h2, h3, h4").eachText())
          .as("headings of %s", page)
          .contains(chapter.heading());
      if (hash >= 0) {
        assertThat(document.getElementById(chapter.page().substring(hash + 1)))
            .as("%s", chapter.page())
            .isNotNull();
      }
    }
  }

  @Test
  void aLintOfClippyHasItsPageAndAnUnknownCodeNothing() {
    assertThat(String.join("", Reading.about("clippy::needless_return")))
        .contains("rust-clippy/stable/index.html#needless_return");
    assertThat(Reading.about("unused_mut")).isEqualTo(List.of());
  }

  private static Path documentation() throws Exception {
    Process rustc = new ProcessBuilder("rustc", "--print", "sysroot").start();
    String sysroot =
        new String(rustc.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return Path.of(sysroot).resolve("share/doc/rust/html");
  }
}
