package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks for less of a closure where the function that takes it calls it once: `FnOnce` for `Fn`, or
/// `FnMut`.
///
/// Answers E0525. rustc says in the message what the closure is, and points at the bound that asks
/// for more.
final class RelaxClosureBound implements Operation {
  private static final Pattern SAYS = Pattern.compile("only implements `(Fn\\w+)`");
  private static final Pattern BOUND = Pattern.compile("\\b(FnMut|Fn)\\b");
  private static final int CHANGES_SIGNATURE = 10;

  @Override
  public String name() {
    return "relax-closure-bound";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<String> kind = site.find(SAYS);
    if (kind.isEmpty()) {
      return List.of();
    }
    for (Place place : site.noted("required by …")) {
      Matcher bound = BOUND.matcher(place.text());
      Optional<SyntaxNode> function = Declarations.at(place.node(), "function_item");
      if (!bound.find() || function.isEmpty()) {
        continue;
      }
      int start = place.range().start() + bound.start();
      Edits edits = new Edits(place.file());
      edits.replace(place.file(), new TextRange(start, start + bound.group().length()), kind.get());
      return Declarations.one(
          "Ask for `%s` in `%s`".formatted(kind.get(), Declarations.name(function.get())),
          edits,
          CHANGES_SIGNATURE);
    }
    return List.of();
  }
}
