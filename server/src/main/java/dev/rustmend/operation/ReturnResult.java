package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lets a function return a `Result` or `Option`, so that `?` can be used in it; `main` also where
/// a `Result` stands in place of its value (E0308, E0599, E0624).
///
/// rustc says that `?` ``can only be used in a function that returns `Result` or `Option` `` and
/// labels the function. The values that it returned are wrapped, `return;` included. Callers are
/// updated where they stand in statements that drop the result; the others make the patch fail, and
/// then it is not offered.
final class ReturnResult implements Operation {
  private static final int SIGNATURE = 10;
  private static final Pattern NO_METHOD =
      Pattern.compile("^no method named `\\w+` found for enum `Result<|^method `\\w+` is private$");

  @Override
  public String name() {
    return "return-result";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean mark = site.diagnostic().message().contains("`?` operator can only be used");
    Optional<SyntaxNode> function =
        site.enclosing("function_item", "closure_expression", "async_block")
            .filter(around -> around.is("function_item"));
    if (function.isEmpty()) {
      return List.of();
    }
    if (!mark) {
      return passedOn(site, function.get()).stream().toList();
    }
    var found = new ArrayList<Proposal>();
    change(site, function.get(), false).ifPresent(found::add);
    if (!isMain(function.get())) {
      change(site, function.get(), true).ifPresent(found::add);
    }
    return found;
  }

  /// `main` fails with what the value failed with: nobody calls it, so that nothing else changes.
  private static Optional<Proposal> passedOn(Site site, SyntaxNode function) {
    Optional<SyntaxNode> value = isMain(function) ? failing(site) : Optional.empty();
    Optional<Edits> edits = value.flatMap(_ -> edits(site, function, false));
    if (value.isEmpty() || edits.isEmpty()) {
      return Optional.empty();
    }
    SyntaxNode node = value.get();
    boolean text = isNumberText(site);
    String suffix = text ? ".parse()?" : "?";
    if (Nodes.isAtom(node)) {
      edits.get().insert(node.range().end(), suffix);
    } else {
      edits.get().wrap(node.range(), "(", ")" + suffix);
    }
    String title =
        text
            ? "Read the number in %s with `parse`, and let `main` return a `Result`"
            : "Take the value out of %s with `?`, and let `main` return a `Result`";
    return edits
        .get()
        .patch()
        .map(patch -> Proposal.of(title.formatted(Value.name(node)), patch).penalized(SIGNATURE));
  }

  /// The `Result` that stands where its value was meant.
  private static Optional<SyntaxNode> failing(Site site) {
    SyntaxNode node = site.node();
    if (NO_METHOD.matcher(site.diagnostic().message()).find()) {
      return node.parent().filter(up -> up.is("field_expression")).flatMap(up -> up.child("value"));
    }
    boolean result =
        isNumberText(site)
            || Mismatch.of(site)
                .filter(types -> types.found().isNamed("Result"))
                .filter(types -> !types.expected().bare().isNamed("Result", "Option"))
                .filter(types -> !types.expected().isUnit())
                .isPresent();
    return Optional.of(node)
        .filter(Nodes::isExpression)
        .filter(_ -> result && !AdaptValue.isPattern(node));
  }

  /// Whether a text stands where a number is expected; a literal would rather be a number itself.
  private static boolean isNumberText(Site site) {
    return !site.node().kind().endsWith("_literal")
        && Mismatch.of(site)
            .filter(types -> types.expected().isNumber() && types.found().bare().isText())
            .isPresent();
  }

  private static boolean isMain(SyntaxNode function) {
    return function.child("name").filter(name -> name.text().equals("main")).isPresent();
  }

  private static Optional<Proposal> change(Site site, SyntaxNode function, boolean option) {
    Optional<Edits> edits = edits(site, function, option);
    if (edits.isEmpty()) {
      return Optional.empty();
    }
    String name = function.child("name").map(SyntaxNode::text).orElse("");
    int callers = isMain(function) ? 0 : callers(site, name, function, edits.get());
    String title = "Return `" + (option ? "Option" : "Result") + "` from `" + name + "`";
    return edits
        .get()
        .patch()
        .map(patch -> Proposal.of(title, patch).penalized(SIGNATURE + 10 * callers));
  }

