package dev.rustmend.documentation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jsoup.nodes.Element;

/// Makes sections of the headings and blocks of a page, while it is read.
final class SectionCollector implements BlockReader.Listener {
  private final List<Section> done = new ArrayList<>();
  private final Deque<Heading> open = new ArrayDeque<>();
  private final List<String> above;
  private List<String> blocks = new ArrayList<>();
  private Heading current;

  private record Heading(String anchor, int level, String title) {}

  /// `title` and `anchor` are those of what stands before the first heading, at `level`; `above`
  /// are the titles around the whole.
  SectionCollector(String anchor, int level, String title, List<String> above) {
    this.current = new Heading(anchor, level, title);
    this.above = List.copyOf(above);
    open.push(current);
  }

  @Override
  public void heading(Element heading) {
    finish();
    int level = heading.normalName().charAt(1) - '0';
    while (!open.isEmpty() && open.peek().level() >= level) {
      open.pop();
    }
    String id = heading.id().isEmpty() ? idInside(heading) : heading.id();
    current = new Heading(id, level, Markdown.inline(heading));
    open.push(current);
  }

  @Override
  public void block(String markdown) {
    blocks.add(markdown);
  }

  List<Section> sections() {
    finish();
    return List.copyOf(done);
  }

  private static String idInside(Element heading) {
    Element anchor = heading.selectFirst("a[id]");
    return anchor == null ? "" : anchor.id();
  }

  private void finish() {
    var headings = new ArrayList<>(above);
    open.stream()
        .skip(1)
        .map(Heading::title)
        .filter(title -> !title.isEmpty())
        .toList()
        .reversed()
        .forEach(headings::add);
    done.add(new Section(current.anchor(), 1, current.level(), current.title(), headings, blocks));
    blocks = new ArrayList<>();
  }
}
