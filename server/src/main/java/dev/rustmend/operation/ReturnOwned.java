package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Returns an owned value instead of a reference to a local one (E0515, also E0716 and E0106): the
/// return type loses its `&` (`String` for `&str`, `Vec<T>` for `&[T]`), and everything that the
/// function returns is made to fit.
final class ReturnOwned implements Operation {
  private static final int SIGNATURE = 20;

  @Override
  public String name() {
    return "return-owned";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = Nodes.function(site.node());
    if (site.node().is("function_item")) {
      function = Optional.of(site.node());
    }
    if (function.isEmpty() || isElsewhere(site, function.get())) {
      return List.of();
    }
    return function.get().is("closure_expression")
        ? closure(site)
        : function(site, function.get()).stream().toList();
  }

  /// Whether a lifetime is missing (E0106) outside of what the function returns.
  private static boolean isElsewhere(Site site, SyntaxNode function) {
    return site.diagnostic().codeText().equals("E0106")
        && Callee.result(function)
            .filter(type -> type.range().encloses(site.primary().range()))
            .isEmpty();
  }

  private static Optional<Proposal> function(Site site, SyntaxNode function) {
    Optional<SyntaxNode> type = Callee.result(function);
    String owned = type.map(OwnedType::of).orElse("");
    if (type.isEmpty()
        || owned.equals(type.get().text())
        || BorrowShared.inTraitImpl(function)
        || function.child("body").isEmpty()) {
      return Optional.empty();
    }
    Edits edits = site.edits();
    edits.replace(type.get(), owned);
    ReturnValues.of(function).forEach(value -> fit(edits, value, type.get()));
    onlyIn(type.get(), function)
        .ifPresent(lifetime -> edits.delete(Declarations.withComma(lifetime)));
    String name = function.child("name").map(SyntaxNode::text).orElse("");
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Return an owned `%s` from `%s`".formatted(owned, name), patch)
                .penalized(SIGNATURE));
  }

  /// The one lifetime that the function declares for nothing but its result.
  private static Optional<SyntaxNode> onlyIn(SyntaxNode type, SyntaxNode function) {
    List<SyntaxNode> lifetimes =
        Declarations.generics(function).stream()
            .filter(parameter -> parameter.is("lifetime_parameter"))
            .filter(parameter ->
                Declarations.lifetimes(function, Declarations.name(parameter)).stream()
                    .allMatch(use ->
                        parameter.range().encloses(use.range())
                            || type.range().encloses(use.range())))
            .toList();
    return lifetimes.size() == 1 ? Optional.of(lifetimes.getFirst()) : Optional.empty();
  }

  /// Makes `value` an owned one of the counterpart of `type`.
  private static void fit(Edits edits, SyntaxNode value, SyntaxNode type) {
    if (type.is("reference_type")) {
      own(edits, value, type.child("type").orElse(type));
      return;
    }
    List<SyntaxNode> parts =
        type.child("type_arguments").map(SyntaxNode::namedChildren).orElse(List.of());
    String wrapper = value.child("function").map(SyntaxNode::text).orElse("");
    List<SyntaxNode> arguments = Nodes.arguments(value);
    int at = wrapper.equals("Err") ? 1 : 0;
    if (wrapper.matches("Some|Ok|Err") && arguments.size() == 1 && parts.size() > at) {
      fit(edits, arguments.getFirst(), parts.get(at));
    } else if (value.is("call_expression")
        && parts.size() == 1
        && parts.getFirst().is("reference_type")) {
      ownElements(edits, value, parts.getFirst());
    } else if (type.is("tuple_type") && value.is("tuple_expression")) {
      List<SyntaxNode> types = type.namedChildren();
      List<SyntaxNode> values = value.namedChildren();
      for (int i = 0; i < Math.min(types.size(), values.size()); i++) {
        if (types.get(i).is("reference_type")) {
          fit(edits, values.get(i), types.get(i));
        }
      }
    }
  }

  /// `.map(String::from)` or `.cloned()` before a `collect`, and behind an `Option`.
  private static void ownElements(Edits edits, SyntaxNode value, SyntaxNode part) {
    boolean text = part.child("type").filter(t -> t.text().equals("str")).isPresent();
    String suffix = text ? ".map(String::from)" : ".cloned()";
    Optional<SyntaxNode> called = value.child("function");
    boolean collects = called.filter(f -> Callee.nameOf(f).startsWith("collect")).isPresent();
    Optional<SyntaxNode> source =
        called
            .map(f -> f.is("generic_function") ? f.child("function").orElse(f) : f)
            .flatMap(f -> f.child("value"));
    if (collects && source.isPresent()) {
      edits.insert(source.get().range().end(), suffix);
    } else if (called.filter(f -> f.is("field_expression")).isPresent()) {
      edits.insert(value.range().end(), suffix);
    }
  }

  private static void own(Edits edits, SyntaxNode value, SyntaxNode target) {
    boolean text = target.text().equals("str");
    String suffix = text ? ".to_string()" : target.is("slice_type") ? ".to_vec()" : ".clone()";
    if (value.is("macro_invocation") || !Nodes.isExpression(value)) {
      return;
    }
    Optional<SyntaxNode> local = localBehind(value);
    if (local.isPresent()) {
      edits.replace(value, local.get().text());
    } else if (value.is("reference_expression")) {
      SyntaxNode place = value.child("value").orElse(value);
      boolean computed =
          place.is("call_expression")
              || place.is("macro_invocation")
              || place.is("struct_expression")
              || place.is("integer_literal");
      edits.delete(new TextRange(value.range().start(), place.range().start()));
      if (!computed) {
        after(edits, place, suffix);
      }
    } else if (!isOwnedAlready(value)) {
      after(edits, value, suffix);
    }
  }

  private static boolean isOwnedAlready(SyntaxNode value) {
    return value
        .text()
        .matches("(?s)String::(from|new)\\(.*|format!.*|.*\\.to_(string|owned)\\(\\)");
  }

  private static void after(Edits edits, SyntaxNode value, String suffix) {
    if (Nodes.isAtom(value)) {
      edits.insert(value.range().end(), suffix);
    } else {
      edits.wrap(value.range(), "(", ")" + suffix);
    }
  }

  /// The owned local variable that a whole view is made of: `s` of `&s`, `&s[..]`, `s.as_str()`.
  private static Optional<SyntaxNode> localBehind(SyntaxNode value) {
    String text = value.text();
    boolean whole =
        text.matches("&(mut )?\\*?\\w+(\\[\\.\\.\\])?")
            || text.matches("\\w+\\.(as_str|as_slice|as_ref|deref|borrow)\\(\\)");
    return Optional.of(value).filter(_ -> whole).flatMap(Flow::root).filter(ReturnOwned::isOwner);
  }

  private static boolean isOwner(SyntaxNode use) {
    return Bindings.binding(use, use.text())
        .flatMap(name -> name.parent())
        .filter(up ->
            (up.is("let_declaration")
                    && up.child("value").filter(v -> !v.is("reference_expression")).isPresent()
                    && up.child("type").filter(t -> t.is("reference_type")).isEmpty())
                || (up.is("parameter")
                    && up.child("type").filter(t -> !t.is("reference_type")).isPresent()))
        .isPresent();
  }

  /// In a closure only what is returned changes: its type is inferred.
  private static List<Proposal> closure(Site site) {
    var found = new ArrayList<Proposal>();
    SyntaxNode value = site.node();
    if (!Nodes.isExpression(value)) {
      return List.of();
    }
    Optional<SyntaxNode> inner =
        value.is("reference_expression")
            ? value.child("value")
            : value.child("function").flatMap(function -> function.child("value"));
    boolean whole =
        value.is("reference_expression")
            || value.text().matches("(?s).*\\.(as_str|as_slice|as_ref|deref)\\(\\)");
    if (whole) {
      inner.ifPresent(node -> add(site, found, value, node.text(), SIGNATURE / 2));
    }
    for (String suffix : List.of(".to_string()", ".to_vec()", ".collect::<Vec<_>>()")) {
      add(site, found, value, Nodes.operand(value) + suffix, SIGNATURE);
    }
    return List.copyOf(found);
  }

  private static void add(
      Site site, List<Proposal> found, SyntaxNode value, String code, int penalty) {
    Edits edits = site.edits();
    edits
        .replace(value, code)
        .patch()
        .ifPresent(patch ->
            found.add(
                Proposal.of("Return `%s` from the closure".formatted(code), patch)
                    .penalized(penalty)));
  }
}
