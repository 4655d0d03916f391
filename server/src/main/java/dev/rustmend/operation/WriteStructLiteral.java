package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Builds a struct with the syntax that it was declared with: `Ticket(14, 'C')` becomes `Ticket {
/// seat: 14, row: 'C' }`, and a literal that names an enum or a module becomes one of the variant
/// or struct inside of it that has these fields.
final class WriteStructLiteral implements Operation {
  @Override
  public String name() {
    return "write-struct-literal";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> literal = site.enclosing("struct_expression", "struct_pattern");
    boolean named =
        literal.isPresent()
            && literal.get().children().getFirst().range().encloses(site.primary().range());
    if (named) {
      return inside(site, literal.get());
    }
    return site.enclosing("call_expression").map(call -> braces(site, call)).orElse(List.of());
  }

  /// `T(a, b)` for a struct, or variant, with as many named fields.
  private static List<Proposal> braces(Site site, SyntaxNode call) {
    Optional<SyntaxNode> function = call.child("function");
    if (function.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> arguments = Nodes.arguments(call);
    String name = function.get().text().replaceAll(".*::", "");
    return owners(site, name).stream()
        .map(Named::fields)
        .filter(fields -> !fields.isEmpty() && fields.size() == arguments.size())
        .limit(2)
        .flatMap(fields ->
            site
                .edits()
                .replace(call, literal(function.get().text(), fields, arguments))
                .patch()
                .stream())
        .map(patch -> Proposal.of("Name the fields of `%s`".formatted(name), patch))
        .toList();
  }

  private static String literal(String path, List<SyntaxNode> fields, List<SyntaxNode> arguments) {
    List<String> parts =
        IntStream.range(0, fields.size())
            .mapToObj(i -> {
              String field = Named.name(fields.get(i));
              String value = arguments.get(i).text();
              return field.equals(value) ? field : field + ": " + value;
            })
            .toList();
    return path + " { " + String.join(", ", parts) + " }";
  }

  private static List<SyntaxNode> owners(Site site, String name) {
    var owners = new ArrayList<SyntaxNode>();
    site.crate().types(name).forEach(item -> owners.add(item.node()));
    site.crate().items().stream()
        .flatMap(item -> Named.variants(item.node()).stream())
        .filter(variant -> Named.name(variant).equals(name))
        .forEach(owners::add);
    return owners;
  }

  /// The variants of the enum, or structs of the module, whose fields the literal gives.
  private static List<Proposal> inside(Site site, SyntaxNode literal) {
    String name = site.primary().text().replaceAll(".*::", "");
    Set<String> given = given(literal);
    var proposals = new ArrayList<Proposal>();
    for (CrateFiles.Item item : site.crate().definitions(name)) {
      List<SyntaxNode> parts =
          item.node().is("mod_item")
              ? item.node().child("body").map(SyntaxNode::namedChildren).orElse(List.of())
              : Named.variants(item.node());
      for (SyntaxNode part : parts) {
        Set<String> fields = new TreeSet<>(Named.fields(part).stream().map(Named::name).toList());
        if (!fields.isEmpty() && fields.equals(given)) {
          String path = "::" + Named.name(part);
          site.edits()
              .insert(site.primary().range().end(), path)
              .patch()
              .map(patch ->
                  Proposal.of("Write `%s%s`".formatted(site.primary().text(), path), patch))
              .ifPresent(proposals::add);
        }
      }
    }
    return proposals.stream().limit(4).toList();
  }

  private static Set<String> given(SyntaxNode literal) {
    var given = new TreeSet<String>();
    literal
        .descendants()
        .filter(node ->
            node.is("shorthand_field_initializer")
                || node.is("shorthand_field_identifier")
                || (node.is("field_identifier")
                    && node.parent()
                        .filter(p -> p.is("field_initializer") || p.is("field_pattern"))
                        .isPresent()))
        .forEach(node -> given.add(node.text()));
    return given;
  }
}
