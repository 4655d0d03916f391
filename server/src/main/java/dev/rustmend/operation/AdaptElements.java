package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the elements of an iterator into the type that is collected, summed or promised.
///
/// rustc says ``a value of type `Vec<T>` cannot be built from an iterator over elements of type
/// `&T` `` (E0277) and ``expected `I` to be an iterator that yields `A`, but it yields `B` ``
/// (E0271).
final class AdaptElements implements Operation {
  private static final Pattern BUILT =
      Pattern.compile(
          "a value of type `(.+)` cannot be (?:built|made by (?:summing all elements|multiplying all elements|summing|multiplying))(?: since `.*`)? ?(?:from )?(?:an |from an )?iterator over elements of type `(.+)`");
  private static final Pattern YIELDS =
      Pattern.compile("to be an iterator that yields `(.+)`, but it yields `(.+)`");

  @Override
  public String name() {
    return "adapt-elements";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String message = site.diagnostic().message();
    Matcher built = BUILT.matcher(message);
    Matcher yields = YIELDS.matcher(message);
    if (built.find()) {
      RustType whole = RustType.of(built.group(1));
      RustType wanted = whole.arguments().isEmpty() ? whole : whole.argument(0);
      return receiver(site)
          .map(list -> ways(site, list, wanted, RustType.of(built.group(2)), whole))
          .orElse(List.of());
    }
    Optional<SyntaxNode> promised = yields.find() ? promised(site.node()) : Optional.empty();
    if (promised.isPresent()) {
      RustType wanted = RustType.of(yields.group(1));
      return ways(site, promised.get(), wanted, RustType.of(yields.group(2)), wanted);
    }
    return List.of();
  }

  /// The iterator: the expression itself, what is boxed in it, or the value of the function whose
  /// result type rustc points at.
  private static Optional<SyntaxNode> promised(SyntaxNode node) {
    Optional<SyntaxNode> iterator =
        Nodes.isExpression(node)
            ? Optional.of(node)
            : Nodes.above(node, "function_item")
                .flatMap(item -> item.child("body"))
                .flatMap(LocalTypes::tail);
    return iterator.map(found ->
        found.is("call_expression")
                && found.text().startsWith("Box::new(")
                && Nodes.arguments(found).size() == 1
            ? Nodes.arguments(found).getFirst()
            : found);
  }

  /// What `collect`, `sum` or `product` is called on.
  private static Optional<SyntaxNode> receiver(Site site) {
    return site.enclosing("call_expression", "let_declaration")
        .flatMap(found ->
            found
                .descendants()
                .filter(node -> node.is("call_expression"))
                .filter(node ->
                    node.child("function")
                        .map(SyntaxNode::text)
                        .orElse("")
                        .matches("(?s).*\\.\\s*(collect|sum|product)(::<.*)?"))
                .findFirst()
                .flatMap(AdaptElements::value));
  }

  private static Optional<SyntaxNode> value(SyntaxNode call) {
    Optional<SyntaxNode> function = call.child("function");
    return function
        .map(node -> node.is("generic_function") ? node.child("function").orElse(node) : node)
        .flatMap(node -> node.child("value"));
  }

  private static List<Proposal> ways(
      Site site, SyntaxNode list, RustType wanted, RustType held, RustType whole) {
    var ways = new ArrayList<Adaptation>();
    String name = Value.name(list);
    String title = "Convert the elements of " + name;
    if (held.isReference() && held.referent().fits(wanted)) {
      String method = wanted.isCopied() ? ".copied()" : ".cloned()";
      ways.add(Adaptation.of("elements", "Own the elements of " + name, "", method));
    } else if ((wanted.isNamed("String") || whole.isNamed("String"))
        && !held.bare().isNamed("Option", "Result")) {
      ways.add(Adaptation.of("elements", title, "", ".map(|item| item.to_string())"));
    } else if (wanted.text().equals("&str") && held.bare().isNamed("String")) {
      ways.add(Adaptation.of("elements", title, "", ".map(|item| item.as_str())"));
    } else if (wanted.isNumber() && held.bare().isNumber()) {
      String star = held.isReference() ? "*" : "";
      ways.add(
          held.bare().widensTo(wanted)
              ? Adaptation.of(
                  "elements",
                  title,
                  "",
                  held.isReference()
                      ? ".map(|&n| " + wanted + "::from(n))"
                      : ".map(" + wanted + "::from)")
              : Adaptation.of("elements", title, "", ".map(|n| " + star + "n as " + wanted + ")")
                  .penalized(12));
    } else if (wanted.isNamed("Box") && wanted.argument(0).fits(held)) {
      ways.add(Adaptation.of("elements", title, "", ".map(Box::new)"));
    }
    var found = new ArrayList<Proposal>();
    ways.stream().flatMap(way -> way.proposal(site, list).stream()).forEach(found::add);
    declaration(site, list, wanted, held, whole).ifPresent(found::add);
    failures(site, list, wanted, held, found);
    return found;
  }

  /// `let total: i32` over elements of `f64` becomes `let total: f64`: no element is cut.
  private static Optional<Proposal> declaration(
      Site site, SyntaxNode list, RustType wanted, RustType held, RustType whole) {
    RustType element = held.bare();
    boolean cuts = element.isNumber() && wanted.isNumber() && !element.widensTo(wanted);
    Optional<String> written = RetypeDeclaration.written(element, RustType.of("_"));
    boolean chosen = list.text().contains("::<");
    if (!cuts || chosen || !whole.text().equals(wanted.text()) || written.isEmpty()) {
      return Optional.empty();
    }
    return Nodes.above(list, "let_declaration")
        .flatMap(let -> let.child("type"))
        .filter(type -> type.text().equals(wanted.text()))
        .flatMap(type -> site.edits().replace(type, written.get()).patch())
        .map(patch -> Proposal.of("Declare the type as `" + written.get() + "`", patch));
  }

  /// Elements that may have failed: all of them, or the first failure.
  private static void failures(
      Site site, SyntaxNode list, RustType wanted, RustType held, List<Proposal> found) {
    if (!held.isNamed("Option", "Result") || wanted.isNamed("Option", "Result")) {
      return;
    }
    Optional<SyntaxNode> call =
        list.parent().flatMap(SyntaxNode::parent).filter(up -> up.is("call_expression"));
    boolean returns =
        Value.returned(list).filter(type -> type.name().equals(held.name())).isPresent();
    boolean plain = call.filter(node -> node.text().endsWith(".collect()")).isPresent();
    if (returns && plain) {
      String type = held.isNamed("Option") ? "Option<_>" : "Result<_, _>";
      site.edits()
          .insert(call.get().range().end() - 2, "::<" + type + ">")
          .insert(call.get().range().end(), "?")
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of(
                      "Collect into a `" + held.name() + "` and take the value out with `?`",
                      patch)));
    }
    Adaptation.of("elements", "Leave out the elements without a value", "", ".flatten()")
        .penalized(30)
        .proposal(site, list)
        .map(Proposal::inventing)
        .ifPresent(found::add);
  }
}
