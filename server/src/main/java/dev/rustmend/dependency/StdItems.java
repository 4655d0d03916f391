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

/// The items of the standard library, from the page `all.html` of the toolchain's documentation,
/// which links every one: `<a href="cell/struct.Cell.html">cell::Cell</a>`. Unstable ones are among
/// them.
final class StdItems {
  private static final Pattern LINK =
      Pattern.compile("<a href=\"((?:\\w+/)*)(\\w+)\\.(\\w+)\\.html\">");

  private StdItems() {}

  /// The items by the documentation's folder `share/doc/rust/html`; empty when it has no such page.
  static Optional<KnownCrate> in(Path html) {
    Path page = html.resolve("std").resolve("all.html");
    if (!Files.isRegularFile(page)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new KnownCrate("std", items(Files.readString(page))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Set<PublicItem> items(String page) {
    var items = new LinkedHashSet<PublicItem>();
    LINK.matcher(page)
        .results()
        .forEach(link ->
            kind(link.group(2)).ifPresent(kind -> {
              String module = module(link);
              modules(module, items);
              items.add(new PublicItem(kind, module + "::" + link.group(3), List.of()));
            }));
    return items;
  }

  private static String module(MatchResult link) {
    return ("std/" + link.group(1)).replaceAll("/$", "").replace("/", "::");
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
