package dev.rustmend.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Reads a page that rustdoc has made: what an item is for, cut at its headings, and one section
/// for each of its documented methods, variants and constants.
///
/// What an item gets from traits, from a blanket implementation or by dereferencing is told on
/// other pages.
final class LibraryPage {
  private static final int MOST_LINES = 30;
  private static final int MEMBER_LEVEL = 7;

  /// What belongs to the item itself; the ids are those of the lists' headings.
  private static final String MEMBERS =
      "#implementations-list, #required-methods + .methods, #provided-methods + .methods,"
          + " #required-associated-types + .methods, #provided-associated-types + .methods,"
          + " #required-associated-consts + .methods, #provided-associated-consts + .methods,"
          + " #required-methods-list, #provided-methods-list";

  private LibraryPage() {}

  static List<Section> sections(Document page, String path) {
    Element main = page.selectFirst("#main-content");
    if (main == null) {
      return List.of();
    }
    String title = title(page, path);
    var collector = new SectionCollector("", 0, title, List.of());
    declaration(main).ifPresent(collector::block);
    for (Element docs : main.select("> details.top-doc > .docblock, > .docblock")) {
      BlockReader.read(docs, collector);
    }
    var sections = new ArrayList<>(collector.sections());
    members(main, title, sections);
    variants(main, title, sections);
    return sections;
  }

  /// `std::vec::Vec`, with what it is: `Struct std::vec::Vec`.
  private static String title(Document page, String path) {
    String name = Markdown.collapsed(page.title()).replaceFirst(" - Rust$", "");
    int in = name.indexOf(" in ");
    String full = in > 0 ? name.substring(in + 4) + "::" + name.substring(0, in) : name;
    return "%s %s".formatted(kind(path), full).strip();
  }

  private static String kind(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (file.equals("index.html")) {
      return "Module";
    }
    String kind = file.substring(0, Math.max(0, file.indexOf('.')));
    return switch (kind) {
      case "struct" -> "Struct";
      case "enum" -> "Enum";
      case "trait" -> "Trait";
      case "fn" -> "Function";
      case "macro" -> "Macro";
      case "union" -> "Union";
      case "type" -> "Type";
      case "constant", "static" -> "Constant";
      case "attr", "derive" -> "Attribute";
      case "keyword" -> "Keyword";
      case "primitive" -> "Primitive type";
      default -> "";
    };
  }

  private static Optional<String> declaration(Element main) {
    Element declaration = main.selectFirst("> pre.item-decl");
    if (declaration == null) {
      return Optional.empty();
    }
    Element copy = declaration.clone();
    copy.select("summary, .src, a.anchor").remove();
    List<String> lines = copy.wholeText().strip().lines().toList();
    String shown = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
    return Optional.of(Markdown.code("rust", lines.size() > MOST_LINES ? shown + "\n// …" : shown));
  }

  private static void members(Element main, String owner, List<Section> sections) {
    for (Element toggle : main.select("details.method-toggle")) {
      Element signature = toggle.selectFirst("> summary > section[id]");
      Element docs = toggle.selectFirst("> .docblock");
      if (signature == null || docs == null || toggle.closest(MEMBERS) == null) {
        continue;
      }
      String id = signature.id();
      String name = id.substring(id.indexOf('.') + 1);
      Element header = signature.selectFirst(".code-header");
      String code = header == null ? name : Markdown.collapsed(header.wholeText());
      var blocks = new ArrayList<String>();
      blocks.add(Markdown.code("rust", code));
      blocks.addAll(BlockReader.blocks(docs));
      sections.add(
          new Section(id, 1, MEMBER_LEVEL, last(owner) + "::" + name, List.of(owner), blocks));
    }
  }

  private static void variants(Element main, String owner, List<Section> sections) {
    for (Element variant : main.select("section.variant[id]")) {
      Element docs = variant.nextElementSibling();
      if (docs != null && docs.hasClass("docblock")) {
        String name = variant.id().substring(variant.id().indexOf('.') + 1);
        sections.add(
            new Section(
                variant.id(),
                1,
                MEMBER_LEVEL,
                last(owner) + "::" + name,
                List.of(owner),
                BlockReader.blocks(docs)));
      }
    }
  }

  private static String last(String owner) {
    return owner.substring(Math.max(owner.lastIndexOf(' '), owner.lastIndexOf("::") + 1) + 1);
  }
}
