package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes the function around an `.await` async, awaits it where it is called, and goes on so with
/// its callers (E0728); a closure becomes an async one.
///
/// A future does nothing until it is awaited, so that every caller has to await it. It ends where a
/// caller is async already; it gives up at `main`, at tests and at trait methods.
final class MakeAsync implements Operation {
  private static final int SIGNATURE = 20;
  private static final int MOST = 6;

  @Override
  public String name() {
    return "make-async";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> around = Nodes.function(site.node());
    if (around.isEmpty()) {
      return List.of();
    }
    boolean isClosure = around.get().is("closure_expression");
    if (!Only.asks(site, isClosure ? "closure" : "function")) {
      return List.of();
    }
    return around.get().is("closure_expression")
        ? closure(site, around.get()).stream().toList()
        : functions(site, around.get()).stream().toList();
  }

  private static Optional<Proposal> closure(Site site, SyntaxNode closure) {
    return site.edits()
        .insert(closure.range().start(), "async ")
        .patch()
        .map(patch -> Proposal.of("Make the closure async", patch).penalized(SIGNATURE));
  }

  private static Optional<Proposal> functions(Site site, SyntaxNode first) {
    Set<SyntaxNode> made = new LinkedHashSet<>();
    var open = new ArrayDeque<SyntaxNode>(List.of(first));
    Edits edits = site.edits();
    while (!open.isEmpty()) {
      SyntaxNode function = open.removeFirst();
      if (!made.add(function)) {
        continue;
      }
      String name = function.child("name").map(SyntaxNode::text).orElse("main");
      Optional<SyntaxNode> word =
          function.children().stream()
              .filter(child -> child.is("function_modifiers") || child.is("fn"))
              .findFirst();
      if (name.equals("main")
          || made.size() > MOST
          || word.isEmpty()
          || BorrowShared.inTraitImpl(function)) {
        return Optional.empty();
      }
      for (Place call : Callee.calls(site, function)) {
        Optional<SyntaxNode> caller = Nodes.above(call.node(), "function_item", "async_block");
        Optional<SyntaxNode> closure = Nodes.above(call.node(), "closure_expression");
        boolean inClosure =
            closure
                .filter(c -> caller.filter(f -> f.range().encloses(c.range())).isPresent())
                .isPresent();
        if (caller.isEmpty() || inClosure || !call.file().equals(site.file())) {
          return Optional.empty();
        }
        edits.insert(call.node().range().end(), ".await");
        if (caller.get().is("function_item") && !isAsync(caller.get())) {
          open.add(caller.get());
        }
      }
      edits.insert(word.get().range().start(), "async ");
    }
    String name = first.child("name").map(SyntaxNode::text).orElse("");
    return edits
        .patch()
        .map(patch -> Proposal.of("Make `%s` async".formatted(name), patch).penalized(SIGNATURE));
  }

  private static boolean isAsync(SyntaxNode function) {
    int end = function.child("name").orElse(function).range().start();
    String head = function.tree().source().slice(new TextRange(function.range().start(), end));
    return head.contains("async");
  }
}
