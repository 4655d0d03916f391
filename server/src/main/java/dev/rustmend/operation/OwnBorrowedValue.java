package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets a variable own a copy of what it borrowed, so that no borrow is left to clash: `let first =
/// v[0];` for `let first = &v[0];`, and `.clone()`, `.to_string()`, `.to_vec()`, `.cloned()` where
/// the value is no plain number.
///
/// Whether a type is `Copy` or `Clone` the compiler decides; a `.clone()` that only copies the
/// reference leaves the error and is rejected.
final class OwnBorrowedValue implements Operation {
  private static final int COPY = 2;
  private static final int CLONE = 24;
  private static final int WHOLE = 70;

  @Override
  public String name() {
    return "own-borrowed-value";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    Optional<SyntaxNode> let = conflict.borrowLet();
    Optional<SyntaxNode> name = conflict.borrower();
    Optional<SyntaxNode> value = let.flatMap(node -> node.child("value"));
    if (name.isEmpty()
        || value.isEmpty()
        || value.get().is("closure_expression")
        || isMutable(site, conflict, value.get())) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    SyntaxNode inner = unwrapped(value.get());
    ways(inner)
        .forEach((code, penalty) -> {
          if (Only.asks(site, penalty == COPY ? "copy" : "clone")) {
            patch(site, let.get(), name.get(), inner, code, penalty).ifPresent(found::add);
          }
        });
    return List.copyOf(found.subList(0, Math.min(8, found.size())));
  }

  /// Whether the variable may change what it borrows: a copy would get the changes instead.
  private static boolean isMutable(Site site, Conflict conflict, SyntaxNode value) {
    boolean written =
        conflict.borrower().stream()
            .flatMap(name -> Bindings.uses(name).stream())
            .flatMap(use -> use.parent().stream())
            .anyMatch(
                up -> up.field().filter("left"::equals).isPresent() && up.text().startsWith("*"));
    if (written
        || value.descendants().anyMatch(OwnBorrowedValue::asksForMut)
        || results(site, value).anyMatch(result -> result.text().contains("mut "))) {
      return true;
    }
    boolean said =
        site.diagnostic().spans().stream()
            .filter(span -> span.range().equals(conflict.borrow().range()) && !span.primary())
            .flatMap(span -> span.label().stream())
            .anyMatch(label -> label.contains("mutable borrow") && !label.contains("immutable"));
    return said && results(site, value).noneMatch(result -> result.text().contains("&"));
  }

  /// The return types of the functions of this crate that are called in `value`.
  private static Stream<SyntaxNode> results(Site site, SyntaxNode value) {
    return value
        .descendants()
        .filter(node -> node.is("call_expression"))
        .flatMap(call -> Callee.of(site, call).stream())
        .flatMap(callee -> Callee.result(callee.function()).stream());
  }

  private static boolean asksForMut(SyntaxNode node) {
    return node.is("mutable_specifier")
        || (node.is("field_identifier") && node.text().matches(".*_mut|lock|write|entry|or_\\w+"));
  }

  /// What the value's own expression is when it stands in an `unsafe` or plain block.
  private static SyntaxNode unwrapped(SyntaxNode value) {
    boolean block = value.is("unsafe_block") || value.is("block");
    if (!block) {
      return value;
    }
    List<SyntaxNode> children = value.namedChildren();
    return children.isEmpty() ? value : unwrapped(children.getLast());
  }

  /// The ways of owning `value`, with the penalty of each; the nearest first.
  static Map<String, Integer> ways(SyntaxNode value) {
    var ways = new LinkedHashMap<String, Integer>();
    if (value.is("reference_expression")) {
      SyntaxNode place = value.child("value").orElse(value);
      if (isRange(place)) {
        ways.put(Nodes.operand(place) + ".to_string()", CLONE);
        ways.put(Nodes.operand(place) + ".to_vec()", CLONE);
      } else {
        ways.put(place.text(), COPY);
        // a copy of all that a variable holds comes last: another order is better then
        boolean all = place.is("identifier");
        ways.put(Nodes.operand(place) + ".clone()", all ? CLONE + WHOLE : CLONE);
        ways.put(Nodes.operand(place) + ".to_vec()", CLONE + (all ? WHOLE : 8));
      }
    } else if (Nodes.isAtom(value)) {
      String text = value.text();
      ways.put("*" + text, COPY);
      ways.put(text + ".copied()", COPY);
      stripped(value).ifPresent(place -> ways.put(place + ".clone()", CLONE));
      ways.put(text + ".clone()", CLONE);
      ways.put(text + ".cloned()", CLONE);
      if (text.endsWith(".as_str()")) {
        ways.put(text.substring(0, text.length() - ".as_str()".length()), COPY);
      } else {
        ways.put(text + ".to_string()", CLONE);
      }
      ways.put(text + ".to_vec()", CLONE);
      if (text.matches("(?s).*\\.(keys|values|iter|first|last)\\(\\)")) {
        ways.put(text + ".cloned().collect::<Vec<_>>()", CLONE + 4);
      } else {
        ways.put(text + ".map(|text| text.to_string())", CLONE + 8);
      }
    }
    return ways;
  }

  /// `names[0]` of `names[0].as_str()`: the view is made of the owner, which can be cloned itself.
  private static Optional<String> stripped(SyntaxNode value) {
    return value
        .child("function")
        .filter(function -> value.is("call_expression") && function.is("field_expression"))
        .filter(function ->
            function.child("field").filter(f -> f.text().matches("as_str|as_slice")).isPresent())
        .flatMap(function -> function.child("value"))
        .map(SyntaxNode::text);
  }

  private static boolean isRange(SyntaxNode place) {
    return place.is("index_expression") && place.namedChildren().getLast().is("range_expression");
  }

  private static Optional<Proposal> patch(
      Site site, SyntaxNode let, SyntaxNode name, SyntaxNode value, String code, int penalty) {
    Edits edits = site.edits();
    if (code.startsWith(value.text())) {
      edits.insert(value.range().end(), code.substring(value.text().length()));
    } else if (value.is("reference_expression")) {
      SyntaxNode place = value.child("value").orElse(value);
      edits.delete(new TextRange(value.range().start(), place.range().start()));
      edits.replace(place, code);
    } else if (code.startsWith("*")) {
      edits.insert(value.range().start(), "*");
    } else {
      edits.replace(value, code);
    }
    boolean copied = penalty == COPY && !code.endsWith(".copied()");
    if (copied) {
      Bindings.uses(name).forEach(use -> withoutStar(edits, use));
    }
    let.child("type").ifPresent(type -> edits.replace(type, OwnedType.of(type)));
    String verb = penalty == COPY ? "Copy" : "Clone";
    return edits
        .patch()
        .map(patch ->
            Proposal.of("%s the value into `%s`".formatted(verb, name.text()), patch)
                .penalized(penalty));
  }

  /// What was a reference is the value itself now: `*x` becomes `x`.
  private static void withoutStar(Edits edits, SyntaxNode use) {
    List<SyntaxNode> around = use.parent().map(SyntaxNode::children).orElse(List.of());
    int at = around.indexOf(use);
    boolean starred = at > 0 && around.get(at - 1).is("*");
    boolean prefix =
        starred
            && (use.parent().filter(parent -> parent.is("unary_expression")).isPresent()
                || at == 1
                || !around.get(at - 2).isNamed());
    if (prefix) {
      edits.delete(around.get(at - 1).range());
    }
  }
}
