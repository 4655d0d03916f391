package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Ends the borrow of a lookup whose find is returned before what is missing is put in.
///
/// A reference that one branch returns is borrowed in the other as well, as rustc sees it: the
/// label is ``returning this value requires that `map` is borrowed for `'1` `` (E0499, E0502,
/// E0506). Asking first whether something is there borrows only for the question; the place of an
/// element in a list borrows nothing at all.
final class LookUpAgain implements Operation {
  private static final Pattern GET = Pattern.compile("([\\w.]+)\\.get\\(([^()]+)\\)");
  private static final Pattern FOUND = Pattern.compile("(?s)^(.*)\\.iter_mut\\(\\)\\s*\\.find\\(");

  @Override
  public String name() {
    return "look-up-again";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean returned =
        site.remarks().stream()
            .anyMatch(remark -> remark.startsWith("returning this value requires"));
    SyntaxNode borrow = Conflict.of(site).borrow().node();
    Optional<SyntaxNode> branch =
        Nodes.above(borrow, "match_expression", "if_expression", "function_item")
            .filter(node -> returned && !node.is("function_item"));
    var found = new ArrayList<Proposal>();
    branch.ifPresent(node -> {
      if (node.is("match_expression")) {
        matched(site, node).ifPresent(found::add);
      } else {
        early(site, node).ifPresent(found::add);
      }
      position(site, node).ifPresent(found::add);
    });
    return found;
  }

  /// `match find { Some(v) => v, None => { put; find.unwrap() } }`.
  private static Optional<Proposal> matched(Site site, SyntaxNode match) {
    Optional<SyntaxNode> lookup = match.child("value");
    List<SyntaxNode> arms = arms(match);
    if (lookup.isEmpty() || arms.size() != 2) {
      return Optional.empty();
    }
    boolean handsOn =
        arms.stream()
            .anyMatch(arm ->
                pattern(arm).matches("Some\\(\\w+\\)")
                    && arm.child("value")
                        .filter(v -> pattern(arm).equals("Some(" + v.text() + ")"))
                        .isPresent());
    Optional<SyntaxNode> block =
        arms.stream()
            .filter(arm -> pattern(arm).matches("None|_"))
            .flatMap(arm -> arm.child("value").stream())
            .filter(value -> value.is("block"))
            .findFirst();
    Optional<SyntaxNode> tail = block.flatMap(LocalTypes::tail);
    if (!handsOn || tail.isEmpty() || !isAgain(tail.get(), lookup.get())) {
      return Optional.empty();
    }
    String indent = Site.indent(site.text(), match.range().start());
    String inner = Site.indent(site.text(), tail.get().range().start());
    String statements =
        site.text()
            .slice(new TextRange(block.get().range().start(), tail.get().range().start()))
            .stripTrailing();
    String moved = statements.contains("\n") ? outdented(statements, indent, inner) : statements;
    String close = statements.contains("\n") ? "\n" + indent + "}" : " }";
    String text =
        "if %s.is_none() %s%s\n%s%s"
            .formatted(lookup.get().text(), moved, close, indent, tail.get().text());
    return site.edits()
        .replace(match, text)
        .patch()
        .map(patch -> Proposal.of(title(lookup.get()), patch));
  }

  /// `if let Some(v) = map.get(key) { return v; }` asks first and reads by the key then.
  private static Optional<Proposal> early(Site site, SyntaxNode branch) {
    Optional<SyntaxNode> condition =
        branch.child("condition").filter(node -> node.is("let_condition"));
    Optional<SyntaxNode> lookup = condition.flatMap(node -> node.child("value"));
    Optional<SyntaxNode> pattern =
        condition
            .flatMap(node -> node.child("pattern"))
            .filter(node -> node.text().matches("Some\\(\\w+\\)"));
    Matcher get = GET.matcher(lookup.map(SyntaxNode::text).orElse(""));
    if (pattern.isEmpty() || !get.matches() || branch.child("alternative").isPresent()) {
      return Optional.empty();
    }
    String map = get.group(1);
    String key = get.group(2);
    Edits edits = site.edits();
    edits.replace(condition.get(), map + ".contains_key(" + key + ")");
    for (SyntaxNode use : Bindings.uses(Bindings.names(pattern.get()).getFirst())) {
      boolean part = use.parent().filter(up -> up.is("field_expression")).isPresent();
      edits.replace(use, (part ? "" : "&") + map + "[" + key + "]");
    }
    return edits.patch().map(patch -> Proposal.of(title(lookup.get()), patch));
  }

  private static String title(SyntaxNode lookup) {
    return "Ask whether %s is there before it is returned".formatted(Value.name(lookup));
  }

  /// `list.iter_mut().find(…)` becomes `list.iter().position(…)`, and what is found `&mut
  /// list[at]`.
  private static Optional<Proposal> position(Site site, SyntaxNode branch) {
    Optional<SyntaxNode> holder =
        branch.is("match_expression")
            ? Optional.of(branch)
            : branch.child("condition").filter(node -> node.is("let_condition"));
    Optional<SyntaxNode> lookup = holder.flatMap(node -> node.child("value"));
    Optional<SyntaxNode> some =
        branch
            .descendants()
            .filter(node -> node.is("tuple_struct_pattern"))
            .filter(node -> node.text().matches("Some\\(\\w+\\)"))
            .findFirst();
    Matcher found = FOUND.matcher(lookup.map(SyntaxNode::text).orElse(""));
    if (some.isEmpty() || !found.find()) {
      return Optional.empty();
    }
    SyntaxNode binding = Bindings.names(some.get()).getFirst();
    String list = found.group(1);
    String at = FreshName.of(binding, "index");
    Edits edits = site.edits();
    int start = lookup.get().range().start();
    edits.replace(new TextRange(start, start + found.group().length()), list + ".iter().position(");
    edits.replace(binding, at);
    for (SyntaxNode use : Bindings.uses(binding)) {
      boolean part =
          use.parent()
              .filter(up -> up.is("field_expression") || up.is("index_expression"))
              .filter(up -> up.range().start() == use.range().start())
              .isPresent();
      edits.replace(use, (part ? "" : "&mut ") + list + "[" + at + "]");
    }
    return edits
        .patch()
        .map(patch ->
            Proposal.of(
                "Look for the place in `%s`, which borrows nothing".formatted(list), patch));
  }

  /// Whether the expression looks the same up once more.
  private static boolean isAgain(SyntaxNode tail, SyntaxNode lookup) {
    return Stream.of(".unwrap()", ".expect(")
        .anyMatch(end -> squeezed(tail).startsWith(squeezed(lookup) + end));
  }

  private static String squeezed(SyntaxNode node) {
    return node.text().replaceAll("\\s+", "");
  }

  private static List<SyntaxNode> arms(SyntaxNode match) {
    return match.child("body").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
        .filter(arm -> arm.is("match_arm"))
        .toList();
  }

  private static String pattern(SyntaxNode arm) {
    return arm.child("pattern").map(SyntaxNode::text).orElse("");
  }

  /// The lines of a block that stood at `inner`, now one level below `indent`.
  private static String outdented(String text, String indent, String inner) {
    return inner.startsWith(indent + "    ")
        ? text.replaceAll("(?m)^" + Pattern.quote(inner), Matcher.quoteReplacement(indent + "    "))
        : text;
  }
}
