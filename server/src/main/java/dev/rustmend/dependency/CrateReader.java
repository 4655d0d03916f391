package dev.rustmend.dependency;

import dev.rustmend.dependency.CrateModule.Declared;
import dev.rustmend.dependency.CrateModule.Import;
import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the modules of one crate from its files, by following `mod` from its root.
///
/// Facts about real crates that it relies on: many wrap their items into macros of their own that
/// only put a `cfg` on them (`cfg_rt! { pub mod task; }`), so the braces of a macro call are read
/// as items; `cfg_if!` has its items in the braces behind each condition. What is hidden from the
/// documentation is not meant for others.
final class CrateReader {
  /// More source than this is not read: a crate of that size is generated.
  private static final int MAX_BYTES = 8 << 20;

  private static final int MAX_DEPTH = 12;
  private static final Pattern PATH = Pattern.compile("path\\s*=\\s*\"([^\"]+)\"");
  private static final Pattern DERIVE = Pattern.compile("proc_macro_derive\\s*\\(\\s*(\\w+)");

  private final Path root;
  private final Function<Path, Optional<SourceText>> files;
  private final Function<SourceText, Optional<RustTree>> trees;
  private final Set<Path> seen = new HashSet<>();
  private int bytes;

  /// `files` reads a file, and is never asked for one outside of `root`, the package's folder.
  private CrateReader(
      Path root,
      Function<Path, Optional<SourceText>> files,
      Function<SourceText, Optional<RustTree>> trees) {
    this.root = root;
    this.files = files;
    this.trees = trees;
  }

  /// The root module of the crate whose first file is `library`.
  static CrateModule read(Path root, Path library, Function<Path, Optional<SourceText>> files) {
    return read(root, library, files, RustTree::parse);
  }

  /// The same with `trees` in place of a parser, for files whose trees others need as well.
  static CrateModule read(
      Path root,
      Path library,
      Function<Path, Optional<SourceText>> files,
      Function<SourceText, Optional<RustTree>> trees) {
    var reader = new CrateReader(root, files, trees);
    return reader
        .file(library, library.resolveSibling(""), List.of())
        .orElseGet(CrateModule::empty);
  }

