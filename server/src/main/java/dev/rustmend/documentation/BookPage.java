package dev.rustmend.documentation;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads a page that mdBook has made: what stands in `<main>`, cut at its headings. The title of
/// the page ends with the name of the book, which stands above all its headings.
final class BookPage {
  private BookPage() {}

  static List<Section> sections(Document page) {
    Element main = page.selectFirst("main");
    if (main == null) {
      return List.of();
    }
    String title = Markdown.collapsed(page.title());
    int end = title.lastIndexOf(" - ");
    var collector =
        end < 0
            ? new SectionCollector("", 1, title, List.of())
            : new SectionCollector(
                "", 1, title.substring(0, end), List.of(title.substring(end + 3)));
    BlockReader.read(main, collector);
    return collector.sections();
  }
}
