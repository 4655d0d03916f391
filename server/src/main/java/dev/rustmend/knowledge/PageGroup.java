package dev.rustmend.knowledge;

import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.documentation.DocumentationPage;
import dev.rustmend.search.Passage;
import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The pages of the documentation that are written into the index by one commit. A page stays in
/// its group as long as its path is the same, so that a page that has vanished is missed there.
record PageGroup(String source, List<DocumentationPage> pages) {
  /// With which the sources of groups begin.
  static final String PREFIX = "doc ";

  private static final String LIBRARY = "std";
  private static final int GROUPS_OF_LIBRARY = 64;
  private static final int GROUPS_OF_BOOK = 8;

  /// All groups, in the order of the pages: the books first, the library last.
  static List<PageGroup> of(List<DocumentationPage> pages) {
    Map<String, List<DocumentationPage>> groups = new LinkedHashMap<>();
    for (DocumentationPage page : pages) {
      groups.computeIfAbsent(source(page.path()), _ -> new ArrayList<>()).add(page);
    }
    return groups.entrySet().stream()
        .map(group -> new PageGroup(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  /// The source of the page at `path`.
  static String source(String path) {
    String shelf = shelf(path);
    int groups = shelf.equals(LIBRARY) ? GROUPS_OF_LIBRARY : GROUPS_OF_BOOK;
    return PREFIX + shelf + " " + Math.floorMod(path.hashCode(), groups);
  }

  /// The source of the passage `id` (`doc:book/…`).
  static String sourceOfPassage(String id) {
    return source(id.substring(id.indexOf(':') + 1).replaceFirst("[#~].*$", ""));
  }

  /// Whether the passage belongs to the standard library's pages.
  static boolean isLibrary(String id) {
    return id.startsWith("doc:" + LIBRARY + "/");
  }

  private static String shelf(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  /// Changes whenever one of the pages does, comes or goes.
  String fingerprint() {
    String all =
        pages.stream().map(DocumentationPage::fingerprint).collect(Collectors.joining("\n"));
    return SourceText.of(all).sha256();
  }

  /// The passages of its pages.
  List<Passage> read(DocumentationFolder folder) throws InterruptedException {
    var passages = new ArrayList<Passage>();
    for (DocumentationPage page : pages) {
      passages.addAll(folder.read(page));
    }
    return List.copyOf(passages);
  }
}
