package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives a type or function as many generic arguments as it declares, in their order.
///
/// rustc says `struct takes 1 generic argument but 2 generic arguments were supplied` or ``missing
/// generics for struct `S` `` (E0107), or that the order is wrong (E0747). In expressions `_` lets
/// rustc infer; in items the parameters of the item around are used.
final class CountGenerics implements Operation {
  private static final Pattern COUNT =
      Pattern.compile(
          "takes (?:at (?:least|most) )?(\\d+) generic arguments? but (\\d+) generic arguments? (?:was|were) supplied");
  private static final Pattern MISSING = Pattern.compile("missing generics for .*`(.+)`");

  @Override
  public String name() {
    return "count-generics";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    String message = site.diagnostic().message();
    Matcher count = COUNT.matcher(message);
    Matcher missing = MISSING.matcher(message);
    if (site.diagnostic().codeText().equals("E0747")) {
      order(site).ifPresent(found::add);
    } else if (count.find()) {
      int wanted = Integer.parseInt(count.group(1));
      int given = Integer.parseInt(count.group(2));
      if (given < wanted) {
        add(site, wanted - given, found);
      }
    } else if (missing.find()) {
      declare(site, missing.group(1), found);
    }
    return found;
  }

  private static Optional<SyntaxNode> list(Site site) {
    Optional<SyntaxNode> around = site.enclosing("type_arguments");
    return around.or(() ->
        Stream.concat(Stream.of(site.node()), site.node().ancestors())
            .limit(3)
            .flatMap(node -> node.child("type_arguments").stream())
            .findFirst());
  }

  private static boolean inBody(SyntaxNode node) {
    return Nodes.above(node, "block", "function_item").filter(up -> up.is("block")).isPresent();
  }

  private static void add(Site site, int lacking, List<Proposal> found) {
    Optional<SyntaxNode> list = list(site);
    if (list.isEmpty() || list.get().namedChildren().isEmpty()) {
      return;
    }
    SyntaxNode last = list.get().namedChildren().getLast();
    List<String> candidates =
        inBody(list.get())
            ? List.of("_", last.text(), "()")
            : Stream.concat(parameters(list.get()).stream(), Stream.of(last.text())).toList();
    SyntaxNode first = list.get().namedChildren().getFirst();
    if (inBody(list.get())) {
      site.edits()
          .insert(first.range().start(), "_, ".repeat(lacking))
          .patch()
          .ifPresent(patch ->
              found.add(Proposal.of("Let the first type be inferred", patch).penalized(3)));
    }
    int penalty = 0;
    List<String> declared = parameters(list.get());
    for (String candidate : candidates) {
      int more = penalty;
      String text = (", " + candidate).repeat(lacking);
      site.edits()
          .insert(last.range().end(), text)
          .patch()
          .map(patch ->
              Proposal.of("Supply `" + candidate + "` as the missing type", patch).penalized(more))
          .map(made ->
              candidate.equals("_") || declared.contains(candidate) ? made : made.inventing())
          .ifPresent(found::add);
      penalty += 25;
    }
  }

  /// The type parameters of the item around.
  private static List<String> parameters(SyntaxNode node) {
    return node.ancestors()
        .flatMap(up -> up.child("type_parameters").stream())
        .flatMap(list -> list.namedChildren().stream())
        .filter(parameter -> !parameter.is("lifetime_parameter"))
        .map(parameter -> parameter.child("name").map(SyntaxNode::text).orElse(parameter.text()))
        .toList();
  }

  /// A type without its arguments: those of the item around, or new ones.
  private static void declare(Site site, String name, List<Proposal> found) {
    SyntaxNode node = site.node();
    String base = RustType.of(name).name();
    long count =
        site.crate().types(base).stream()
            .flatMap(item -> item.node().child("type_parameters").stream())
            .flatMap(list -> list.namedChildren().stream())
            .filter(parameter -> !parameter.is("lifetime_parameter"))
            .count();
    int wanted = count == 0 ? (base.endsWith("Map") || base.equals("Result") ? 2 : 1) : (int) count;
    if (inBody(node)) {
      String text =
          "<" + Stream.generate(() -> "_").limit(wanted).collect(Collectors.joining(", ")) + ">";
      insert(site, node, text, "Let the arguments of `" + base + "` be inferred", 0, found);
      return;
    }
    List<String> parameters = parameters(node).stream().limit(wanted).toList();
    if (parameters.size() == wanted) {
      insert(
          site,
          node,
          "<" + String.join(", ", parameters) + ">",
          "Use `" + String.join(", ", parameters) + "` in `" + base + "`",
          0,
          found);
    } else if (parameters.isEmpty()) {
      newParameter(site, node, base, wanted, found);
    }
  }

  private static void insert(
      Site site, SyntaxNode node, String text, String title, int penalty, List<Proposal> found) {
    site.edits()
        .insert(node.range().end(), text)
        .patch()
        .ifPresent(patch -> found.add(Proposal.of(title, patch).penalized(penalty)));
  }

  /// An impl or a function gets the parameters that it passes on.
  private static void newParameter(
      Site site, SyntaxNode node, String base, int wanted, List<Proposal> found) {
    Optional<SyntaxNode> item =
        Nodes.above(node, "function_item", "impl_item", "struct_item", "enum_item");
    List<String> names = List.of("T", "U", "V", "W").subList(0, Math.min(4, wanted));
    String list = "<" + String.join(", ", names) + ">";
    boolean impl = item.filter(up -> up.is("impl_item")).isPresent();
    Optional<Integer> offset =
        impl
            ? item.map(up -> up.range().start() + "impl".length())
            : item.flatMap(up -> up.child("name")).map(name -> name.range().end());
    int penalty = impl ? 0 : 10;
    offset
        .flatMap(at -> site.edits().insert(at, list).insert(node.range().end(), list).patch())
        .ifPresent(patch ->
            found.add(
                Proposal.of(
                        "Declare `" + String.join("`, `", names) + "` and use it in `" + base + "`",
                        patch)
                    .penalized(penalty)));
  }

  /// Lifetimes come first, then types and constants.
  private static Optional<Proposal> order(Site site) {
    Optional<SyntaxNode> list = list(site);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<SyntaxNode> parts = list.get().namedChildren();
    String text =
        Stream.of(
                parts.stream().filter(part -> part.is("lifetime")),
                parts.stream().filter(part -> !part.is("lifetime") && !part.is("type_binding")),
                parts.stream().filter(part -> part.is("type_binding")))
            .flatMap(same -> same)
            .map(SyntaxNode::text)
            .collect(Collectors.joining(", ", "<", ">"));
    return site.edits()
        .replace(list.get().range(), (list.get().text().startsWith("::") ? "::" : "") + text)
        .patch()
        .map(patch -> Proposal.of("Put the lifetimes before the types", patch));
  }
}
