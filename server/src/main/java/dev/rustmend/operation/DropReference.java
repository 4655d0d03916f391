package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Hands the value on instead of a reference to it: `jobs.push(job)` for `jobs.push(&job)`, where
/// the value dies before the reference (E0597, E0716, E0515, E0505, E0521), and an owned copy where
/// a view of the value was handed on.
final class DropReference implements Operation {
  private static final int MOVE = 12;
  private static final int IN_BLOCK = 70;
  private static final int COPY = 40;

  @Override
  public String name() {
    return "drop-reference";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    reference(site)
        .ifPresent(reference -> {
          SyntaxNode value = reference.child("value").orElseThrow();
          declared(site)
              .delete(new TextRange(reference.range().start(), value.range().start()))
              .patch()
              // a field would be moved out of a value that lives on
              .filter(_ -> isWhole(value) && Only.asks(site, "move"))
              .ifPresent(patch ->
                  found.add(
                      Proposal.of("Use `%s` itself, not a reference".formatted(value.text()), patch)
                          .penalized(MOVE + (WidenScope.isPossible(site) ? IN_BLOCK : 0))));
          declared(site)
              .replace(reference, Nodes.operand(value) + ".clone()")
              .patch()
              .filter(_ -> Only.asks(site, "copy"))
              .ifPresent(patch ->
                  found.add(
                      Proposal.of(
                              "Use a clone of `%s`, not a reference".formatted(value.text()), patch)
                          .penalized(COPY + (WidenScope.isPossible(site) ? IN_BLOCK : 0))));
        });
    view(site).ifPresent(call -> views(site, call, found));
    return List.copyOf(found);
  }

  private static boolean isWhole(SyntaxNode value) {
    return !value.is("field_expression") && !value.is("index_expression");
  }

  /// What collects the references gets an owned type where its `let` names one.
  private static Edits declared(Site site) {
    Edits edits = site.edits();
    site.labeled("variable `$x` declared here").stream()
        .findFirst()
        .flatMap(place -> Nodes.above(place.node(), "let_declaration"))
        .or(() -> collector(site))
        .flatMap(let -> let.child("type"))
        .filter(type -> !OwnedType.of(type).equals(type.text()))
        .ifPresent(type -> edits.replace(type, OwnedType.of(type)));
    return edits;
  }

  private static Optional<SyntaxNode> collector(Site site) {
    return Conflict.of(site)
        .later()
        .map(Place::node)
        .flatMap(Flow::root)
        .flatMap(root -> Bindings.binding(root, root.text()))
        .flatMap(name -> Nodes.above(name, "let_declaration"));
  }

  private static Optional<SyntaxNode> reference(Site site) {
    SyntaxNode node = site.node();
    return Stream.concat(Stream.of(node), node.ancestors().limit(3))
        .filter(up -> up.is("reference_expression"))
        .findFirst()
        .filter(up -> up.child("value").isPresent());
  }

  /// The largest chain of calls on the value: `name.as_str()`, `line.trim()`.
  private static Optional<SyntaxNode> view(Site site) {
    SyntaxNode best = site.node();
    for (SyntaxNode up : site.node().ancestors().toList()) {
      boolean chain =
          up.is("field_expression")
              || (up.is("call_expression")
                  && up.child("function").filter(f -> f.is("field_expression")).isPresent())
              || up.is("try_expression");
      if (!chain || up.range().start() != best.range().start()) {
        break;
      }
      best = up;
    }
    return best.is("call_expression") && !best.equals(site.node())
        ? Optional.of(best)
        : Optional.empty();
  }

  private static void views(Site site, SyntaxNode call, List<Proposal> found) {
    String method = call.child("function").map(Callee::nameOf).orElse("");
    SyntaxNode receiver =
        call.child("function").flatMap(function -> function.child("value")).orElse(call);
    if (method.matches("as_str|as_slice|as_ref|as_bytes|as_path|borrow")) {
      add(site, found, call, receiver.text(), MOVE + 4);
      add(site, found, call, receiver.text() + ".clone()", COPY);
      if (receiver.is("call_expression")) {
        // a value of its own: the view is not needed at all
        return;
      }
    }
    add(site, found, call, call.text() + ".to_string()", COPY);
    add(site, found, call, call.text() + ".to_owned()", COPY + 4);
    add(site, found, call, call.text() + ".clone()", COPY + 6);
  }

  private static void add(
      Site site, List<Proposal> found, SyntaxNode call, String code, int penalty) {
    Edits edits = declared(site);
    if (code.startsWith(call.text())) {
      edits.insert(call.range().end(), code.substring(call.text().length()));
    } else {
      edits.replace(call, code);
    }
    edits
        .patch()
        .filter(_ -> Only.asks(site, penalty < COPY ? "move" : "copy"))
        .ifPresent(patch ->
            found.add(
                Proposal.of("Keep `%s`, which owns its data".formatted(code), patch)
                    .penalized(penalty)));
  }
}
