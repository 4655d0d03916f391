package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Runs a thread that borrows local values in `thread::scope`, where it is joined in the same block
/// anyway (E0373, E0521, E0597, E0382).
///
/// A thread from `thread::spawn` may outlive the function, so that it can borrow nothing; one of a
/// scope ends with the scope.
final class ScopeThread implements Operation {
  private static final int PENALTY = 24;

  @Override
  public String name() {
    return "scope-thread";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return spawns(site).flatMap(call -> proposal(site, call).stream()).limit(1).toList();
  }

  /// The `thread::spawn` calls at which the diagnostic points, or that are in its function.
  private static Stream<SyntaxNode> spawns(Site site) {
    Stream<SyntaxNode> here =
        Stream.concat(Stream.of(site.node()), site.node().ancestors()).filter(ScopeThread::isSpawn);
    Stream<SyntaxNode> around =
        site.enclosing("function_item").stream()
            .flatMap(SyntaxNode::descendants)
            .filter(ScopeThread::isSpawn);
    return Stream.concat(here, around);
  }

  private static boolean isSpawn(SyntaxNode node) {
    return node.is("call_expression")
        && node.child("function")
            .filter(f -> f.text().matches("(std::)?thread::spawn"))
            .isPresent();
  }

  private static Optional<Proposal> proposal(Site site, SyntaxNode spawn) {
    Optional<SyntaxNode> statement = Nodes.statement(spawn);
    Optional<SyntaxNode> block = statement.flatMap(SyntaxNode::parent);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    SyntaxNode first = statement.get();
    List<SyntaxNode> all = Flow.statements(block.get());
    Optional<SyntaxNode> last = joined(spawn, first, all);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    int from = all.indexOf(first);
    int to = all.indexOf(last.get());
    Set<String> needed = new HashSet<>();
    all.subList(from, to + 1).forEach(inner -> needed.addAll(Flow.declared(inner)));
    boolean escapes =
        all.subList(to + 1, all.size()).stream()
            .anyMatch(behind -> Flow.mentioned(behind).stream().anyMatch(needed::contains));
    boolean jumps = all.subList(from, to + 1).stream().anyMatch(ScopeThread::leaves);
    return escapes || jumps ? Optional.empty() : wrapped(site, spawn, all.subList(from, to + 1));
  }

  private static boolean leaves(SyntaxNode statement) {
    return statement
        .descendants()
        .anyMatch(node ->
            node.kind().matches("(return|try|await)_expression")
                && Nodes.above(node, "closure_expression")
                    .filter(closure -> statement.range().encloses(closure.range()))
                    .isEmpty());
  }

  /// The statement that joins the thread: the same one, or the last that mentions its handle.
  private static Optional<SyntaxNode> joined(
      SyntaxNode spawn, SyntaxNode statement, List<SyntaxNode> all) {
    boolean here =
        spawn
            .parent()
            .filter(up -> up.is("field_expression") && up.text().endsWith("join"))
            .isPresent();
    if (here) {
      return Optional.of(statement);
    }
    Optional<SyntaxNode> handle =
        Optional.of(statement)
            .filter(node -> node.is("let_declaration"))
            .filter(node ->
                node.child("value").filter(v -> v.range().equals(spawn.range())).isPresent())
            .flatMap(node -> node.child("pattern"))
            .flatMap(Flow::boundName);
    return handle.flatMap(name ->
        Bindings.uses(name).stream()
            .filter(ScopeThread::isJoin)
            .reduce((_, last) -> last)
            .flatMap(use ->
                all.stream().filter(node -> node.range().encloses(use.range())).findFirst()));
  }

  private static boolean isJoin(SyntaxNode use) {
    SourceText text = use.tree().source();
    int end = Math.min(use.range().end() + ".join(".length(), text.length());
    return text.slice(new TextRange(use.range().end(), end)).equals(".join(");
  }

  private static Optional<Proposal> wrapped(
      Site site, SyntaxNode spawn, List<SyntaxNode> statements) {
    SourceText text = site.text();
    TextRange whole = statements.getFirst().range().cover(statements.getLast().range());
    String code = text.slice(whole);
    String scope = code.matches("(?s).*\\bs\\b.*") ? "scope" : "s";
    String path = spawn.child("function").orElseThrow().text().replace("spawn", "scope");
    Edits edits = site.edits();
    edits.replace(spawn.child("function").orElseThrow(), scope + ".spawn");
    boolean value = !statements.getLast().text().endsWith(";");
    if (value && statements.size() == 1) {
      edits.wrap(whole, "%s(|%s| ".formatted(path, scope), ")");
    } else {
      String indent = Site.indent(text, whole.start());
      edits.insert(whole.start(), "%s(|%s| {\n%s    ".formatted(path, scope, indent));
      byte[] bytes = text.bytes();
      for (int at = whole.start(); at < whole.end(); at++) {
        if (bytes[at] == '\n' && at + 1 < whole.end() && bytes[at + 1] != '\n') {
          edits.insert(at + 1, "    ");
        }
      }
      edits.insert(whole.end(), "\n%s})%s".formatted(indent, value ? "" : ";"));
    }
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Run the thread in `%s`".formatted(path), patch).penalized(PENALTY));
  }
}
