package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Boxes the values where a type is made whose recursive parts are put in a `Box`: `Cons(1,
/// Box::new(Nil))` for `Cons(1, Nil)`, and inside of `Some` where the part is an `Option`.
final class BoxedConstruction {
  private final Site site;
  private final Edits edits;
  private int count;

  BoxedConstruction(Site site, Edits edits) {
    this.site = site;
    this.edits = edits;
  }

  /// Boxes all values of the parts `uses` of `item`, and tells how many there are.
  int box(SyntaxNode item, List<SyntaxNode> uses) {
    if (item.is("enum_item")) {
      for (SyntaxNode variant : Named.variants(item)) {
        variant.child("body").ifPresent(body -> owner(Named.name(variant), body, uses));
      }
    } else {
      item.child("body").ifPresent(body -> owner(Declarations.name(item), body, uses));
    }
    return count;
  }

  /// `body` is the list of the fields of what is made by the name `maker`.
  private void owner(String maker, SyntaxNode body, List<SyntaxNode> uses) {
    if (body.is("ordered_field_declaration_list")) {
      Map<Integer, Boolean> boxed = new LinkedHashMap<>();
      List<SyntaxNode> types = body.namedChildren().stream().filter(Nodes::isType).toList();
      for (int i = 0; i < types.size(); i++) {
        int index = i;
        isOptional(types.get(i), uses).ifPresent(optional -> boxed.put(index, optional));
      }
      calls(maker, boxed);
    } else {
      Map<String, Boolean> boxed = new LinkedHashMap<>();
      for (SyntaxNode field : body.namedChildren()) {
        field
            .child("type")
            .flatMap(type -> isOptional(type, uses))
            .ifPresent(optional -> boxed.put(Declarations.name(field), optional));
      }
      literals(maker, boxed);
    }
  }

  /// Whether the part is held in an `Option`; empty when it is none of the parts, or held in
  /// something else.
  private static Optional<Boolean> isOptional(SyntaxNode type, List<SyntaxNode> uses) {
    if (uses.contains(type)) {
      return Optional.of(false);
    }
    boolean option =
        type.text().startsWith("Option<")
            && type.child("type_arguments")
                .filter(arguments -> uses.contains(arguments.namedChildren().getFirst()))
                .isPresent();
    return option ? Optional.of(true) : Optional.empty();
  }

  private void calls(String maker, Map<Integer, Boolean> boxed) {
    if (boxed.isEmpty()) {
      return;
    }
    for (Place call :
        site.crate()
            .nodes(node ->
                node.is("call_expression")
                    && node.child("function")
                        .filter(f -> Callee.nameOf(f).equals(maker))
                        .isPresent())) {
      List<SyntaxNode> arguments = Nodes.arguments(call.node());
      boxed.forEach((index, optional) -> {
        if (index < arguments.size()) {
          value(call, arguments.get(index), optional);
        }
      });
    }
  }

  private void literals(String maker, Map<String, Boolean> boxed) {
    if (boxed.isEmpty()) {
      return;
    }
    for (Place field : site.crate().nodes(node -> node.is("field_initializer"))) {
      boolean own =
          Nodes.above(field.node(), "struct_expression")
              .flatMap(made -> made.child("name"))
              .filter(name -> name.text().matches("(.*::)?" + maker + "|Self"))
              .isPresent();
      String name =
          field
              .node()
              .child("field")
              .or(() -> field.node().child("name"))
              .map(SyntaxNode::text)
              .orElse("");
      Boolean optional = boxed.get(name);
      if (own && optional != null) {
        field.node().child("value").ifPresent(value -> value(field, value, optional));
      }
    }
  }

  private void value(Place place, SyntaxNode value, boolean optional) {
    boolean made = value.text().startsWith("Box::new(");
    if (!optional) {
      if (!made) {
        edits.insert(place.file(), value.range().start(), "Box::new(");
        edits.insert(place.file(), value.range().end(), ")");
        count++;
      }
    } else if (value.text().startsWith("Some(") && Nodes.arguments(value).size() == 1) {
      value(place, Nodes.arguments(value).getFirst(), /* optional= */ false);
    } else if (value.is("identifier") && !value.text().equals("None")) {
      edits.insert(place.file(), value.range().end(), ".map(Box::new)");
      count++;
    }
  }
}
