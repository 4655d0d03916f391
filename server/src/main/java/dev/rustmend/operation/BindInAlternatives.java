package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes the alternatives of an or-pattern bind the same names: ignores a value that nobody uses,
/// binds it in the alternative that ignores it or calls it otherwise, or takes the name for the
/// constant or variant that it was meant to be.
///
/// rustc labels the binding "variable not in all patterns" and has its primary span at each
/// alternative that lacks it.
final class BindInAlternatives implements Operation {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final int GUESS = 10;

  @Override
  public String name() {
    return "bind-in-alternatives";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<String> quoted = site.quoted();
    List<Place> bindings = site.labeled("variable not in all patterns");
    if (quoted.isEmpty() || bindings.isEmpty() || !WORD.matcher(quoted.getFirst()).matches()) {
      return List.of();
    }
    String name = quoted.getFirst();
    var proposals = new ArrayList<Proposal>();
    proposals.addAll(constant(site, bindings, name));
    if (!isUsed(bindings.getFirst().node(), name)) {
      proposals.addAll(ignored(site, bindings, name));
    }
    proposals.addAll(bound(site, name));
    return proposals;
  }

  private static boolean isUsed(SyntaxNode binding, String name) {
    Optional<SyntaxNode> arm =
        Nodes.above(binding, "match_arm", "let_declaration", "let_condition");
    if (arm.isEmpty() || !arm.get().is("match_arm")) {
      return true;
    }
    return arm.get().child("value").filter(value -> mentions(value, name)).isPresent()
        || arm.get()
            .child("pattern")
            .flatMap(pattern -> pattern.child("condition"))
            .filter(guard -> mentions(guard, name))
            .isPresent();
  }

  private static boolean mentions(SyntaxNode node, String name) {
    return Pattern.compile("\\b" + name + "\\b").matcher(node.text()).find();
  }

  private static List<Proposal> ignored(Site site, List<Place> bindings, String name) {
    Edits edits = site.edits();
    for (Place binding : bindings) {
      boolean shorthand = binding.node().is("shorthand_field_identifier");
      edits.replace(binding.range(), shorthand ? name + ": _" : "_");
    }
    return edits.patch().stream()
        .map(patch -> Proposal.of("Ignore `%s`, which is not used".formatted(name), patch))
        .toList();
  }

  private static List<Proposal> constant(Site site, List<Place> bindings, String name) {
    if (!Character.isUpperCase(name.charAt(0)) || bindings.size() > 1) {
      return List.of();
    }
    Map<String, String> scope = Scope.of(site, NameKind.VALUE);
    List<String> names =
        scope.containsKey(name) && !scope.get(name).equals(name)
            ? List.of(name)
            : NearNames.near(name, scope.keySet());
    return names.stream()
        .filter(near -> Character.isUpperCase(near.charAt(0)))
        .map(scope::get)
        .flatMap(text ->
            site.edits().replace(bindings.getFirst().range(), text).patch().stream()
                .map(patch ->
                    Proposal.of("Write `%s` instead of `%s`".formatted(text, name), patch)))
        .toList();
  }

  /// Binds the name in the alternative of the primary span, which ignores one value or binds one
  /// under another name.
  private static List<Proposal> bound(Site site, String name) {
    SyntaxNode lacking = site.node();
    List<SyntaxNode> holes =
        lacking.descendants().filter(node -> node.is("_") && node.parent().isPresent()).toList();
    var proposals = new ArrayList<Proposal>();
    if (holes.size() == 1) {
      site.edits()
          .replace(holes.getFirst(), name)
          .patch()
          .map(patch -> Proposal.of("Bind `%s` in every alternative".formatted(name), patch))
          .ifPresent(proposals::add);
    }
    List<SyntaxNode> others =
        lacking
            .descendants()
            .filter(node -> node.is("identifier") || node.is("shorthand_field_identifier"))
            .filter(node -> node.field().filter("type"::equals).isEmpty())
            .filter(node -> node.parent().filter(p -> p.kind().startsWith("scoped_")).isEmpty())
            .filter(node -> !node.equals(lacking) && Character.isLowerCase(node.text().charAt(0)))
            .toList();
    if (others.size() == 1 && !isUsed(others.getFirst(), others.getFirst().text())) {
      SyntaxNode other = others.getFirst();
      boolean shorthand = other.is("shorthand_field_identifier");
      site.edits()
          .replace(other, shorthand ? other.text() + ": " + name : name)
          .patch()
          .map(patch ->
              Proposal.of("Call `%s` `%s` as well".formatted(other.text(), name), patch)
                  .penalized(GUESS))
          .ifPresent(proposals::add);
    }
    return proposals;
  }
}
