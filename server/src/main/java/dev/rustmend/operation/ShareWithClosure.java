package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives a `move` closure a value of its own (E0382): a clone that is made before the closure, and
/// where the value can not be cloned, such as a `Mutex`, one that several share through `Arc` or
/// `Rc`.
///
/// rustc labels the closure "value moved into closure here", for a loop with "in previous iteration
/// of loop". In a loop the clone may have the old name, since the next turn sees the outer variable
/// again; elsewhere it gets a new one.
final class ShareWithClosure implements Operation {
  private static final Pattern TYPE =
      Pattern.compile("(?:has type|cloning the original) `([^`]*)`");
  private static final String ORIGINAL = "this move could be avoided by cloning the original …";
  private static final int CLONE = 2;
  private static final int WRAP = 30;

  @Override
  public String name() {
    return "share-with-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<String> names = names(site);
    Optional<SyntaxNode> closure =
        site.labeled("value moved into … here…").stream()
            .findFirst()
            .map(Place::node)
            .flatMap(ShareWithClosure::closure);
    if (names.isEmpty() || closure.isEmpty()) {
      return List.of();
    }
    String name = names.getFirst().replaceFirst("^\\*", "");
    Optional<SyntaxNode> binding = Bindings.binding(closure.get(), name);
    if (binding.isEmpty()) {
      return List.of();
    }
    String type = site.find(TYPE).orElse("");
    String pointer = type.replaceAll("<.*", "").replaceAll(".*::", "");
    boolean shared = pointer.equals("Arc") || pointer.equals("Rc");
    var found = new ArrayList<Proposal>();
    String clone =
        shared ? "%s::clone(&%s)".formatted(pointer, name) : "%s.clone()".formatted(name);
    boolean wraps = Only.asks(site, "wrap");
    boolean clones = Only.asks(site, "clone");
    patched(site, site.edits(), closure.get(), binding.get(), clone)
        .filter(_ -> clones)
        .ifPresent(patch ->
            found.add(
                Proposal.of("Clone `%s` for the closure".formatted(name), patch).penalized(CLONE)));
    if (!shared && wraps) {
      wrapped(site, closure.get(), binding.get()).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /// The moved value's name: in the message, or, for a shared pointer under a newer rustc, at the
  /// place where it is declared.
  private static List<String> names(Site site) {
    List<String> original = site.labeled(ORIGINAL).stream().map(Place::text).toList();
    return original.isEmpty() ? site.quoted() : original;
  }

  private static Optional<SyntaxNode> closure(SyntaxNode node) {
    boolean itself = node.is("closure_expression") || node.is("async_block");
    return itself ? Optional.of(node) : Nodes.above(node, "closure_expression", "async_block");
  }

  private static Optional<Patch> patched(
      Site site, Edits edits, SyntaxNode closure, SyntaxNode binding, String clone) {
    Optional<HoistPoint> point = HoistPoint.of(closure);
    if (point.isEmpty()) {
      return Optional.empty();
    }
    String name = binding.text();
    boolean loop =
        closure
            .ancestors()
            .takeWhile(up -> !up.range().encloses(binding.range()))
            .anyMatch(up -> up.kind().matches("(for|while|loop)_expression"));
    SyntaxNode target = point.get().target();
    boolean onlyHere =
        Flow.statementIn(target.parent().orElse(target), target).stream()
            .allMatch(statement -> !usedBehind(binding, statement));
    String fresh = loop && onlyHere ? name : point.get().free(name + "_clone");
    point.get().insert(edits, site.primary(), "let %s = %s;".formatted(fresh, clone));
    if (!fresh.equals(name)) {
      if (closure.descendants().anyMatch(node -> captures(node, name))) {
        return Optional.empty();
      }
      Bindings.uses(binding).stream()
          .filter(use -> closure.range().encloses(use.range()))
          .forEach(use -> edits.replace(use, fresh));
    }
    return edits.patch();
  }

  private static boolean usedBehind(SyntaxNode binding, SyntaxNode statement) {
    int end = statement.range().end();
    int block = statement.parent().orElse(statement).range().end();
    return Bindings.uses(binding).stream()
        .anyMatch(use -> use.range().start() >= end && use.range().end() <= block);
  }

  private static boolean captures(SyntaxNode node, String name) {
    return node.is("string_literal") && Flow.captured(node.text()).contains(name);
  }

  private static Optional<Proposal> wrapped(Site site, SyntaxNode closure, SyntaxNode binding) {
    Optional<SyntaxNode> let = Nodes.above(binding, "let_declaration");
    Optional<SyntaxNode> value = let.flatMap(node -> node.child("value"));
    if (value.isEmpty() || let.get().child("pattern").flatMap(Flow::boundName).isEmpty()) {
      return Optional.empty();
    }
    boolean thread =
        Nodes.above(closure, "call_expression")
            .filter(call -> call.text().contains("spawn"))
            .isPresent();
    String pointer = thread ? "Arc" : "Rc";
    Edits edits = site.edits();
    edits.wrap(value.get().range(), pointer + "::new(", ")");
    let.get().child("type").ifPresent(type -> edits.wrap(type.range(), pointer + "<", ">"));
    Imports.add(edits, site.primary(), thread ? "std::sync::Arc" : "std::rc::Rc");
    String clone = "%s::clone(&%s)".formatted(pointer, binding.text());
    String title = "Share `%s` through `%s`".formatted(binding.text(), pointer);
    return patched(site, edits, closure, binding, clone)
        .map(patch -> Proposal.of(title, patch).penalized(WRAP));
  }
}
