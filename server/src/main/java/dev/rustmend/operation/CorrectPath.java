package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Corrects the beginning of a path, in an import or in code, whose segment at the primary span is
/// not found: by the route to a module or item of that name elsewhere in the crate, by a module
/// that is spelled nearly so, or by the standard library's path of the last name. The parameter
/// `form` chooses one way: `route`, `variant` or `standard`, which covers the spelling too.
final class CorrectPath implements Operation {
  private static final Set<String> PATHS =
      Set.of(
          "scoped_identifier",
          "scoped_type_identifier",
          "scoped_use_list",
          "use_wildcard",
          "use_as_clause");
  private static final int REVEALED = 20;
  private static final int ALIKE = 8;

  @Override
  public String name() {
    return "correct-path";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<SyntaxNode> segments = segments(site.primary());
    if (segments.isEmpty()) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    int failing = failing(site.primary(), segments);
    TextRange until = segments.getFirst().range().cover(segments.get(failing).range());
    String wrong = segments.get(failing).text();
    String form = site.parameter("form", "");
    boolean ofType = failing > 0 && isType(site, segments.get(failing - 1).text());
    if ((form.isEmpty() || form.equals("route")) && !ofType) {
      proposals.addAll(elsewhere(site, until, wrong));
      proposals.addAll(packageName(site, segments));
      if (failing < segments.size() - 1 || isUse(site)) {
        proposals.addAll(leaf(site, segments));
      }
    }
    if (form.isEmpty() || form.equals("variant")) {
      proposals.addAll(variant(site, segments, failing));
    }
    if (form.isEmpty() || form.equals("standard")) {
      proposals.addAll(ofType ? List.of() : standard(site, segments));
      proposals.addAll(proposals.isEmpty() ? alike(site, segments, failing) : List.of());
    }
    return proposals.stream().limit(8).toList();
  }

  /// Whether the crate has a type of this name: what is asked of it is no item of the same name
  /// that stands elsewhere.
  private static boolean isType(Site site, String name) {
    return site.crate().definitions(name).stream()
        .anyMatch(item -> Declarations.isTypeItem(item.node()));
  }

  /// The segments of the whole path around the primary span, in order; those of a list of imports
  /// end before the list.
  static List<SyntaxNode> segments(Place place) {
    SyntaxNode node = place.tree().around(place.range());
    SyntaxNode whole =
        Stream.concat(Stream.of(node), node.ancestors())
            .takeWhile(n -> !n.is("use_declaration") && !n.is("use_list") && !n.is("block"))
            .filter(n -> PATHS.contains(n.kind()) || n.equals(node))
            .takeWhile(n -> n.equals(node) || PATHS.contains(n.kind()))
            .reduce((_, outer) -> outer)
            .orElse(node);
    var segments = new ArrayList<SyntaxNode>();
    collect(whole, segments);
    return segments;
  }

  private static void collect(SyntaxNode node, List<SyntaxNode> segments) {
    switch (node.kind()) {
      case "scoped_identifier", "scoped_type_identifier" -> {
        node.child("path").ifPresent(path -> collect(path, segments));
        node.child("name").ifPresent(segments::add);
      }
      case "scoped_use_list", "use_as_clause" ->
          node.child("path").ifPresent(path -> collect(path, segments));
      case "use_wildcard" -> node.namedChildren().forEach(path -> collect(path, segments));
      case "identifier", "type_identifier", "crate", "self", "super" -> segments.add(node);
      default -> {}
    }
  }

  /// The index of the segment that the place ends with.
  static int failing(Place place, List<SyntaxNode> segments) {
    for (int i = segments.size() - 1; i > 0; i--) {
      if (segments.get(i).range().end() == place.range().end()) {
        return i;
      }
    }
    return 0;
  }

  private static boolean isUse(Site site) {
    return site.enclosing("use_declaration").isPresent();
  }

  /// A module or item that is called as the failing segment, elsewhere.
  private static List<Proposal> elsewhere(Site site, TextRange until, String wrong) {
    var modules = site.crate().modules();
    var proposals = new ArrayList<Proposal>();
    for (CrateFiles.Item item : site.crate().definitions(wrong)) {
      if (Modules.isFree(item)) {
        modules
            .route(site.primary(), item)
            .map(route -> site.parameter("from", "").equals("super") ? raised(site, route) : route)
            .flatMap(route -> replaced(site, modules, until, route, item))
            .ifPresent(proposals::add);
      }
    }
    return proposals;
  }

  /// The route from the module above, where that is shorter.
  private static String raised(Site site, String route) {
    List<String> here = site.crate().modules().path(site.file(), site.node());
    if (here.isEmpty()) {
      return route;
    }
    String above = String.join("::", here.subList(0, here.size() - 1));
    String prefix = "crate::" + (above.isEmpty() ? "" : above + "::");
    return route.startsWith(prefix) ? "super::" + route.substring(prefix.length()) : route;
  }

