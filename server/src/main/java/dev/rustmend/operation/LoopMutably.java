package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goes through the elements instead of their numbers, so that each can be lent out mutably: `for
/// item in list.iter_mut()` for `for i in 0..list.len()` with `&mut list[i]`.
///
/// rustc says that the list ``was mutably borrowed here in the previous iteration of the loop``
/// (E0499): it can not know that the numbers differ. The number must be used for nothing else.
final class LoopMutably implements Operation {
  private static final Pattern NUMBERS = Pattern.compile("0\\s*\\.\\.\\s*([\\w.]+)\\.len\\(\\)");

  @Override
  public String name() {
    return "loop-mutably";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> loop = site.enclosing("for_expression");
    Matcher numbers =
        NUMBERS.matcher(loop.flatMap(node -> node.child("value")).map(SyntaxNode::text).orElse(""));
    Optional<SyntaxNode> number =
        loop.flatMap(node -> node.child("pattern")).filter(pattern -> pattern.is("identifier"));
    if (!numbers.matches() || number.isEmpty()) {
      return List.of();
    }
    String list = numbers.group(1);
    String item = FreshName.of(number.get(), "item");
    String element = list + "[" + number.get().text() + "]";
    Edits edits = site.edits();
    edits.replace(number.get(), item);
    edits.replace(loop.get().child("value").orElseThrow(), list + ".iter_mut()");
    for (SyntaxNode use : Bindings.uses(number.get())) {
      Optional<SyntaxNode> index =
          use.parent()
              .filter(up -> up.is("index_expression"))
              .filter(up -> up.text().replaceAll("\\s+", "").equals(element));
      if (index.isEmpty()) {
        return List.of();
      }
      Optional<SyntaxNode> lent =
          index
              .get()
              .parent()
              .filter(up -> up.is("reference_expression"))
              .filter(up -> up.children().stream().anyMatch(c -> c.is("mutable_specifier")));
      boolean part = index.get().parent().filter(up -> up.is("field_expression")).isPresent();
      edits.replace(lent.orElse(index.get()), lent.isPresent() || part ? item : "*" + item);
    }
    return Declarations.one("Go through the elements of `%s` mutably".formatted(list), edits);
  }
}
