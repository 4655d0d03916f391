package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.RustItem;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files of the crate that one file belongs to, found by following its `mod` declarations from
/// the crate's root, with their trees and items.
public final class CrateFiles {
  private final Map<Path, RustTree> trees;
  private final AtomicReference<@Nullable List<Item>> items = new AtomicReference<>();
  private final AtomicReference<@Nullable Map<String, List<Item>>> byName = new AtomicReference<>();
  private final AtomicReference<@Nullable Map<String, List<Item>>> implsByType =
      new AtomicReference<>();
  private final AtomicReference<@Nullable List<Item>> free = new AtomicReference<>();
  private final AtomicReference<@Nullable Modules> modules = new AtomicReference<>();

  private CrateFiles(Map<Path, RustTree> trees) {
    this.trees = trees;
  }

  /// An item with the file it stands in.
  public record Item(Path file, RustItem item) {
    public SyntaxNode node() {
      return item.node();
    }

    /// Whether `name` is its own name.
    public boolean isCalled(String name) {
      return item.name().equals(name);
    }
  }

  static CrateFiles around(Path file, Snapshot snapshot, Trees cache) {
    var found = new LinkedHashMap<Path, RustTree>();
    for (Path root : roots(file, snapshot)) {
      found.clear();
      follow(root, root.resolveSibling(""), snapshot, cache, found);
      if (found.containsKey(file)) {
        return new CrateFiles(found);
      }
    }
    found.clear();
    snapshot.read(file).flatMap(cache::of).ifPresent(tree -> found.put(file, tree));
    return new CrateFiles(found);
  }

  /// The trees by file, the root of the crate first.
  public Map<Path, RustTree> trees() {
    return trees;
  }

  /// The file of the crate's root.
  public Optional<Path> root() {
    return trees.keySet().stream().findFirst();
  }

  public List<Item> items() {
    List<Item> known = items.get();
    if (known == null) {
      known =
          trees.entrySet().stream()
              .flatMap(entry ->
                  entry.getValue().items().stream().map(item -> new Item(entry.getKey(), item)))
              .toList();
      items.set(known);
    }
    return known;
  }

  /// The items with this name, imports left out.
  public List<Item> definitions(String name) {
    Map<String, List<Item>> known = byName.get();
    if (known == null) {
      known =
          items().stream()
              .filter(item -> !item.item().kind().isImport())
              .collect(Collectors.groupingBy(item -> item.item().name()));
      byName.set(known);
    }
    return known.getOrDefault(name, List.of());
  }

  /// The items that stand in a module or a block, see [Modules#isFree].
  List<Item> free() {
    List<Item> known = free.get();
    if (known == null) {
      known = items().stream().filter(Modules::isFree).toList();
      free.set(known);
    }
    return known;
  }

  /// The crate's tree of modules.
  Modules modules() {
    Modules known = modules.get();
    if (known == null) {
      known = new Modules(this);
      modules.set(known);
    }
    return known;
  }

  /// The structs, enums and unions with this name.
  public List<Item> types(String name) {
    return definitions(name).stream()
        .filter(item ->
            switch (item.item().kind()) {
              case STRUCT, ENUM, UNION -> true;
              case FUNCTION,
                  IMPL,
                  TRAIT,
                  MODULE,
                  CONST,
                  STATIC,
                  TYPE,
                  MACRO,
                  USE,
                  EXTERN_CRATE,
                  EXTERN_BLOCK ->
                  false;
            })
        .toList();
  }

  /// The impls, inherent or of a trait, whose type's name is `type`, generics left out.
  public List<Item> impls(String type) {
    Map<String, List<Item>> known = implsByType.get();
    if (known == null) {
      known =
          items().stream()
              .filter(item -> item.item().kind() == ItemKind.IMPL)
              .filter(item -> item.node().child("type").isPresent())
              .collect(
                  Collectors.groupingBy(
                      item -> item.node().child("type").map(CrateFiles::baseName).orElse("")));
      implsByType.set(known);
    }
    return known.getOrDefault(type, List.of());
  }

