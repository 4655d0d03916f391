package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks for less of a closure than `Fn` in the function that takes it: `FnOnce` where that calls it
/// once, `FnMut` where the closure changes what it captures.
///
/// Answers E0525, where rustc says in the message what the closure is and points at the bound that
/// asks for more; and E0594 and E0596, where it labels the type of the parameter ``change this to
/// accept `FnMut` instead of `Fn` ``. Who calls an `FnMut` needs it as `mut`.
final class RelaxClosureBound implements Operation {
  private static final Pattern SAYS = Pattern.compile("only implements `(Fn\\w+)`");
  private static final Pattern BOUND = Pattern.compile("\\b(FnMut|Fn)\\b");
  private static final Pattern PLAIN = Pattern.compile("\\bFn\\b");
  private static final int CHANGES_SIGNATURE = 10;

  @Override
  public String name() {
    return "relax-closure-bound";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<Place> changing = site.labeled("change this to accept `FnMut` instead of `Fn`");
    if (!changing.isEmpty()) {
      return accepting(site, changing.getFirst());
    }
    if (site.diagnostic().message().endsWith("captured variable in a `Fn` closure")) {
      return passed(site);
    }
    Optional<String> kind = site.find(SAYS);
    if (kind.isEmpty()) {
      return List.of();
    }
    for (Place place : site.noted("required by …")) {
      Matcher bound = BOUND.matcher(place.text());
      Optional<SyntaxNode> function = Declarations.at(place.node(), "function_item");
      if (!bound.find() || function.isEmpty()) {
        continue;
      }
      int start = place.range().start() + bound.start();
      Edits edits = new Edits(place.file());
      edits.replace(place.file(), new TextRange(start, start + bound.group().length()), kind.get());
      return Declarations.one(
          "Ask for `%s` in `%s`".formatted(kind.get(), Declarations.name(function.get())),
          edits,
          CHANGES_SIGNATURE);
    }
    return List.of();
  }

  /// The closure stands behind a reference: rustc does not say which parameter asks for `Fn`.
  private static List<Proposal> passed(Site site) {
    Optional<SyntaxNode> closure = site.enclosing("closure_expression");
    Optional<SyntaxNode> argument =
        closure
            .flatMap(SyntaxNode::parent)
            .filter(around -> around.is("reference_expression"))
            .or(() -> closure);
    Optional<Callee> callee =
        argument
            .flatMap(SyntaxNode::parent)
            .filter(around -> around.is("arguments"))
            .flatMap(SyntaxNode::parent)
            .flatMap(call -> Callee.of(site, call));
    int index = callee.map(found -> found.arguments().indexOf(argument.get())).orElse(-1);
    List<SyntaxNode> parameters =
        callee.map(found -> Callee.parameters(found.function())).orElse(List.of());
    Optional<SyntaxNode> type =
        index < 0 || index >= parameters.size()
            ? Optional.empty()
            : parameters.get(index).child("type");
    return type.map(found -> accepting(site, Place.of(callee.get().file(), found)))
        .orElse(List.of());
  }

  /// `FnMut` for the parameter whose type is at `place`.
  private static List<Proposal> accepting(Site site, Place place) {
    SyntaxNode type = place.node();
    Optional<SyntaxNode> function = Declarations.at(type, "function_item");
    Optional<SyntaxNode> parameter = Declarations.at(type, "parameter");
    SyntaxNode bare = type.is("reference_type") ? type.child("type").orElse(type) : type;
    Optional<SyntaxNode> bound =
        function.flatMap(item ->
            bare.is("type_identifier") ? parameterBound(item, bare.text()) : Optional.of(type));
    if (parameter.isEmpty() || bound.isEmpty()) {
      return List.of();
    }
    Matcher word = PLAIN.matcher(bound.get().text());
    if (!word.find()) {
      return List.of();
    }
    int start = bound.get().range().start() + word.start();
    Edits edits = new Edits(place.file());
    edits.replace(place.file(), new TextRange(start, start + word.group().length()), "FnMut");
    if (RustType.of(type.text()).isReference()) {
      lendMutably(site, place, edits);
    } else {
      parameter
          .get()
          .child("pattern")
          .filter(pattern -> pattern.is("identifier"))
          .filter(
              _ -> parameter.get().children().stream().noneMatch(c -> c.is("mutable_specifier")))
          .ifPresent(pattern -> edits.insert(place.file(), pattern.range().start(), "mut "));
    }
    return Declarations.one(
        "Accept `FnMut` in `%s`".formatted(Declarations.name(function.get())),
        edits,
        CHANGES_SIGNATURE);
  }

  /// `&dyn Fn()` becomes `&mut dyn FnMut()`, and `&|| …` at the call `&mut || …`.
  private static void lendMutably(Site site, Place place, Edits edits) {
    if (RustType.of(place.text()).isMutableReference()) {
      return;
    }
    edits.insert(place.file(), place.node().range().start() + 1, "mut ");
    site.enclosing("closure_expression")
        .flatMap(SyntaxNode::parent)
        .filter(around -> around.is("reference_expression"))
        .ifPresent(around -> edits.insert(site.file(), around.range().start() + 1, "mut "));
  }

  /// Where the item says what its type parameter `name` has to be.
  private static Optional<SyntaxNode> parameterBound(SyntaxNode item, String name) {
    return item.children().stream()
        .filter(child -> child.is("type_parameters") || child.is("where_clause"))
        .flatMap(SyntaxNode::descendants)
        .filter(node -> node.is("type_parameter") || node.is("where_predicate"))
        .filter(node -> node.text().matches("(?s)" + Pattern.quote(name) + "\\s*:.*\\bFn\\b.*"))
        .findFirst();
  }
}