  /// A module while its items are gathered. `folder` is where the files of its modules are,
  /// `beside` where its own file is.
  private record Gathered(
      List<String> path,
      Path folder,
      Path beside,
      List<Declared> items,
      List<Import> imports,
      Map<String, CrateModule> children) {
    Gathered(List<String> path, Path folder, Path beside) {
      this(path, folder, beside, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    }

    CrateModule module() {
      return new CrateModule(path, items, imports, children);
    }
  }

  private Optional<CrateModule> file(Path file, Path folder, List<String> path) {
    Path normal = file.normalize();
    if (!normal.startsWith(root) || path.size() > MAX_DEPTH || !seen.add(normal)) {
      return Optional.empty();
    }
    Optional<SourceText> text = bytes > MAX_BYTES ? Optional.empty() : files.apply(normal);
    return text.flatMap(trees)
        .map(tree -> {
          bytes += tree.source().length();
          var gathered = new Gathered(path, folder, normal.resolveSibling(""));
          items(tree.root(), gathered);
          return gathered.module();
        });
  }

  private void items(SyntaxNode owner, Gathered into) {
    var attributes = new StringBuilder();
    for (SyntaxNode node : owner.namedChildren()) {
      if (node.is("attribute_item")) {
        attributes.append(node.text()).append('\n');
        continue;
      }
      String above = attributes.toString();
      attributes.setLength(0);
      if (!isHidden(above)) {
        item(node, above, into);
      }
    }
  }

  private static boolean isHidden(String attributes) {
    String plain = attributes.replaceAll("\\s", "");
    return plain.contains("doc(hidden)") || plain.contains("cfg(test)");
  }

  private void item(SyntaxNode node, String attributes, Gathered into) {
    switch (node.kind()) {
      case "use_declaration" ->
          node.child("argument").ifPresent(tree -> imports(tree, List.of(), isOpen(node), into));
      case "mod_item" -> module(node, attributes, into);
      case "macro_definition" -> {
        boolean exported = attributes.contains("macro_export");
        into.items().add(new Declared(ItemKind.MACRO, name(node), exported, List.of()));
      }
      case "macro_invocation" -> macro(node, into);
      case "expression_statement" -> node.namedChildren().forEach(c -> item(c, attributes, into));
      case "foreign_mod_item" -> node.child("body").ifPresent(body -> items(body, into));
      default -> plain(node, attributes, into);
    }
  }

  private static void plain(SyntaxNode node, String attributes, Gathered into) {
    Optional<ItemKind> kind =
        Optional.ofNullable(
            switch (node.kind()) {
              case "function_item", "function_signature_item" -> ItemKind.FUNCTION;
              case "struct_item" -> ItemKind.STRUCT;
              case "union_item" -> ItemKind.UNION;
              case "enum_item" -> ItemKind.ENUM;
              case "trait_item" -> ItemKind.TRAIT;
              case "const_item" -> ItemKind.CONST;
              case "static_item" -> ItemKind.STATIC;
              case "type_item" -> ItemKind.TYPE;
              default -> null;
            });
    if (kind.isEmpty() || name(node).isEmpty()) {
      return;
    }
    Matcher derive = DERIVE.matcher(attributes);
    if (derive.find()) {
      into.items().add(new Declared(ItemKind.MACRO, derive.group(1), true, List.of()));
    } else if (attributes.contains("proc_macro")) {
      into.items().add(new Declared(ItemKind.MACRO, name(node), true, List.of()));
    } else {
      List<String> methods = kind.get() == ItemKind.TRAIT ? methods(node) : List.of();
      into.items().add(new Declared(kind.get(), name(node), isOpen(node), methods));
    }
  }

  private static List<String> methods(SyntaxNode trait) {
    return trait
        .child("body")
        .map(body ->
            body.namedChildren().stream()
                .filter(node -> node.is("function_item") || node.is("function_signature_item"))
                .map(CrateReader::name)
                .filter(name -> !name.startsWith("__"))
                .toList())
        .orElse(List.of());
  }

  private void module(SyntaxNode node, String attributes, Gathered into) {
    String name = name(node);
    var path = new ArrayList<>(into.path());
    path.add(name);
    Optional<SyntaxNode> body = node.child("body");
    Path inside = into.folder().resolve(name);
    Optional<CrateModule> content;
    if (body.isPresent()) {
      var inner = new Gathered(path, inside, inside);
      items(body.get(), inner);
      content = Optional.of(inner.module());
    } else {
      Matcher given = PATH.matcher(attributes);
      content =
          given.find()
              ? file(into.beside().resolve(given.group(1)), folderOf(into, given.group(1)), path)
              : file(into.folder().resolve(name + ".rs"), inside, path)
                  .or(() -> file(inside.resolve("mod.rs"), inside, path));
    }
    content.ifPresent(module -> {
      into.items().add(new Declared(ItemKind.MODULE, name, isOpen(node), List.of()));
      into.children().putIfAbsent(name, module);
    });
  }

  /// A file that an attribute names is a `mod.rs`, whatever it is called.
  private static Path folderOf(Gathered module, String file) {
    return module.beside().resolve(file).resolveSibling("");
  }

  private void macro(SyntaxNode call, Gathered into) {
    Optional<SyntaxNode> tokens =
        call.namedChildren().stream().filter(child -> child.is("token_tree")).findFirst();
    if (tokens.isEmpty() || !tokens.get().text().startsWith("{")) {
      return;
    }
    String inner = inside(tokens.get());
    if (inner.stripLeading().startsWith("if ")) {
      tokens.get().namedChildren().stream()
          .filter(child -> child.is("token_tree") && child.text().startsWith("{"))
          .forEach(branch -> text(inside(branch), into));
    } else {
      text(inner, into);
    }
  }

  private void text(String items, Gathered into) {
    RustTree.parse(SourceText.of(items)).ifPresent(tree -> items(tree.root(), into));
  }

  private static String inside(SyntaxNode braces) {
    String text = braces.text();
    return text.length() < 2 ? "" : text.substring(1, text.length() - 1);
  }

  private static void imports(SyntaxNode tree, List<String> prefix, boolean open, Gathered into) {
    switch (tree.kind()) {
      case "use_list" -> tree.namedChildren().forEach(each -> imports(each, prefix, open, into));
      case "scoped_use_list" -> {
        List<String> longer = joined(prefix, tree.child("path"));
        tree.child("list").ifPresent(list -> imports(list, longer, open, into));
      }
      case "use_wildcard" -> {
        Optional<SyntaxNode> path = tree.namedChildren().stream().findFirst();
        into.imports().add(new Import(joined(prefix, path), CrateModule.ALL, open));
      }
      case "use_as_clause" -> {
        String alias = tree.child("alias").map(SyntaxNode::text).orElse("_");
        if (!alias.equals("_")) {
          into.imports().add(new Import(joined(prefix, tree.child("path")), bare(alias), open));
        }
      }
      default -> {
        List<String> path = joined(prefix, Optional.of(tree));
        if (!path.isEmpty()) {
          into.imports().add(new Import(path, path.getLast(), open));
        }
      }
    }
  }

  /// `self` at the end of a list means what the list is behind.
  private static List<String> joined(List<String> prefix, Optional<SyntaxNode> path) {
    var names = new ArrayList<>(prefix);
    path.ifPresent(node -> {
      for (String segment : segments(node.text())) {
        if (!segment.equals("self") || names.isEmpty()) {
          names.add(segment);
        }
      }
    });
    return names;
  }

  private static List<String> segments(String path) {
    return Pattern.compile("::")
        .splitAsStream(path.replaceAll("\\s", ""))
        .filter(segment -> !segment.isEmpty())
        .map(CrateReader::bare)
        .toList();
  }

  private static String name(SyntaxNode node) {
    return node.child("name").map(SyntaxNode::text).map(CrateReader::bare).orElse("");
  }

  private static String bare(String name) {
    return name.startsWith("r#") ? name.substring(2) : name;
  }

  private static boolean isOpen(SyntaxNode node) {
    return node.children().stream()
        .anyMatch(child -> child.is("visibility_modifier") && child.text().equals("pub"));
  }
}