  private static Optional<Proposal> replaced(
      Site site, Modules modules, TextRange until, String route, CrateFiles.Item item) {
    Edits edits = site.edits().replace(until, route);
    boolean open = modules.isReachable(site.primary(), item);
    modules.reveal(edits, site.primary(), item);
    String what = "Write the path `%s`".formatted(route);
    String title =
        open
            ? what
            : what + " and make `%s` visible in the crate".formatted(Named.name(item.node()));
    return site.text().slice(until).equals(route)
        ? Optional.empty()
        : edits.patch().map(p -> Proposal.of(title, p).penalized(open ? 0 : REVEALED));
  }

  /// A package's own name is no path inside of its crate.
  private static List<Proposal> packageName(Site site, List<SyntaxNode> segments) {
    if (segments.size() < 2) {
      return List.of();
    }
    var modules = site.crate().modules();
    String second = segments.get(1).text();
    boolean fits =
        modules.inModule(List.of(), second).stream().findAny().isPresent()
            && site.crate().definitions(segments.getFirst().text()).isEmpty();
    return fits && !segments.getFirst().text().equals("crate")
        ? site.edits().replace(segments.getFirst(), "crate").patch().stream()
            .map(patch -> Proposal.of("Begin the path with `crate`", patch))
            .toList()
        : List.of();
  }

  /// A variant that was imported without its enum.
  private static List<Proposal> variant(Site site, List<SyntaxNode> segments, int failing) {
    SyntaxNode wrong = segments.get(failing);
    if (failing != segments.size() - 1 || !isUse(site)) {
      return List.of();
    }
    return site.crate().items().stream()
        .filter(item -> item.item().kind() == dev.rustmend.syntax.ItemKind.ENUM)
        .filter(item ->
            Named.variants(item.node()).stream()
                .anyMatch(variant -> Named.name(variant).equals(wrong.text())))
        .limit(2)
        .map(item -> Named.name(item.node()) + "::")
        .flatMap(prefix ->
            site.edits().insert(wrong.range().start(), prefix).patch().stream()
                .map(patch ->
                    Proposal.of(
                        "Import the variant `%s%s`".formatted(prefix, wrong.text()), patch)))
        .toList();
  }

  /// The path of what the path ends in, wherever it is in the crate.
  private static List<Proposal> leaf(Site site, List<SyntaxNode> segments) {
    SyntaxNode last = segments.getLast();
    return elsewhere(site, segments.getFirst().range().cover(last.range()), last.text()).stream()
        .map(proposal -> proposal.penalized(ALIKE))
        .toList();
  }

  /// The standard library's path of the last name, or of the name before it.
  private static List<Proposal> standard(Site site, List<SyntaxNode> segments) {
    var proposals = new ArrayList<Proposal>();
    var seen = new LinkedHashSet<String>();
    for (int i = segments.size() - 1; i >= Math.max(0, segments.size() - 2); i--) {
      String name = segments.get(i).text();
      TextRange until = segments.getFirst().range().cover(segments.get(i).range());
      for (String path : paths(name)) {
        if (isUse(site) && seen.add(path) && !path.equals(site.text().slice(until))) {
          int penalty = path.endsWith("::" + name) ? 0 : ALIKE;
          site.edits().replace(until, path).patch().stream()
              .map(p -> Proposal.of("Write the path `%s`".formatted(path), p).penalized(penalty))
              .forEach(proposals::add);
        }
      }
      if (!proposals.isEmpty()) {
        return proposals;
      }
    }
    return proposals;
  }

  private static List<String> paths(String name) {
    List<String> exact = StdNames.paths(name);
    if (!exact.isEmpty()) {
      return exact;
    }
    return NearNames.near(name, StdNames.names()).stream()
        .filter(near -> {
          OptionalInt distance = NearNames.distance(name, near);
          return distance.orElse(9) <= 2;
        })
        .flatMap(near -> StdNames.paths(near).stream())
        .toList();
  }

  /// A name that is spelled nearly so in the module before it.
  private static List<Proposal> alike(Site site, List<SyntaxNode> segments, int failing) {
    var modules = site.crate().modules();
    List<String> before = segments.subList(0, failing).stream().map(SyntaxNode::text).toList();
    List<String> here = modules.path(site.file(), site.node());
    List<String> module = resolved(here, before);
    SyntaxNode wrong = segments.get(failing);
    List<String> names =
        site.crate().items().stream()
            .filter(item -> Modules.isFree(item) && modules.path(item).equals(module))
            .map(item -> Named.name(item.node()))
            .filter(name -> !name.isEmpty())
            .toList();
    return NearNames.near(wrong.text(), names).stream()
        .flatMap(near ->
            site.edits().replace(wrong, near).patch().stream()
                .map(patch ->
                    Proposal.of("Write `%s` instead of `%s`".formatted(near, wrong.text()), patch)
                        .penalized(ALIKE)))
        .toList();
  }

  private static List<String> resolved(List<String> module, List<String> segments) {
    var at = new ArrayList<>(module);
    for (String segment : segments) {
      switch (segment) {
        case "crate" -> at.clear();
        case "self" -> {}
        case "super" -> {
          if (!at.isEmpty()) {
            at.removeLast();
          }
        }
        default -> at.add(segment);
      }
    }
    return at;
  }
}
