package dev.rustmend.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads the blocks inside of an element, in their order: paragraphs, lists, tables, quotes, code.
final class BlockReader {
  private static final Set<String> CONTAINERS =
      Set.of(
          "div",
          "section",
          "article",
          "main",
          "details",
          "summary",
          "figure",
          "header",
          "footer",
          "center",
          "span",
          "body",
          "rustdoc-toolbar");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final String LANGUAGE = "language-";

  /// What became of a heading: it may begin a section.
  interface Listener {
    void heading(Element heading);

    void block(String markdown);
  }

  private BlockReader() {}

  /// The blocks of `container`; headings become paragraphs in bold.
  static List<String> blocks(Element container) {
    var blocks = new ArrayList<String>();
    read(
        container,
        new Listener() {
          @Override
          public void heading(Element heading) {
            block("**" + Markdown.inline(heading) + "**");
          }

          @Override
          public void block(String markdown) {
            blocks.add(markdown);
          }
        });
    return blocks;
  }

  /// Reports headings and blocks of `container` in their order.
  static void read(Element container, Listener listener) {
    var loose = new StringBuilder();
    for (Node node : container.childNodes()) {
      if (node instanceof TextNode text) {
        loose.append(text.getWholeText());
      } else if (node instanceof Element element && !Markdown.isDropped(element)) {
        if (isInline(element)) {
          var holder = new Element("span");
          holder.appendChild(element.clone());
          loose.append(' ').append(Markdown.inline(holder)).append(' ');
        } else {
          flush(loose, listener);
          block(element, listener);
        }
      }
    }
    flush(loose, listener);
  }

  private static void flush(StringBuilder loose, Listener listener) {
    String text = Markdown.collapsed(loose.toString()).replaceAll(" ([.,;:!?)])", "$1");
    loose.setLength(0);
    if (!text.isEmpty()) {
      listener.block(text);
    }
  }

  private static boolean isInline(Element element) {
    return !element.isBlock()
        && !element.nameIs("details")
        && !element.nameIs("summary")
        && element.selectFirst("pre, p, ul, ol, table, h1, h2, h3, h4, h5, h6") == null;
  }

  private static void block(Element element, Listener listener) {
    String name = element.normalName();
    if (HEADINGS.contains(name)) {
      listener.heading(element);
      return;
    }
    String markdown =
        switch (name) {
          case "pre" -> code(element);
          case "ul", "ol" -> Markdown.list(element, BlockReader::blocks);
          case "table" -> Markdown.table(element);
          case "blockquote" -> Markdown.quoted(blocks(element));
          case "dl" -> definitions(element);
          case "p", "dt", "dd", "figcaption" -> Markdown.inline(element);
          default -> "";
        };
    if (!markdown.isBlank()) {
      listener.block(markdown);
    } else if (CONTAINERS.contains(name)) {
      read(element, listener);
    }
  }

  private static String definitions(Element list) {
    var lines = new ArrayList<String>();
    for (Element item : list.children()) {
      String text = String.join(" ", blocks(item));
      if (!text.isBlank()) {
        lines.add((item.nameIs("dt") ? "- " : "  ") + text);
      }
    }
    return String.join("\n", lines);
  }

  /// mdBook and rustdoc mark code in different ways; both say what a Rust block is for.
  private static String code(Element pre) {
    Element copy = pre.clone();
    copy.select(".boring").remove();
    String source = copy.wholeText();
    return source.isBlank() ? "" : Markdown.code(labels(pre), source);
  }

  private static String labels(Element pre) {
    Set<String> names = new TreeSet<>(pre.classNames());
    Element code = pre.selectFirst("> code");
    if (code != null) {
      names.addAll(code.classNames());
    }
    Element wrap = pre.parent();
    if (wrap != null && wrap.hasClass("example-wrap")) {
      names.addAll(wrap.classNames());
    }
    if (names.contains("rust") || names.contains(LANGUAGE + "rust")) {
      String codes =
          names.stream()
              .filter(label -> label.matches("E\\d{4}"))
              .reduce("", (all, label) -> all + "," + label);
      boolean fails = names.contains("compile_fail") || names.contains("does_not_compile");
      return "rust" + (fails ? ",compile_fail" : "") + codes;
    }
    return names.stream()
        .filter(label -> label.startsWith(LANGUAGE))
        .map(label -> label.substring(LANGUAGE.length()))
        .filter(label -> label.matches("[a-z0-9+-]{1,12}"))
        .findFirst()
        .orElse("");
  }
}
