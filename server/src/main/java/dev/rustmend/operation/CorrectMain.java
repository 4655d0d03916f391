package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives `main` the form that a program's entry has to have: no generics, no `where`, no
/// parameters; adds it, or names it so, where it is missing.
///
/// Answers E0131, E0646, E0580 and E0601.
final class CorrectMain implements Operation {
  private static final int NEW_MAIN = 40;

  @Override
  public String name() {
    return "correct-main";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> main =
        site.enclosing("function_item").filter(f -> Declarations.name(f).equals("main"));
    return switch (site.diagnostic().codeText()) {
      case "E0131" -> main.map(f -> generics(site, f)).orElse(List.of());
      case "E0646" -> main.map(f -> where(site, f)).orElse(List.of());
      case "E0580" -> main.map(f -> parameters(site, f)).orElse(List.of());
      case "E0601" -> missing(site);
      default -> List.of();
    };
  }

  private static List<Proposal> generics(Site site, SyntaxNode main) {
    boolean used =
        Declarations.generics(main).stream()
            .anyMatch(p ->
                main.child("body")
                    .filter(b -> Declarations.mentions(b, Declarations.name(p)))
                    .isPresent());
    Optional<SyntaxNode> list = main.child("type_parameters");
    if (used || list.isEmpty()) {
      return List.of();
    }
    return Declarations.one(
        "Remove the generic parameters of `main`", site.edits().delete(list.get().range()));
  }

  private static List<Proposal> where(Site site, SyntaxNode main) {
    Optional<SyntaxNode> clause = Declarations.childOf(main, "where_clause");
    Optional<SyntaxNode> body = main.child("body");
    if (clause.isEmpty() || body.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> before =
        main.children().stream().takeWhile(node -> !node.equals(clause.get())).toList();
    int from = before.getLast().range().end();
    int to = body.get().range().start();
    var range = new TextRange(from, to);
    return Declarations.one(
        "Remove the `where` clause of `main`", site.edits().replace(range, " "));
  }

  private static List<Proposal> parameters(Site site, SyntaxNode main) {
    SyntaxNode list = main.child("parameters").orElseThrow();
    List<SyntaxNode> all = list.namedChildren();
    Optional<SyntaxNode> body = main.child("body");
    if (body.isEmpty()) {
      return List.of();
    }
    String indent = Declarations.indent(main) + "    ";
    var lets = new ArrayList<String>();
    for (SyntaxNode parameter : all) {
      String pattern = parameter.child("pattern").map(SyntaxNode::text).orElse("");
      String type = parameter.child("type").map(SyntaxNode::text).orElse("");
      boolean used = Declarations.mentions(body.get(), pattern);
      String mutable = parameter.text().startsWith("mut ") ? "mut " : "";
      if (type.replaceAll("\\s|std::\\w+::", "").equals("Vec<String>")) {
        lets.add("let " + mutable + pattern + ": " + type + " = std::env::args().collect();");
      } else if (used) {
        return List.of();
      }
    }
    Edits edits = site.edits().replace(list, "()");
    if (!lets.isEmpty()) {
      edits.insert(
          body.get().range().start() + 1, "\n" + indent + String.join("\n" + indent, lets));
    }
    String title =
        lets.isEmpty()
            ? "Remove the parameters of `main`"
            : "Read the arguments with `std::env::args` in `main`";
    return edits.patch().stream()
        .map(
            patch -> Proposal.of(title, patch).admitting(dev.rustmend.syntax.Damage.Kind.PARAMETER))
        .toList();
  }

  private static List<Proposal> missing(Site site) {
    var found = new ArrayList<Proposal>();
    for (SyntaxNode node : site.tree().root().namedChildren()) {
      boolean plain =
          node.is("function_item")
              && node.child("parameters").filter(p -> p.namedChildren().isEmpty()).isPresent();
      if (plain && Declarations.nearest(Declarations.name(node), List.of("main")).isPresent()) {
        found.addAll(
            Declarations.one(
                "Rename `%s` to `main`".formatted(Declarations.name(node)),
                site.edits().replace(node.child("name").orElseThrow(), "main")));
      }
    }
    int end = site.text().length();
    String gap = site.text().string().endsWith("\n") || end == 0 ? "\n" : "\n\n";
    found.addAll(
        Declarations.one(
            "Add an empty `main`", site.edits().insert(end, gap + "fn main() {}\n"), NEW_MAIN));
    return found;
  }
}
