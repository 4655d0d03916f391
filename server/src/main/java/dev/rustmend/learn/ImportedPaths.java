package dev.rustmend.learn;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the `use` declarations of a file bring into scope, one path for each name, whatever way the
/// declarations are grouped: `use a::{b, c as d};` is `a::b` and `a::c as d`.
final class ImportedPaths {
  private ImportedPaths() {}

  /// The paths of the declarations directly in `node` (a file, a module), each with what stands
  /// before `use`, such as `pub `.
  static Set<String> of(SyntaxNode node) {
    var paths = new TreeSet<String>();
    for (SyntaxNode child : node.children()) {
      if (child.is("use_declaration")) {
        child
            .child("argument")
            .ifPresent(tree -> {
              String before =
                  child.children().getFirst().is("visibility_modifier")
                      ? child.children().getFirst().text() + " "
                      : "";
              expand("", tree).forEach(path -> paths.add(before + path));
            });
      }
    }
    return paths;
  }

  private static List<String> expand(String prefix, SyntaxNode tree) {
    return switch (tree.kind()) {
      case "scoped_use_list" -> {
        String path = tree.child("path").map(SyntaxNode::text).orElse("");
        yield tree.child("list").map(list -> each(joined(prefix, path), list)).orElse(List.of());
      }
      case "use_list" -> each(prefix, tree);
      default ->
          tree.text().equals("self") && !prefix.isEmpty()
              ? List.of(prefix)
              : List.of(joined(prefix, tree.text()));
    };
  }

  private static List<String> each(String prefix, SyntaxNode list) {
    var paths = new ArrayList<String>();
    list.namedChildren().forEach(child -> paths.addAll(expand(prefix, child)));
    return paths;
  }

  private static String joined(String prefix, String path) {
    return prefix.isEmpty() ? path : path.isEmpty() ? prefix : prefix + "::" + path;
  }
}
