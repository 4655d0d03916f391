package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The crate's tree of modules: in which module something stands, how it is called from elsewhere,
/// and what must be made visible for that.
///
/// Rust facts it relies on: what has no `pub` is visible in the module that it stands in and in all
/// modules inside of it; items of a block are named from inside the block alone.
final class Modules {
  private static final String CRATE = "pub(crate)";

  private final CrateFiles crate;

  /// The declarations of the crate's modules by the path of each.
  private final Map<List<String>, CrateFiles.Item> declared = new HashMap<>();

  /// The module that each file of the crate is.
  private final Map<Path, List<String>> files = new HashMap<>();

  Modules(CrateFiles crate) {
    this.crate = crate;
    crate.trees().keySet().forEach(file -> files.put(file, module(file)));
    crate.items().stream()
        .filter(item -> item.item().kind() == ItemKind.MODULE)
        .forEach(item -> {
          var own = new ArrayList<>(path(item));
          own.add(Named.name(item.node()));
          declared.putIfAbsent(List.copyOf(own), item);
        });
  }

  /// The names of the modules around `node`, from the crate's root inwards.
  List<String> path(Path file, SyntaxNode node) {
    var names = new ArrayList<>(fileModule(file));
    List<SyntaxNode> around =
        node.ancestors().filter(outer -> outer.is("mod_item")).toList().reversed();
    around.forEach(outer -> names.add(Named.name(outer)));
    return names;
  }

  List<String> path(CrateFiles.Item item) {
    return path(item.file(), item.node());
  }

  /// The module that a file is.
  private List<String> fileModule(Path file) {
    List<String> known = files.get(file);
    return known != null ? known : module(file);
  }

  private List<String> module(Path file) {
    Optional<Path> root = crate.root();
    Path folder = root.map(Path::getParent).orElse(null);
    if (root.filter(file::equals).isPresent() || folder == null || !file.startsWith(folder)) {
      return List.of();
    }
    var names = new ArrayList<String>();
    for (Path part : folder.relativize(file)) {
      names.add(part.toString().replaceFirst("\\.rs$", ""));
    }
    if (!names.isEmpty() && names.getLast().equals("mod")) {
      names.removeLast();
    }
    return names;
  }

  /// Whether the item stands in a module or a block, not in an impl, a trait or an `extern` block.
  static boolean isFree(CrateFiles.Item item) {
    return Nodes.above(
            item.node(), "impl_item", "trait_item", "foreign_mod_item", "block", "mod_item")
        .filter(outer ->
            outer.is("impl_item") || outer.is("trait_item") || outer.is("foreign_mod_item"))
        .isEmpty();
  }

  /// How `item` is called from `place`; empty where it can not be named from there.
  Optional<String> route(Place place, CrateFiles.Item item) {
    String name = Named.name(item.node());
    Optional<SyntaxNode> block = block(item.node());
    List<String> to = path(item);
    List<String> from = path(place.file(), place.node());
    if (block.isPresent()) {
      return local(place, item, block.get(), name);
    }
    if (starts(to, from)) {
      boolean alone = to.size() == from.size();
      return Optional.of(joined(alone ? List.of() : to.subList(from.size(), to.size()), name));
    }
    return Optional.of("crate::" + joined(to, name));
  }

  private Optional<String> local(Place place, CrateFiles.Item item, SyntaxNode block, String name) {
    boolean inside = place.file().equals(item.file()) && block.range().encloses(place.range());
    if (!inside) {
      return Optional.empty();
    }
    List<String> inBlock = modsBelow(item.node(), block);
    List<String> from = modsBelow(place.node(), block);
    int common = 0;
    while (common < Math.min(inBlock.size(), from.size())
        && inBlock.get(common).equals(from.get(common))) {
      common++;
    }
    if (common == 0 && !from.isEmpty()) {
      return Optional.empty();
    }
    String up = "super::".repeat(from.size() - common);
    return Optional.of(up + joined(inBlock.subList(common, inBlock.size()), name));
  }

  private static List<String> modsBelow(SyntaxNode node, SyntaxNode block) {
    return node.ancestors()
        .takeWhile(outer -> !(outer.is("block") && outer.range().equals(block.range())))
        .filter(outer -> outer.is("mod_item"))
        .map(Named::name)
        .toList()
        .reversed();
  }

  /// The block whose item, or item of whose modules, `node` is.
  private static Optional<SyntaxNode> block(SyntaxNode node) {
    return node.ancestors().filter(outer -> outer.is("block")).findFirst();
  }

  private static String joined(List<String> modules, String name) {
    return String.join("::", Stream.concat(modules.stream(), Stream.of(name)).toList());
  }

  static boolean starts(List<String> path, List<String> prefix) {
    return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
  }

  /// Whether what `node` declares, in the module `owner`, may be named from the module `from`.
  static boolean isVisible(SyntaxNode node, List<String> owner, List<String> from) {
    if (starts(from, owner)) {
      return true;
    }
    return node.children().stream()
        .filter(child -> child.is("visibility_modifier"))
        .findFirst()
        .map(child -> child.text().replaceAll("\\s", ""))
        .map(visibility ->
            switch (visibility) {
              case "pub", "pub(crate)", "crate" -> true;
              case "pub(super)" ->
                  !owner.isEmpty() && starts(from, owner.subList(0, owner.size() - 1));
              default -> false;
            })
        .orElse(false);
  }

  /// Puts into `edits` what makes `item`, and the modules around it, visible at `place`.
  void reveal(Edits edits, Place place, CrateFiles.Item item) {
    List<String> from = path(place.file(), place.node());
    Stream.concat(Stream.of(item), modulesAround(item).stream())
        .filter(each -> !isVisible(each.node(), path(each), from))
        .forEach(each -> widen(edits, each.file(), each.node(), CRATE));
  }

  /// Whether nothing needs to be made visible for `item` to be named at `place`.
  boolean isReachable(Place place, CrateFiles.Item item) {
    List<String> from = path(place.file(), place.node());
    return Stream.concat(Stream.of(item), modulesAround(item).stream())
        .allMatch(each -> isVisible(each.node(), path(each), from));
  }

  /// The declarations of the modules around `item`.
  private List<CrateFiles.Item> modulesAround(CrateFiles.Item item) {
    List<String> path = path(item);
    return IntStream.rangeClosed(1, path.size())
        .mapToObj(length -> declared.get(path.subList(0, length)))
        .filter(Objects::nonNull)
        .toList();
  }

  /// The items with this name that stand directly in the module `path`.
  List<CrateFiles.Item> inModule(List<String> path, String name) {
    return crate.definitions(name).stream()
        .filter(item -> isFree(item) && path(item).equals(path))
        .toList();
  }

  /// Makes what `node` declares visible: `word` is `pub` or `pub(crate)`.
  static void widen(Edits edits, Path file, SyntaxNode node, String word) {
    Optional<SyntaxNode> before =
        node.children().stream().filter(child -> child.is("visibility_modifier")).findFirst();
    if (before.isPresent()) {
      edits.replace(file, before.get().range(), word);
    } else {
      edits.insert(file, node.range().start(), word + " ");
    }
  }
}
