package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns a collection of a trait, `Vec<Shape>`, into one of boxed trait objects, `Vec<Box<dyn
/// Shape>>`, everywhere in the file, and boxes the elements it is built from.
///
/// Answers E0782: a bare trait is no type, and a trait object has no size of its own.
final class BoxTraitInCollection implements Operation {
  private static final Set<String> COLLECTIONS =
      Set.of("Vec", "VecDeque", "LinkedList", "HashMap", "BTreeMap", "Option");

  @Override
  public String name() {
    return "box-trait-in-collection";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    SyntaxNode trait = site.node();
    if (!holds(trait)) {
      return List.of();
    }
    String name = trait.text();
    Edits edits = site.edits();
    site.tree()
        .root()
        .descendants()
        .filter(node -> node.is(trait.kind()) && node.text().equals(name) && holds(node))
        .forEach(node -> {
          edits.replace(node, "Box<dyn " + name + ">");
          Nodes.above(node, "let_declaration", "block")
              .filter(up -> up.is("let_declaration"))
              .flatMap(let -> let.child("value"))
              .ifPresent(value -> box(value, edits));
        });
    return edits
        .patch()
        .map(patch -> List.of(Proposal.of("Keep `%s` in boxes, as `dyn`".formatted(name), patch)))
        .orElse(List.of());
  }

  /// Whether the type is what a collection holds.
  private static boolean holds(SyntaxNode type) {
    Optional<SyntaxNode> up = type.parent();
    boolean list = up.filter(node -> node.is("array_type") || node.is("slice_type")).isPresent();
    return list
        || up.filter(node -> node.is("type_arguments"))
            .flatMap(SyntaxNode::parent)
            .map(CrateFiles::baseName)
            .filter(COLLECTIONS::contains)
            .isPresent();
  }

  private static void box(SyntaxNode value, Edits edits) {
    if (value.is("array_expression")) {
      value.namedChildren().forEach(element -> wrap(element.range(), element.text(), edits));
    } else if (value.is("macro_invocation") && value.text().startsWith("vec!")) {
      SyntaxNode tokens = value.children().getLast();
      var element = new ArrayList<SyntaxNode>();
      for (SyntaxNode token : tokens.children()) {
        boolean edge = token.range().start() == tokens.range().start();
        boolean end = token.text().equals(",") || token.range().end() == tokens.range().end();
        if (end && !element.isEmpty()) {
          TextRange range =
              new TextRange(element.getFirst().range().start(), element.getLast().range().end());
          wrap(range, element.getFirst().text(), edits);
          element.clear();
        } else if (!edge && !end) {
          element.add(token);
        }
      }
    }
  }

  private static void wrap(TextRange range, String start, Edits edits) {
    if (!start.startsWith("Box")) {
      edits.wrap(range, "Box::new(", ")");
    }
  }
}
