package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Passes the parts of a tuple, an array or a struct one by one, where a function takes just as
/// many arguments as the one that was passed has parts.
///
/// rustc counts (E0061, E0057), ``this function takes 2 arguments but 1 argument was supplied``,
/// and names the type that it found in the place of the first: ``expected `f64`, found `(f64, f64)`
/// ``. Fields of a struct whose names are not those of the parameters are only offered.
final class PassParts implements Operation {
  private static final Pattern COUNT =
      Pattern.compile("takes (\\d+) arguments? but (\\d+) arguments? (?:was|were) supplied");
  private static final Pattern FOUND = Pattern.compile("expected `.+`, found `(.+)`");
  private static final Set<String> PLACES =
      Set.of("identifier", "self", "field_expression", "index_expression");
  private static final int OTHER_NAMES = 12;
  private static final int MOST = 6;

  @Override
  public String name() {
    return "pass-parts";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher count = COUNT.matcher(site.diagnostic().message());
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    if (!count.find() || call.isEmpty()) {
      return List.of();
    }
    int parts = Integer.parseInt(count.group(1)) - Integer.parseInt(count.group(2)) + 1;
    if (parts < 2 || parts > MOST) {
      return List.of();
    }
    return Nodes.arguments(call.get()).stream()
        .flatMap(argument ->
            found(site, argument).stream()
                .flatMap(type -> passed(site, call.get(), argument, type, parts).stream()))
        .limit(2)
        .toList();
  }

  /// The type that rustc found in the place of the argument.
  private static Optional<RustType> found(Site site, SyntaxNode argument) {
    Stream<Map.Entry<Place, String>> labels =
        site.diagnostic().spans().stream()
            .filter(span -> span.label().isPresent())
            .flatMap(span ->
                site.place(span).stream().map(place -> Map.entry(place, span.label().get())));
    Stream<Map.Entry<Place, String>> notes =
        site.notes().stream()
            .flatMap(note ->
                note.spans().stream()
                    .flatMap(span ->
                        site.place(span).stream().map(place -> Map.entry(place, note.message()))));
    return Stream.concat(labels, notes)
        .filter(each -> each.getKey().range().equals(argument.range()))
        .flatMap(each -> FOUND.matcher(each.getValue()).results())
        .map(match -> RustType.of(match.group(1)))
        .findFirst();
  }

  private static Optional<Proposal> passed(
      Site site, SyntaxNode call, SyntaxNode argument, RustType type, int parts) {
    RustType bare = type.bare();
    Map<String, RustType> fields = new LocalTypes(site.crate()).fields(bare.name());
    String name = Value.name(argument);
    if (bare.isTuple() && bare.parts().size() == parts) {
      return argument.is("tuple_expression")
          ? opened(site, argument, name)
          : each(
              site, argument, IntStream.range(0, parts).mapToObj(i -> "." + i).toList(), name, 0);
    }
    if (bare.isArray() && bare.text().endsWith("; " + parts + "]")) {
      List<String> indexes = IntStream.range(0, parts).mapToObj(i -> "[" + i + "]").toList();
      return each(site, argument, indexes, name, 0);
    }
    if (fields.size() != parts) {
      return Optional.empty();
    }
    boolean named = parameters(site, call).containsAll(fields.keySet());
    List<String> steps =
        (named ? ordered(parameters(site, call), fields) : fields.keySet().stream())
            .map(field -> "." + field)
            .toList();
    return each(site, argument, steps, name, named ? 0 : OTHER_NAMES);
  }

  private static Stream<String> ordered(List<String> parameters, Map<String, RustType> fields) {
    return parameters.stream().filter(fields::containsKey);
  }

  private static List<String> parameters(Site site, SyntaxNode call) {
    return Callee.of(site, call).stream()
        .flatMap(callee -> Callee.parameters(callee.function()).stream())
        .flatMap(parameter -> parameter.child("pattern").stream())
        .map(SyntaxNode::text)
        .toList();
  }

  private static Optional<Proposal> opened(Site site, SyntaxNode tuple, String name) {
    String inside = tuple.text().substring(1, tuple.text().length() - 1).strip();
    return site.edits()
        .replace(tuple, inside.endsWith(",") ? inside.substring(0, inside.length() - 1) : inside)
        .patch()
        .map(patch -> Proposal.of("Pass the parts of %s one by one".formatted(name), patch));
  }

  private static Optional<Proposal> each(
      Site site, SyntaxNode argument, List<String> steps, String name, int penalty) {
    SyntaxNode place = argument;
    while (isPrefix(place) && !place.namedChildren().isEmpty()) {
      place = place.namedChildren().getLast();
    }
    if (!PLACES.contains(place.kind())) {
      return Optional.empty();
    }
    String text = place.text();
    String arguments = String.join(", ", steps.stream().map(each -> text + each).toList());
    return site.edits()
        .replace(argument, arguments)
        .patch()
        .map(patch ->
            Proposal.of("Pass the parts of %s one by one".formatted(name), patch)
                .penalized(penalty))
        .map(made -> penalty == OTHER_NAMES ? made.inventing() : made);
  }

  private static boolean isPrefix(SyntaxNode node) {
    return node.is("reference_expression")
        || node.is("parenthesized_expression")
        || (node.is("unary_expression") && node.text().startsWith("*"));
  }
}
