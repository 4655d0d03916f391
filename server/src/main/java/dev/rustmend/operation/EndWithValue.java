package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Ends a function, or a block, with the value that its type promises, where only one is evident:
/// `Ok(())`, `None`, the one variable of that type that the body worked on.
///
/// rustc points at the declared result (``implicitly returns `()` as its body has no tail``), at
/// the last statement, or at the block, and says ``expected `T`, found `()` ``.
final class EndWithValue implements Operation {
  /// What an empty end may have meant; that it did is a guess.
  private static final Set<String> INVENTED = Set.of("None", "true", "false");

  @Override
  public String name() {
    return "end-with-value";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Mismatch> types = Mismatch.of(site).filter(types_ -> types_.found().isUnit());
    Optional<SyntaxNode> body = body(site);
    if (types.isEmpty() || body.isEmpty()) {
      return List.of();
    }
    RustType wanted = types.get().expected();
    var values = new LinkedHashSet<String>();
    if (wanted.isNamed("Result") && wanted.argument(0).isUnit()) {
      values.add("Ok(())");
    } else if (wanted.isNamed("Option")) {
      values.add("None");
    }
    values.addAll(variables(site, body.get(), wanted));
    opposite(body.get(), wanted).ifPresent(values::add);
    var found = new ArrayList<Proposal>();
    for (String value : values) {
      insert(site, body.get(), value).ifPresent(found::add);
    }
    return found;
  }

  /// The block that lacks its value.
  private static Optional<SyntaxNode> body(Site site) {
    Optional<SyntaxNode> function =
        site.enclosing("function_item")
            .filter(item ->
                item.child("return_type")
                    .filter(type -> type.range().encloses(site.primary().range()))
                    .isPresent());
    if (function.isPresent()) {
      return function.get().child("body");
    }
    SyntaxNode node = site.node();
    if (node.is("block")) {
      return Optional.of(node);
    }
    return Nodes.statement(node)
        .filter(statement -> statement.range().end() == node.range().end())
        .filter(statement -> !Nodes.isAtom(node) || node.is("macro_invocation"))
        .flatMap(SyntaxNode::parent)
        .filter(block -> block.namedChildren().getLast().range().end() == node.range().end());
  }

  /// The variables that the body declares itself and that have just this type: the mutable ones
  /// first, for they were worked on.
  private static List<String> variables(Site site, SyntaxNode body, RustType wanted) {
    var types = new LocalTypes(site.crate());
    var worked = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (SyntaxNode statement : body.namedChildren()) {
      Optional<SyntaxNode> pattern =
          statement.is("let_declaration") ? statement.child("pattern") : Optional.empty();
      if (pattern.isEmpty() || !pattern.get().is("identifier")) {
        continue;
      }
      Optional<RustType> type = types.ofBinding(pattern.get());
      boolean fits = type.map(known -> known.fits(wanted) || filled(known, wanted)).orElse(false);
      boolean mutable = statement.text().startsWith("let mut ");
      if (fits && !wanted.isNamed("Option", "Result")) {
        (mutable ? worked : others).add(pattern.get().text());
      }
    }
    List<String> best = worked.isEmpty() ? others : worked;
    return best.size() == 1 && uses(body, best.getFirst()) > 1 ? best : List.of();
  }

  /// A constructor without arguments, `Vec::new()`, fits every vector.
  private static boolean filled(RustType known, RustType wanted) {
    return known.name().equals(wanted.name()) && known.arguments().isEmpty();
  }

  private static long uses(SyntaxNode body, String name) {
    return body.descendants()
        .filter(node -> node.is("identifier") && node.text().equals(name))
        .count();
  }

  /// A search that returns `true` when it finds something ends with `false`.
  private static Optional<String> opposite(SyntaxNode body, RustType wanted) {
    if (!wanted.text().equals("bool")) {
      return Optional.empty();
    }
    Set<String> returned =
        Set.copyOf(
            body.descendants()
                .filter(node -> node.is("return_expression"))
                .flatMap(node -> node.namedChildren().stream())
                .map(SyntaxNode::text)
                .toList());
    Map<String, String> opposites = Map.of("true", "false", "false", "true");
    return returned.size() == 1
        ? Optional.ofNullable(opposites.get(returned.iterator().next()))
        : Optional.empty();
  }

  private static Optional<Proposal> insert(Site site, SyntaxNode body, String value) {
    String title = "End the block with `" + value + "`";
    List<SyntaxNode> statements = body.namedChildren();
    int closing = body.range().end() - 1;
    if (statements.isEmpty()) {
      return site.edits()
          .insert(closing, " " + value + " ")
          .patch()
          .map(patch -> Proposal.of(title, patch))
          .map(made -> INVENTED.contains(value) ? made.inventing() : made);
    }
    SyntaxNode last = statements.getLast();
    boolean oneLine = !body.text().contains("\n");
    String between = oneLine ? " " : "\n" + Site.indent(site.text(), last.range().start());
    boolean needsSemicolon =
        Nodes.isExpression(last) && !Pattern.compile("[;}]\\s*$").matcher(last.text()).find();
    return site.edits()
        .insert(last.range().end(), (needsSemicolon ? ";" : "") + between + value)
        .patch()
        .map(patch -> Proposal.of(title, patch).penalized(value.equals("Ok(())") ? 0 : 5))
        .map(made -> INVENTED.contains(value) ? made.inventing() : made);
  }
}
