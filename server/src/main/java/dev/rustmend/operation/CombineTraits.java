package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Combines several traits of a trait object in one trait of the crate's own, which every type with
/// all of them has.
///
/// Answers E0225: only auto traits can stand beside the first.
final class CombineTraits implements Operation {
  private static final Set<String> AUTO =
      Set.of("Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe");

  @Override
  public String name() {
    return "combine-traits";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> whole =
        Nodes.above(site.node(), "bounded_type")
            .map(inner ->
                inner
                    .ancestors()
                    .filter(up -> up.is("bounded_type"))
                    .reduce((_, last) -> last)
                    .orElse(inner));
    Optional<SyntaxNode> object =
        whole.flatMap(w -> w.descendants().filter(n -> n.is("dynamic_type")).findFirst());
    if (object.isEmpty()) {
      return List.of();
    }
    String text = whole.orElseThrow().text().replaceFirst("^dyn\\s+", "");
    List<String> parts =
        java.util.regex.Pattern.compile("\\s*\\+\\s*(?![^<(]*[>)])").splitAsStream(text).toList();
    List<String> traits =
        parts.stream()
            .filter(p -> !p.startsWith("'") && !AUTO.contains(p.replaceFirst(".*::", "")))
            .toList();
    List<String> others = parts.stream().filter(p -> !traits.contains(p)).toList();
    Optional<SyntaxNode> around = place(whole.get());
    if (traits.size() < 2 || around.isEmpty()) {
      return List.of();
    }
    String name =
        fresh(
            site,
            String.join(
                "",
                traits.stream()
                    .map(t -> Declarations.wordOf(t.replaceFirst("(?s)[<(].*", "")))
                    .toList()));
    String bounds = String.join(" + ", traits);
    String indent = Declarations.indent(around.get());
    String definition =
        "trait "
            + name
            + ": "
            + bounds
            + " {}\n"
            + indent
            + "impl<T: "
            + bounds
            + " + ?Sized> "
            + name
            + " for T {}\n\n"
            + indent;
    String made = "dyn " + name + (others.isEmpty() ? "" : " + " + String.join(" + ", others));
    Edits edits =
        site.edits()
            .insert(Declarations.start(around.get()), definition)
            .replace(whole.get(), made);
    return Declarations.one("Combine the traits in a trait `%s`".formatted(name), edits);
  }

  private static String fresh(Site site, String base) {
    return site.crate().definitions(base).isEmpty() ? base : base + "2";
  }

  /// The statement or item before which the trait can stand.
  private static Optional<SyntaxNode> place(SyntaxNode type) {
    Optional<SyntaxNode> statement =
        Nodes.statement(type)
            .filter(s -> Nodes.above(type, "let_declaration", "expression_statement").isPresent());
    return statement.or(() ->
        type.ancestors()
            .filter(Declarations::isItem)
            .filter(item ->
                item.parent()
                    .filter(
                        up -> up.is("source_file") || up.is("block") || up.is("declaration_list"))
                    .isPresent())
            .filter(item -> Nodes.above(item, "impl_item", "trait_item").isEmpty())
            .findFirst());
  }
}
