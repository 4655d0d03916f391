package dev.rustmend.operation;

import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lets a function of the crate take an async closure whose future uses what the closure holds: `F:
/// AsyncFnMut()` for `F: FnMut() -> Fut, Fut: Future`.
///
/// The second form wants a future that borrows nothing from the closure. rustc points at the bound
/// in a note. Only where the parameter for the future serves for nothing else, and nothing but
/// `Future` is asked of it.
final class TakeAsyncClosure implements Operation {
  private static final Set<String> TRAITS = Set.of("Fn", "FnMut", "FnOnce");
  private static final Pattern FUTURE =
      Pattern.compile("(?s):?\\s*(?:\\w+::)*Future(?:\\s*<\\s*Output\\s*=\\s*(.+)>)?\\s*");
  private static final int SIGNATURE = 20;

  @Override
  public String name() {
    return "take-async-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    for (Note note : site.notes()) {
      for (Span span : note.spans()) {
        site.place(span).flatMap(TakeAsyncClosure::proposal).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static Optional<Proposal> proposal(Place place) {
    Optional<SyntaxNode> bound = Declarations.at(place.node(), "function_type");
    Optional<SyntaxNode> trait = bound.flatMap(b -> b.child("trait"));
    Optional<SyntaxNode> result = bound.flatMap(b -> b.child("return_type"));
    Optional<SyntaxNode> function = bound.flatMap(b -> Nodes.above(b, "function_item"));
    Optional<SyntaxNode> parameter =
        function.flatMap(f ->
            Declarations.generics(f).stream()
                .filter(p -> Declarations.name(p).equals(result.map(SyntaxNode::text).orElse("")))
                .findFirst());
    if (parameter.isEmpty() || trait.filter(t -> TRAITS.contains(t.text())).isEmpty()) {
      return Optional.empty();
    }
    String name = result.orElseThrow().text();
    List<SyntaxNode> predicates = predicates(function.get(), name);
    if (Declarations.named(function.get(), name).size() != 2 + predicates.size()) {
      return Optional.empty();
    }
    String bounds =
        parameter.get().text().substring(name.length())
            + predicates.stream()
                .map(p -> p.text().substring(name.length()))
                .reduce("", String::concat);
    Matcher future = FUTURE.matcher(bounds);
    if (!future.matches()) {
      return Optional.empty();
    }
    var edits = new Edits(place.file());
    edits.insert(trait.get().range().start(), "Async");
    String output = Optional.ofNullable(future.group(1)).orElse("()").strip();
    if (output.equals("()")) {
      int end = bound.get().child("parameters").orElseThrow().range().end();
      edits.delete(new TextRange(end, result.get().range().end()));
    } else {
      edits.replace(result.get(), output);
    }
    edits.delete(Declarations.withComma(parameter.get()));
    predicates.forEach(predicate -> edits.delete(withClause(function.get(), predicate)));
    return edits
        .patch()
        .map(patch ->
            Proposal.of(
                    "Let `%s` take an async closure".formatted(Declarations.name(function.get())),
                    patch)
                .penalized(SIGNATURE));
  }

  private static List<SyntaxNode> predicates(SyntaxNode function, String name) {
    return Declarations.childOf(function, "where_clause").stream()
        .flatMap(clause -> clause.namedChildren().stream())
        .filter(p -> p.child("left").filter(left -> left.text().equals(name)).isPresent())
        .toList();
  }

  /// The predicate with its comma; the whole clause with the blank before it when it is the only
  /// one.
  private static TextRange withClause(SyntaxNode function, SyntaxNode predicate) {
    SyntaxNode clause = predicate.parent().orElse(predicate);
    if (clause.namedChildren().size() > 1) {
      return Declarations.withComma(predicate);
    }
    int start =
        function.children().stream()
            .takeWhile(child -> !child.equals(clause))
            .reduce((_, last) -> last)
            .map(last -> last.range().end())
            .orElse(clause.range().start());
    return new TextRange(start, clause.range().end());
  }
}
