package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks whether an element is there before it is borrowed and returned, where `if let Some(x) =
/// map.get_mut(key) { return x; }` keeps the map borrowed for the rest of the function (E0499,
/// E0502, E0506).
///
/// A borrow that is returned on one way lasts, for today's borrow checker, on all ways. A question
/// that gives a `bool`, or a position, borrows for a moment only; the borrow is then made where it
/// is returned.
final class AskBeforeBorrow implements Operation {
  private static final Map<String, String> QUESTIONS =
      Map.of("get_mut", "contains_key", "get", "contains_key");
  private static final Map<String, String> ITERATORS = Map.of("iter_mut", "&mut ", "iter", "&");
  private static final int PENALTY = 4;

  @Override
  public String name() {
    return "ask-before-borrow";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return site.diagnostic().spans().stream()
        .flatMap(span -> span.label().stream())
        .distinct()
        .flatMap(label -> site.labeled(label).stream())
        .flatMap(place -> lookup(place.node()).stream())
        .distinct()
        .flatMap(lookup -> asked(site, lookup).stream())
        .toList();
  }

  /// `if let Some(name) = receiver.method(argument) { return name; }`
  private record Lookup(
      SyntaxNode condition, SyntaxNode call, SyntaxNode returned, SyntaxNode argument) {
    SyntaxNode receiver() {
      return call.child("function").flatMap(it -> it.child("value")).orElseThrow();
    }

    String method() {
      return call.child("function").flatMap(it -> it.child("field")).orElseThrow().text();
    }
  }

  private static Optional<Lookup> lookup(SyntaxNode borrow) {
    return Nodes.above(borrow, "if_expression")
        .filter(branch -> branch.child("alternative").isEmpty())
        .filter(branch ->
            branch
                .child("condition")
                .filter(condition -> condition.range().encloses(borrow.range()))
                .isPresent())
        .flatMap(AskBeforeBorrow::lookupOf);
  }

  private static Optional<Lookup> lookupOf(SyntaxNode branch) {
    Optional<SyntaxNode> condition =
        branch.child("condition").filter(node -> node.is("let_condition"));
    Optional<SyntaxNode> call =
        condition
            .flatMap(node -> node.child("value"))
            .filter(value -> value.is("call_expression"))
            .filter(value ->
                value.child("function").filter(it -> it.is("field_expression")).isPresent());
    Optional<String> name =
        condition
            .flatMap(node -> node.child("pattern"))
            .filter(pattern -> pattern.text().matches("Some\\(\\w+\\)"))
            .map(pattern -> pattern.text().substring(5, pattern.text().length() - 1));
    Optional<SyntaxNode> returned = branch.child("consequence").flatMap(AskBeforeBorrow::returned);
    boolean fits =
        call.isPresent()
            && Nodes.arguments(call.get()).size() == 1
            && returned.map(SyntaxNode::text).equals(name);
    return fits
        ? Optional.of(
            new Lookup(
                condition.get(),
                call.get(),
                returned.get(),
                Nodes.arguments(call.get()).getFirst()))
        : Optional.empty();
  }

  /// What the only statement of `block` returns.
  private static Optional<SyntaxNode> returned(SyntaxNode block) {
    List<SyntaxNode> statements = Flow.statements(block);
    return statements.size() == 1
        ? statements
            .getFirst()
            .descendants()
            .filter(node -> node.is("return_expression"))
            .findFirst()
            .flatMap(node -> node.namedChildren().stream().findFirst())
        : Optional.empty();
  }

  private static List<Proposal> asked(Site site, Lookup lookup) {
    String question = QUESTIONS.get(lookup.method());
    if (question != null) {
      String receiver = lookup.receiver().text();
      return Declarations.one(
          "Ask `%s` whether it has the key, and borrow the value where it is returned"
              .formatted(receiver),
          site.edits()
              .replace(
                  lookup.condition(),
                  "%s.%s(%s)".formatted(receiver, question, lookup.argument().text()))
              .replace(lookup.returned(), lookup.call().text() + ".unwrap()"),
          PENALTY);
    }
    return lookup.method().equals("find") ? positioned(site, lookup) : List.of();
  }

  /// `list.iter_mut().find(test)` becomes `list.iter().position(test)` and `&mut list[index]`.
  private static List<Proposal> positioned(Site site, Lookup lookup) {
    SyntaxNode iterator = lookup.receiver();
    Optional<SyntaxNode> function =
        Optional.of(iterator)
            .filter(node -> node.is("call_expression") && Nodes.arguments(node).isEmpty())
            .flatMap(node -> node.child("function"))
            .filter(node -> node.is("field_expression"));
    String borrow =
        function
            .flatMap(node -> node.child("field"))
            .map(field -> ITERATORS.getOrDefault(field.text(), ""))
            .orElse("");
    if (borrow.isEmpty() || !lookup.argument().is("closure_expression")) {
      return List.of();
    }
    String list = function.flatMap(node -> node.child("value")).orElseThrow().text();
    String index = FreshName.of(lookup.condition(), "index");
    return Declarations.one(
        "Look for the position in `%s`, and borrow the element where it is returned"
            .formatted(list),
        site.edits()
            .replace(
                lookup.condition(),
                "let Some(%s) = %s.iter().position(%s)"
                    .formatted(index, list, lookup.argument().text()))
            .replace(lookup.returned(), "%s%s[%s]".formatted(borrow, list, index)),
        PENALTY);
  }
}
