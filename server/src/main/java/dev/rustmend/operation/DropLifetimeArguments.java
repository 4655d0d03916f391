package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Leaves lifetime arguments out where a function chooses its lifetimes anew in every call: `head`
/// for `head::<'static>`. Types and constants beside them stay.
///
/// Answers E0794. Such a lifetime can never be given, and the compiler finds it by the arguments.
final class DropLifetimeArguments implements Operation {

  @Override
  public String name() {
    return "drop-lifetime-arguments";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> list = Declarations.at(site.node(), "type_arguments");
    Optional<SyntaxNode> named =
        list.flatMap(SyntaxNode::parent)
            .filter(up -> up.is("generic_function"))
            .flatMap(up -> up.child("function"));
    if (named.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> arguments = list.get().namedChildren();
    List<SyntaxNode> others = arguments.stream().filter(each -> !each.is("lifetime")).toList();
    if (others.size() == arguments.size()) {
      return List.of();
    }
    Edits edits = site.edits();
    if (others.isEmpty()) {
      edits.delete(new TextRange(named.get().range().end(), list.get().range().end()));
    } else {
      edits.delete(
          new TextRange(list.get().range().start() + 1, others.getFirst().range().start()));
    }
    return Declarations.one(
        "Leave the lifetimes of `%s` to be inferred".formatted(Callee.nameOf(named.get())), edits);
  }
}
