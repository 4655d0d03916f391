package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts a recursive part behind a pointer: every field that holds the type itself in a `Box`, and
/// with it the values that the program makes for it (E0072), the future of a recursive call in a
/// `Box::pin` (E0733), a recursive result in a `Box<dyn Trait>` (E0720).
final class BoxRecursion implements Operation {
  @Override
  public String name() {
    return "box-recursion";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return switch (site.diagnostic().codeText()) {
      case "E0072" -> fields(site);
      case "E0733" -> site.enclosing("function_item").map(f -> future(site, f)).orElse(List.of());
      case "E0720" -> site.enclosing("function_item").map(f -> result(site, f)).orElse(List.of());
      default -> List.of();
    };
  }

  private static List<Proposal> fields(Site site) {
    Optional<SyntaxNode> item = site.enclosing("struct_item", "enum_item", "union_item");
    if (item.isEmpty()) {
      return List.of();
    }
    String name = Declarations.name(item.get());
    Edits edits = site.edits();
    List<SyntaxNode> uses =
        item.get().child("body").stream()
            .flatMap(SyntaxNode::descendants)
            .filter(node ->
                node.is("type_identifier")
                    && (node.text().equals(name) || node.text().equals("Self")))
            .map(BoxRecursion::whole)
            .filter(BoxRecursion::isStoredInline)
            .toList();
    uses.forEach(use -> edits.wrap(use.range(), "Box<", ">"));
    String title = "Put the recursive parts of `%s` in a `Box`".formatted(name);
    var found = new ArrayList<>(Declarations.one(title, edits));
    Edits throughout = site.edits();
    uses.forEach(use -> throughout.wrap(use.range(), "Box<", ">"));
    if (new BoxedConstruction(site, throughout).box(item.get(), uses) > 0) {
      found.addAll(Declarations.one(title + " wherever one is made", throughout));
    }
    return found;
  }

  /// `Tree<T>` of the name `Tree`.
  private static SyntaxNode whole(SyntaxNode name) {
    return name.parent()
        .filter(up -> up.is("generic_type") && up.range().start() == name.range().start())
        .orElse(name);
  }

  private static boolean isStoredInline(SyntaxNode use) {
    return use.ancestors()
        .takeWhile(
            up -> !up.is("field_declaration_list") && !up.is("ordered_field_declaration_list"))
        .allMatch(up ->
            !up.is("reference_type")
                && !up.is("pointer_type")
                && !up.is("function_type")
                && (!up.is("generic_type")
                    || up.text()
                        .matches("(?s)(\\w+::)*(Option|Result|Cell|RefCell|Mutex|RwLock)<.*")));
  }

  private static List<Proposal> future(Site site, SyntaxNode function) {
    String name = Declarations.name(function);
    Edits edits = site.edits();
    function.child("body").stream()
        .flatMap(SyntaxNode::descendants)
        .filter(node -> node.is("await_expression"))
        .flatMap(node -> node.namedChildren().stream().limit(1))
        .filter(call -> call.is("call_expression"))
        .filter(call -> called(call).equals(name))
        .forEach(call -> edits.wrap(call.range(), "Box::pin(", ")"));
    return Declarations.one("Box the future of the recursive call of `%s`".formatted(name), edits);
  }

  private static String called(SyntaxNode call) {
    return call.child("function")
        .map(f -> f.child("field").map(SyntaxNode::text).orElseGet(() -> CrateFiles.baseName(f)))
        .orElse("");
  }

  private static List<Proposal> result(Site site, SyntaxNode function) {
    Optional<SyntaxNode> type = function.child("return_type");
    Optional<SyntaxNode> body = function.child("body");
    if (type.filter(t -> t.text().startsWith("impl ")).isEmpty() || body.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    edits.replace(type.get(), "Box<dyn " + type.get().text().substring(5).strip() + ">");
    var values = new ArrayList<SyntaxNode>();
    List<SyntaxNode> parts = body.get().namedChildren();
    if (!parts.isEmpty() && Nodes.isExpression(parts.getLast())) {
      values.add(parts.getLast());
    }
    body.get()
        .descendants()
        .filter(node -> node.is("return_expression"))
        .flatMap(node -> node.namedChildren().stream().limit(1))
        .forEach(values::add);
    values.forEach(value -> edits.wrap(value.range(), "Box::new(", ")"));
    return values.isEmpty() ? List.of() : Declarations.one("Return a boxed trait object", edits);
  }
}
