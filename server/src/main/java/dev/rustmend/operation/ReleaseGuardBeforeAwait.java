package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Puts a block around the statements that use the guard of a lock, where an `.await` follows and
/// the future has to be `Send`: the guard is gone then, which an explicit `drop` does not prove.
///
/// rustc points at the variable, which "has type … which is not `Send`", and at the `.await`.
/// Nothing that the block declares may be mentioned behind it.
final class ReleaseGuardBeforeAwait implements Operation {
  private static final Pattern GUARD =
      Pattern.compile("has type `.*\\b((?:Mutex|RwLock\\w+)Guard|RefMut|Ref)<.*` which is not .*");

  @Override
  public String name() {
    return "release-guard-before-await";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<Place> guards = site.noted("has type `…` which is not `…`");
    List<Place> awaits = site.noted("await occurs here, with `…` maybe used later");
    if (site.find(GUARD).isEmpty() || guards.size() != 1 || awaits.size() != 1) {
      return List.of();
    }
    Optional<SyntaxNode> let = Declarations.at(guards.getFirst().node(), "let_declaration");
    Optional<SyntaxNode> block = let.flatMap(SyntaxNode::parent).filter(up -> up.is("block"));
    Optional<SyntaxNode> waiting =
        block.flatMap(up -> Flow.statementIn(up, awaits.getFirst().node()));
    Optional<SyntaxNode> variable =
        let.flatMap(node -> node.child("pattern"))
            .flatMap(pattern -> Bindings.names(pattern).stream().findFirst());
    if (waiting.isEmpty() || variable.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> all = Flow.statements(block.get());
    int first = all.indexOf(let.get());
    int end = all.indexOf(waiting.get());
    String name = variable.get().text();
    int last = end - 1;
    while (last > first && !Flow.mentions(all.get(last), name)) {
      last--;
    }
    boolean done = all.subList(end, all.size()).stream().noneMatch(s -> Flow.mentions(s, name));
    if (first < 0 || last < first || !done || escapes(all, first, last)) {
      return List.of();
    }
    return inBlock(site, name, let.get().range().start(), all.get(last).range().end());
  }

  /// Whether something that is declared from `first` to `last` is mentioned behind.
  private static boolean escapes(List<SyntaxNode> all, int first, int last) {
    return all.subList(first, last + 1).stream()
        .flatMap(statement -> Flow.declared(statement).stream())
        .anyMatch(name ->
            all.subList(last + 1, all.size()).stream().anyMatch(s -> Flow.mentions(s, name)));
  }

  private static List<Proposal> inBlock(Site site, String name, int start, int end) {
    var range = new TextRange(start, end);
    String text = site.text().slice(range);
    if (text.contains("\"\n") || text.contains("\\\n")) {
      return List.of();
    }
    String indent = Site.indent(site.text(), start);
    String inside = text.replace("\n" + indent, "\n" + indent + "    ");
    return Declarations.one(
        "Release `%s` before the `.await`, with a block".formatted(name),
        site.edits().replace(range, "{\n" + indent + "    " + inside + "\n" + indent + "}"));
  }
}