  /// How often `name` stands in the crate for a variable, a function, a method or a field.
  int mentions(String name) {
    return trees.values().stream().mapToInt(tree -> tree.mentions(name)).sum();
  }

  /// Every node of the crate that fits.
  public List<Place> nodes(Predicate<SyntaxNode> fits) {
    return trees.entrySet().stream().flatMap(entry -> places(entry, fits)).toList();
  }

  /// Every node that fits in the files that have the text `mentioned`: a look at the text of a file
  /// is much cheaper than one at its nodes.
  public List<Place> nodes(String mentioned, Predicate<SyntaxNode> fits) {
    return trees.entrySet().stream()
        .filter(entry -> entry.getValue().source().string().contains(mentioned))
        .flatMap(entry -> places(entry, fits))
        .toList();
  }

  private static Stream<Place> places(Map.Entry<Path, RustTree> entry, Predicate<SyntaxNode> fits) {
    return entry
        .getValue()
        .root()
        .descendants()
        .filter(fits)
        .map(node -> Place.of(entry.getKey(), node));
  }

  /// The name of a type without its path, generics and references: `Foo` of `&a::Foo<T>`.
  public static String baseName(SyntaxNode type) {
    return type.text()
        .replaceAll("(?s)<.*", "")
        .replaceAll("^&\\s*('\\w+\\s+)?(mut\\s+)?", "")
        .replaceAll(".*::", "")
        .strip();
  }

  /// Where the crate's root may be: `src/lib.rs`, `src/main.rs` above the file, or the file itself.
  private static List<Path> roots(Path file, Snapshot snapshot) {
    var roots = new ArrayList<Path>();
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      for (String name : List.of("main.rs", "lib.rs")) {
        Path root = folder.resolve(name);
        if (snapshot.read(root).isPresent()) {
          roots.add(root);
        }
      }
      if (snapshot.read(folder.resolve("Cargo.toml")).isPresent()) {
        break;
      }
    }
    roots.remove(file);
    roots.addFirst(file);
    return roots.size() > 1 && !isRootName(file) ? reordered(roots) : roots;
  }

  private static List<Path> reordered(List<Path> roots) {
    var order = new ArrayList<>(roots.subList(1, roots.size()));
    order.add(roots.getFirst());
    return order;
  }

  private static boolean isRootName(Path file) {
    String name = file.getFileName().toString();
    return name.equals("main.rs") || name.equals("lib.rs");
  }

  private static void follow(
      Path file, Path folder, Snapshot snapshot, Trees cache, Map<Path, RustTree> found) {
    Optional<SourceText> text = snapshot.read(file);
    if (text.isEmpty() || found.containsKey(file)) {
      return;
    }
    Optional<RustTree> tree = cache.of(text.get());
    if (tree.isEmpty()) {
      return;
    }
    found.put(file, tree.get());
    for (SyntaxNode module : modules(tree.get())) {
      Path inside = folder;
      List<SyntaxNode> around =
          module.ancestors().filter(node -> node.is("mod_item")).toList().reversed();
      for (SyntaxNode outer : around) {
        inside = inside.resolve(name(outer));
      }
      String name = name(module);
      follow(inside.resolve(name + ".rs"), inside.resolve(name), snapshot, cache, found);
      follow(inside.resolve(name).resolve("mod.rs"), inside.resolve(name), snapshot, cache, found);
    }
  }

  private static List<SyntaxNode> modules(RustTree tree) {
    return tree.items().stream()
        .filter(item -> item.kind() == ItemKind.MODULE)
        .map(RustItem::node)
        .filter(node -> node.child("body").isEmpty())
        .toList();
  }

  private static String name(SyntaxNode module) {
    return module.child("name").map(SyntaxNode::text).orElse("").replaceFirst("^r#", "");
  }
}
