package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Marks a generic parameter that no field uses with a `PhantomData` field, and fills the field in
/// wherever the struct is built or taken apart.
///
/// Answers E0392. A lifetime is marked as `&'a ()`, or as `&'a T` where the struct points to `T`.
final class AddPhantomData implements Operation {
  private static final String PHANTOM = "std::marker::PhantomData";
  private static final int NEW_FIELD = 20;

  @Override
  public String name() {
    return "add-phantom-data";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter = RemoveGenericParameter.parameter(site);
    Optional<SyntaxNode> item = parameter.flatMap(p -> p.parent()).flatMap(list -> list.parent());
    if (item.filter(Declarations::isTypeItem).isEmpty()) {
      return List.of();
    }
    String type = PHANTOM + "<" + marked(item.orElseThrow(), parameter.orElseThrow()) + ">";
    Edits edits = site.edits();
    boolean done =
        item.get().is("struct_item")
            ? struct(site, item.get(), type, edits)
            : variant(item.get(), type, edits);
    String title =
        "Mark `%s` as used by `%s` with a `PhantomData`"
            .formatted(Declarations.name(parameter.get()), Declarations.name(item.get()));
    return done ? Declarations.one(title, edits, NEW_FIELD) : List.of();
  }

  private static String marked(SyntaxNode item, SyntaxNode parameter) {
    String name = Declarations.name(parameter);
    if (!parameter.is("lifetime_parameter")) {
      return name;
    }
    String pointee =
        item.descendants()
            .filter(node -> node.is("pointer_type"))
            .findFirst()
            .flatMap(node -> node.child("type"))
            .map(SyntaxNode::text)
            .orElse("()");
    return "&" + name + " " + pointee;
  }

  private static boolean struct(Site site, SyntaxNode item, String type, Edits edits) {
    String name = Declarations.name(item);
    Optional<SyntaxNode> body = item.child("body");
    if (body.isEmpty()) {
      int end =
          Declarations.childOf(item, "type_parameters")
              .map(list -> list.range().end())
              .orElseThrow();
      edits.insert(end, "(" + type + ")");
      unitUses(site, item, name, edits);
      return true;
    }
    List<SyntaxNode> children = body.get().namedChildren();
    if (body.get().is("ordered_field_declaration_list")) {
      insertLast(edits, site.file(), body.get(), children, type);
      tupleUses(site, name, edits);
      return true;
    }
    String field = fieldName(children);
    List<SyntaxNode> fields = children.stream().filter(c -> c.is("field_declaration")).toList();
    if (fields.isEmpty()) {
      edits.replace(
          body.get().range(),
          "{\n    "
              + Declarations.indent(item)
              + field
              + ": "
              + type
              + ",\n"
              + Declarations.indent(item)
              + "}");
    } else {
      addField(edits, body.get(), fields.getLast(), field + ": " + type);
    }
    literals(site, name, field, edits);
    return true;
  }

  private static String fieldName(List<SyntaxNode> fields) {
    return fields.stream().anyMatch(f -> Declarations.name(f).equals("_marker"))
        ? "_marker2"
        : "_marker";
  }

  private static void addField(Edits edits, SyntaxNode body, SyntaxNode last, String field) {
    boolean oneLine = !body.text().contains("\n");
    boolean comma =
        body.children().stream()
            .anyMatch(node -> node.is(",") && node.range().start() >= last.range().end());
    int end =
        body.children().stream()
            .filter(node -> node.is(",") && node.range().start() >= last.range().end())
            .findFirst()
            .orElse(last)
            .range()
            .end();
    String before = (comma ? "" : ",") + (oneLine ? " " : "\n" + Declarations.indent(last));
    edits.insert(end, before + field + (oneLine && !comma ? "" : ","));
  }

  private static void insertLast(
      Edits edits, Path file, SyntaxNode list, List<SyntaxNode> children, String text) {
    if (children.isEmpty()) {
      edits.insert(file, list.range().start() + 1, text);
    } else {
      edits.insert(file, children.getLast().range().end(), ", " + text);
    }
  }

  private static void unitUses(Site site, SyntaxNode item, String name, Edits edits) {
    for (Place place :
        site.crate()
            .nodes(node ->
                node.is("identifier")
                    && node.text().equals(name)
                    && !item.range().encloses(node.range())
                    && node.parent().filter(up -> up.is("scoped_identifier")).isEmpty())) {
      edits.insert(place.file(), place.range().end(), "(" + PHANTOM + ")");
    }
  }

  private static void tupleUses(Site site, String name, Edits edits) {
    for (Place place :
        site.crate().nodes(node -> node.is("call_expression") && calls(node, "function", name))) {
      SyntaxNode list = place.node().child("arguments").orElseThrow();
      insertLast(edits, place.file(), list, list.namedChildren(), PHANTOM);
    }
    for (Place place :
        site.crate().nodes(node -> node.is("tuple_struct_pattern") && calls(node, "type", name))) {
      SyntaxNode node = place.node();
      edits.insert(place.file(), node.namedChildren().getLast().range().end(), ", _");
    }
  }

  /// Whether the part of `node` names the struct, or is `Self` in one of its impls.
  static boolean calls(SyntaxNode node, String field, String name) {
    Optional<String> called = node.child(field).map(CrateFiles::baseName);
    if (called.filter("Self"::equals).isPresent()) {
      return Nodes.above(node, "impl_item")
          .flatMap(impl -> impl.child("type"))
          .map(CrateFiles::baseName)
          .filter(name::equals)
          .isPresent();
    }
    return called.filter(name::equals).isPresent();
  }

  private static void literals(Site site, String name, String field, Edits edits) {
    for (Place place :
        site.crate().nodes(node -> node.is("struct_expression") && calls(node, "name", name))) {
      SyntaxNode list = place.node().child("body").orElseThrow();
      List<SyntaxNode> parts = new ArrayList<>(list.namedChildren());
      boolean rest = parts.stream().anyMatch(part -> part.is("base_field_initializer"));
      if (parts.isEmpty()) {
        edits.replace(place.file(), list.range(), "{ " + field + ": " + PHANTOM + " }");
      } else if (!rest) {
        edits.insert(place.file(), parts.getLast().range().end(), ", " + field + ": " + PHANTOM);
      }
    }
    for (Place place :
        site.crate().nodes(node -> node.is("struct_pattern") && calls(node, "type", name))) {
      SyntaxNode node = place.node();
      boolean rest =
          node.children().stream().anyMatch(c -> c.is("..") || c.is("remaining_field_pattern"));
      if (!rest) {
        edits.insert(place.file(), node.namedChildren().getLast().range().end(), ", ..");
      }
    }
  }

  private static boolean variant(SyntaxNode item, String type, Edits edits) {
    List<SyntaxNode> variants =
        item.child("body").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
            .filter(node -> node.is("enum_variant"))
            .toList();
    Optional<SyntaxNode> tuple =
        variants.stream()
            .filter(v ->
                v.child("body").filter(b -> b.is("ordered_field_declaration_list")).isPresent())
            .findFirst();
    boolean unused =
        tuple.isPresent()
            && Declarations.named(item.tree().root(), Declarations.name(tuple.get())).size() == 1;
    if (!unused) {
      return false;
    }
    SyntaxNode body = tuple.get().child("body").orElseThrow();
    edits.insert(body.namedChildren().getLast().range().end(), ", " + type);
    return true;
  }
}
