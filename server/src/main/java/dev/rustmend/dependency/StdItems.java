package dev.rustmend.dependency;

import dev.rustmend.operation.KnownCrate;
import dev.rustmend.operation.PublicItem;
import dev.rustmend.syntax.ItemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The items of the standard library, of `core` and of `alloc`, from the pages `all.html` of the
/// toolchain's documentation, which link every one: `<a
/// href="cell/struct.Cell.html">cell::Cell</a>`. Unstable ones are among them.
final class StdItems {
  private static final Pattern LINK =
      Pattern.compile("<a href=\"((?:\\w+/)*)(\\w+)\\.(\\w+)\\.html\">");

  private StdItems() {}

  /// The crates by the documentation's folder `share/doc/rust/html`, those that have such a page.
  static List<KnownCrate> in(Path html) {
    return Stream.of("std", "core", "alloc").flatMap(name -> crate(html, name).stream()).toList();
  }

  private static Optional<KnownCrate> crate(Path html, String name) {
    Path page = html.resolve(name).resolve("all.html");
    if (!Files.isRegularFile(page)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new KnownCrate(name, items(name, Files.readString(page))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Set<PublicItem> items(String crate, String page) {
    var items = new LinkedHashSet<PublicItem>();
    LINK.matcher(page)
        .results()
        .forEach(link ->
            kind(link.group(2))
                .ifPresent(kind -> {
                  String module = module(crate, link);
                  modules(module, items);
                  items.add(new PublicItem(kind, module + "::" + link.group(3), List.of()));
                }));
    return items;
  }

  private static String module(String crate, MatchResult link) {
    return (crate + "/" + link.group(1)).replaceAll("/$", "").replace("/", "::");
  }

  private static void modules(String path, Set<PublicItem> items) {
    for (int end = path.indexOf("::"); end >= 0; end = path.indexOf("::", end + 2)) {
      int next = path.indexOf("::", end + 2);
      String module = next < 0 ? path : path.substring(0, next);
      items.add(new PublicItem(ItemKind.MODULE, module, List.of()));
    }
  }

  private static Optional<ItemKind> kind(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "struct" -> ItemKind.STRUCT;
          case "enum" -> ItemKind.ENUM;
          case "union" -> ItemKind.UNION;
          case "trait", "traitalias" -> ItemKind.TRAIT;
          case "fn" -> ItemKind.FUNCTION;
          case "constant" -> ItemKind.CONST;
          case "static" -> ItemKind.STATIC;
          case "type" -> ItemKind.TYPE;
          case "macro" -> ItemKind.MACRO;
          default -> null;
        });
  }
}
