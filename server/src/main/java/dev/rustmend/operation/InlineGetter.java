package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the field itself instead of calling the method that returns a reference to it: `&x.name`
/// for `x.name()`.
///
/// A method borrows its whole receiver for as long as the result lives, a field only itself, so
/// that other fields may be borrowed besides (E0499, E0502, E0503, E0505, E0506).
final class InlineGetter implements Operation {

  @Override
  public String name() {
    return "inline-getter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var calls = new ArrayList<SyntaxNode>();
    for (Span span : site.diagnostic().spans()) {
      site.place(span)
          .filter(place -> place.file().equals(site.file()))
          .flatMap(place -> call(place.node()))
          .filter(call -> !calls.contains(call))
          .ifPresent(calls::add);
    }
    var found = new ArrayList<Proposal>();
    for (SyntaxNode call : calls) {
      inlined(site, List.of(call)).ifPresent(found::add);
    }
    if (calls.size() > 1) {
      inlined(site, calls).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /// The method call that the node is, or that it is the receiver of.
  private static Optional<SyntaxNode> call(SyntaxNode node) {
    if (node.is("call_expression")) {
      return Optional.of(node).filter(InlineGetter::isMethodCall);
    }
    return Nodes.above(node, "call_expression")
        .filter(InlineGetter::isMethodCall)
        .filter(call ->
            call.child("function")
                .flatMap(function -> function.child("value"))
                .filter(receiver -> receiver.range().equals(node.range()))
                .isPresent());
  }

  private static boolean isMethodCall(SyntaxNode call) {
    return call.child("function").filter(f -> f.is("field_expression")).isPresent()
        && Nodes.arguments(call).isEmpty();
  }

  private static Optional<Proposal> inlined(Site site, List<SyntaxNode> calls) {
    Edits edits = site.edits();
    String title = "";
    for (SyntaxNode call : calls) {
      Optional<String> field = body(site, call);
      if (field.isEmpty()) {
        return Optional.empty();
      }
      boolean receiver =
          call.parent()
              .filter(up -> up.is("field_expression") || up.is("index_expression"))
              .isPresent();
      boolean starred = call.parent().filter(up -> up.is("unary_expression")).isPresent();
      boolean dereferenced =
          starred && call.parent().filter(up -> up.text().startsWith("*")).isPresent();
      String code = field.get();
      String bare = code.replaceFirst("^&(mut )?", "");
      if (dereferenced && code.startsWith("&")) {
        edits.replace(call.parent().orElse(call), bare);
      } else {
        edits.replace(call, receiver ? bare : code);
      }
      title = "Use `%s` itself instead of `%s`".formatted(bare, call.text());
    }
    String text = title;
    return edits.patch().map(patch -> Proposal.of(text, patch));
  }

  /// The body of the called method with the receiver in place of `self`, when it is no more than a
  /// reference to a field.
  private static Optional<String> body(Site site, SyntaxNode call) {
    SyntaxNode receiver =
        call.child("function").flatMap(function -> function.child("value")).orElse(call);
    return Callee.of(site, call)
        .flatMap(callee -> callee.function().child("body"))
        .map(SyntaxNode::namedChildren)
        .filter(statements -> statements.size() == 1)
        .map(List::getFirst)
        .filter(value -> isField(value))
        .map(value -> value.text().replaceFirst("\\bself\\b", matcherSafe(receiver.text())));
  }

  private static boolean isField(SyntaxNode value) {
    return value.text().matches("(&(mut )?)?self(\\.\\w+)+");
  }

  private static String matcherSafe(String text) {
    return java.util.regex.Matcher.quoteReplacement(text);
  }
}
