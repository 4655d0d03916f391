package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Puts a type without a known size behind a reference or a box: `dyn Trait`, `str`, `[T]`.
///
/// rustc says ``the size for values of type `T` cannot be known at compilation time`` (E0277) of a
/// variable, parameter, field or argument, and E0746 of a result.
final class BoxUnsized implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile("the size for values of type `(.+)` cannot be known");

  @Override
  public String name() {
    return "box-unsized";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    var found = new ArrayList<Proposal>();
    if (site.diagnostic().codeText().equals("E0746")) {
      result(site, found);
    } else if (message.find()) {
      RustType type = RustType.of(message.group(1));
      declared(site, type, found);
      bound(site, found);
    }
    return found;
  }

  /// The written type at the place: of a parameter, a field, a `let`, an argument of a type.
  private static Optional<SyntaxNode> written(Site site) {
    SyntaxNode node = site.node();
    return Stream.concat(Stream.of(node), node.ancestors().limit(3))
        .flatMap(up -> Nodes.isType(up) ? Stream.of(up) : up.child("type").stream())
        .filter(type ->
            type.text().startsWith("dyn ")
                || type.text().equals("str")
                || type.text().startsWith("[")
                || Character.isUpperCase(type.text().charAt(0)))
        .findFirst();
  }

  private static void declared(Site site, RustType type, List<Proposal> found) {
    SyntaxNode node = site.node();
    Optional<SyntaxNode> written = written(site);
    boolean value = Nodes.isExpression(node) && !node.is("identifier");
    if (value || node.is("identifier")) {
      Optional<SyntaxNode> initial =
          Nodes.above(node, "let_declaration")
              .flatMap(let -> let.child("value"))
              .filter(init -> init.is("unary_expression") || init.is("index_expression"));
      initial.ifPresent(init ->
          site.edits()
              .insert(init.range().start(), "&")
              .patch()
              .ifPresent(patch -> found.add(Proposal.of("Borrow " + Value.name(init), patch))));
    }
    SyntaxNode list = written.orElse(node);
    if (list.is("generic_type")) {
      list.descendants()
          .filter(part -> part.is("dynamic_type"))
          .filter(part -> part.parent().filter(up -> up.is("type_arguments")).isPresent())
          .findFirst()
          .flatMap(part -> site.edits().wrap(part.range(), "Box<", ">").patch())
          .ifPresent(patch -> found.add(Proposal.of("Keep the trait objects in boxes", patch)));
      return;
    }
    if (written.isEmpty() || !sameType(written.get(), type)) {
      return;
    }
    String text = written.get().text();
    boolean plus = text.startsWith("dyn ") && text.contains("+");
    String shown = plus ? "(" + text + ")" : text;
    boolean parameter =
        Nodes.above(written.get(), "parameter", "block")
            .filter(up -> up.is("parameter"))
            .isPresent();
    if (parameter || !text.startsWith("dyn ")) {
      reference(site, written.get(), shown, found);
    }
    Edits boxed = site.edits().wrap(written.get().range(), "Box<", ">");
    boxed
        .patch()
        .ifPresent(patch ->
            found.add(Proposal.of("Put it into a box, `Box<" + text + ">`", patch).penalized(10)));
    if (text.startsWith("dyn ") && parameter) {
      site.edits()
          .replace(written.get(), "impl " + text.substring("dyn ".length()))
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of(
                      "Take any type with the trait, `impl " + text.substring(4) + "`", patch)));
    }
  }

  private static void reference(Site site, SyntaxNode type, String shown, List<Proposal> found) {
    Edits edits = site.edits();
    if (shown.startsWith("(")) {
      edits.replace(type, "&" + shown);
    } else {
      edits.insert(type.range().start(), "&");
    }
    edits
        .patch()
        .ifPresent(patch -> found.add(Proposal.of("Take a reference, `&" + shown + "`", patch)));
  }

  private static boolean sameType(SyntaxNode written, RustType type) {
    RustType plain = RustType.of(written.text().replaceFirst("^dyn ", ""));
    RustType wanted =
        RustType.of(type.text().replaceFirst("^\\(?dyn ", "").replaceFirst("\\)$", ""));
    return plain.name().equals(wanted.name()) || written.text().equals(type.text());
  }

  /// A type parameter that is only used behind references may be unsized.
  private static void bound(Site site, List<Proposal> found) {
    site
        .noted(
            "required by an implicit `Sized` bound in `…` | required by the implicit `Sized` requirement on this type parameter in `…` | required by this bound in `…` | …the implicit `Sized`…")
        .stream()
        .map(Place::node)
        .filter(node ->
            node.is("identifier") || node.is("type_identifier") || node.is("type_parameter"))
        .filter(node -> !node.text().contains(":"))
        .findFirst()
        .flatMap(node -> site.edits().insert(node.range().end(), ": ?Sized").patch())
        .ifPresent(patch ->
            found.add(
                Proposal.of("Admit types without a known size, `?Sized`", patch).penalized(5)));
  }

  /// A function that returns `dyn Trait`.
  private static void result(Site site, List<Proposal> found) {
    Optional<SyntaxNode> function = site.enclosing("function_item");
    Optional<SyntaxNode> type = function.flatMap(node -> node.child("return_type"));
    Optional<SyntaxNode> body = function.flatMap(node -> node.child("body"));
    if (type.isEmpty() || !type.get().text().startsWith("dyn ") || body.isEmpty()) {
      return;
    }
    String text = type.get().text();
    Edits impl = site.edits().replace(type.get(), "impl " + text.substring("dyn ".length()));
    impl.patch()
        .ifPresent(patch ->
            found.add(
                Proposal.of(
                    "Return one type with the trait, `impl " + text.substring(4) + "`", patch)));
    Edits boxed = site.edits().wrap(type.get().range(), "Box<", ">");
    body
        .get()
        .outermost(node -> node.is("return_expression") || node.is("closure_expression"))
        .stream()
        .filter(node -> node.is("return_expression"))
        .flatMap(node -> node.namedChildren().stream())
        .forEach(value -> boxed.wrap(value.range(), "Box::new(", ")"));
    LocalTypes.tail(body.get()).ifPresent(last -> boxLeaves(last, boxed));
    boxed
        .patch()
        .ifPresent(
            patch -> found.add(Proposal.of("Return it in a box, `Box<" + text + ">`", patch)));
  }

  /// Boxes the value at the end of every branch.
  static void boxLeaves(SyntaxNode node, Edits edits) {
    switch (node.kind()) {
      case "if_expression" -> {
        node.child("consequence").ifPresent(block -> boxLeaves(block, edits));
        node.child("alternative")
            .ifPresent(other -> other.namedChildren().forEach(child -> boxLeaves(child, edits)));
      }
      case "block" -> LocalTypes.tail(node).ifPresent(last -> boxLeaves(last, edits));
      case "match_expression" ->
          node.child("body").stream()
              .flatMap(body -> body.namedChildren().stream())
              .flatMap(arm -> arm.child("value").stream())
              .forEach(value -> boxLeaves(value, edits));
      case "return_expression" -> {}
      default -> edits.wrap(node.range(), "Box::new(", ")");
    }
  }
}