  /// The result type and the values that are returned.
  private static Optional<Edits> edits(Site site, SyntaxNode function, boolean option) {
    Optional<SyntaxNode> body = function.child("body");
    Optional<SyntaxNode> parameters = function.child("parameters");
    Optional<SyntaxNode> declared = function.child("return_type");
    RustType result = LocalTypes.result(function);
    if (body.isEmpty() || parameters.isEmpty() || result.isNamed("Option", "Result")) {
      return Optional.empty();
    }
    String value = declared.map(SyntaxNode::text).orElse("()");
    String type =
        option ? "Option<" + value + ">" : "Result<" + value + ", Box<dyn std::error::Error>>";
    Edits edits = site.edits();
    if (declared.isPresent()) {
      edits.replace(declared.get(), type);
    } else {
      edits.insert(parameters.get().range().end(), " -> " + type);
    }
    values(site, body.get(), option ? "Some" : "Ok", edits);
    return Optional.of(edits);
  }

  /// Wraps every value that the function returns.
  static void values(Site site, SyntaxNode body, String constructor, Edits edits) {
    body
        .outermost(node ->
            node.is("closure_expression")
                || node.is("async_block")
                || node.is("function_item")
                || node.is("return_expression"))
        .stream()
        .filter(node -> node.is("return_expression"))
        .forEach(node -> {
          List<SyntaxNode> values = node.namedChildren();
          if (values.isEmpty()) {
            edits.insert(node.range().end(), " " + constructor + "(())");
          } else {
            edits.wrap(values.getFirst().range(), constructor + "(", ")");
          }
        });
    tail(site, body, constructor, edits);
  }

  private static void tail(Site site, SyntaxNode body, String constructor, Edits edits) {
    boolean unit =
        body.parent().filter(function -> function.child("return_type").isEmpty()).isPresent();
    List<SyntaxNode> statements = body.namedChildren();
    if (!unit) {
      LocalTypes.tail(body)
          .filter(last -> !last.is("return_expression"))
          .ifPresent(last -> edits.wrap(last.range(), constructor + "(", ")"));
      return;
    }
    String value = constructor + "(())";
    if (statements.isEmpty()) {
      edits.insert(body.range().end() - 1, " " + value + " ");
      return;
    }
    SyntaxNode last = statements.getLast();
    boolean open =
        Nodes.isExpression(last) && !last.text().endsWith("}") && !last.text().endsWith(";");
    String between =
        body.text().contains("\n") ? "\n" + Site.indent(site.text(), last.range().start()) : " ";
    edits.insert(last.range().end(), (open ? ";" : "") + between + value);
  }

  /// Puts `?` behind the calls of the function in functions that can pass the failure on.
  private static int callers(Site site, String name, SyntaxNode function, Edits edits) {
    List<Place> calls =
        site.crate()
            .nodes(node ->
                node.is("call_expression")
                    && node.child("function")
                        .filter(called -> lastName(called).equals(name))
                        .isPresent());
    int count = 0;
    for (Place call : calls) {
      boolean inside = Nodes.function(call.node()).filter(function::equals).isPresent();
      boolean returns =
          Value.returned(call.node()).filter(type -> type.isNamed("Result", "Option")).isPresent();
      if (returns || inside) {
        edits.insert(call.file(), call.range().end(), "?");
      }
      count++;
    }
    return count;
  }

  private static String lastName(SyntaxNode called) {
    return switch (called.kind()) {
      case "field_expression" -> called.child("field").map(SyntaxNode::text).orElse("");
      case "scoped_identifier" -> called.child("name").map(SyntaxNode::text).orElse("");
      default -> called.text();
    };
  }
}
