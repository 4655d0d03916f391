package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Borrows two parts of one slice at a time with `split_at_mut`, or swaps two elements with `swap`
/// (E0499, E0502).
///
/// An index expression borrows the whole slice, so that two of them clash even where they do not
/// overlap. `split_at_mut` gives two slices that are known to be apart; where the two parts are
/// apart the source must show it: number literals, or `..m` and `m..`.
final class SplitSlice implements Operation {

  @Override
  public String name() {
    return "split-slice";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Conflict conflict = Conflict.of(site);
    Optional<Part> one = part(conflict.borrow().node());
    Optional<Part> two = part(conflict.clash().node());
    if (one.isEmpty() || two.isEmpty() || !one.get().slice().equals(two.get().slice())) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    Optional<Proposal> swap = swapped(site, one.get(), two.get());
    swap.filter(_ -> Only.asks(site, "swap")).ifPresent(found::add);
    if (swap.isPresent() || !Only.asks(site, "split")) {
      return List.copyOf(found);
    }
    boolean inOrder = isBefore(one.get(), two.get());
    Part lower = inOrder ? one.get() : two.get();
    Part upper = inOrder ? two.get() : one.get();
    if (isBefore(lower, upper)) {
      pair(site, lower, upper).or(() -> split(site, lower, upper)).ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  /// An index expression with the bounds of what it denotes; `end` is empty for an open one.
  private record Part(SyntaxNode node, String slice, String start, String end, boolean ranged) {}

  private static Optional<Part> part(SyntaxNode around) {
    Optional<SyntaxNode> index =
        Stream.concat(
                around.descendants().filter(node -> node.is("index_expression")),
                around.ancestors().limit(2).filter(node -> node.is("index_expression")))
            .findFirst();
    return index.flatMap(node -> {
      List<SyntaxNode> children = node.namedChildren();
      String slice = children.getFirst().text();
      SyntaxNode at = children.getLast();
      if (!at.is("range_expression")) {
        String text = at.text();
        String end = text.matches("\\d+") ? Integer.toString(Integer.parseInt(text) + 1) : "";
        return Optional.of(new Part(node, slice, text, end, false));
      }
      String text = at.text();
      int dots = text.indexOf("..");
      return text.contains("..=")
          ? Optional.empty()
          : Optional.of(
              new Part(
                  node,
                  slice,
                  text.substring(0, dots).strip(),
                  text.substring(dots + 2).strip(),
                  true));
    });
  }

  private static boolean isBefore(Part lower, Part upper) {
    String end = lower.end();
    String start = upper.start();
    boolean numbers = end.matches("\\d{1,9}") && start.matches("\\d{1,9}");
    return numbers
        ? Integer.parseInt(end) <= Integer.parseInt(start)
        : !end.isEmpty() && end.equals(start);
  }

  /// `std::mem::swap(&mut v[i], &mut v[j])` is `v.swap(i, j)`.
  private static Optional<Proposal> swapped(Site site, Part one, Part two) {
    Optional<SyntaxNode> call =
        Nodes.above(two.node(), "call_expression")
            .filter(node -> node.range().encloses(one.node().range()))
            .filter(
                node -> node.child("function").filter(f -> f.text().endsWith("swap")).isPresent())
            .filter(node -> Nodes.arguments(node).size() == 2);
    if (call.isEmpty() || one.ranged() || two.ranged()) {
      return Optional.empty();
    }
    String code = "%s.swap(%s, %s)".formatted(one.slice(), one.start(), two.start());
    return site.edits()
        .replace(call.get(), code)
        .patch()
        .map(patch -> Proposal.of("Swap the elements with `%s`".formatted(code), patch));
  }

  /// `(&mut v[..m], &mut v[m..])` is `v.split_at_mut(m)`.
  private static Optional<Proposal> pair(Site site, Part lower, Part upper) {
    Optional<SyntaxNode> tuple =
        Nodes.above(lower.node(), "tuple_expression")
            .filter(node -> node.namedChildren().size() == 2)
            .filter(node ->
                node.namedChildren().getFirst().range().encloses(lower.node().range())
                    && node.namedChildren().getLast().range().encloses(upper.node().range()));
    boolean halves = lower.start().isEmpty() && upper.end().isEmpty();
    String code = "%s.split_at_mut(%s)".formatted(lower.slice(), upper.start());
    return tuple
        .filter(_ -> halves && lower.ranged() && upper.ranged())
        .flatMap(node -> site.edits().replace(node, code).patch())
        .map(
            patch -> Proposal.of("Split `%s` with `split_at_mut`".formatted(lower.slice()), patch));
  }

  private static Optional<Proposal> split(Site site, Part lower, Part upper) {
    SyntaxNode first =
        lower.node().range().start() < upper.node().range().start() ? lower.node() : upper.node();
    Optional<HoistPoint> point = HoistPoint.of(first);
    if (point.isEmpty()) {
      return Optional.empty();
    }
    String left = point.get().free("left");
    String right = point.get().free("right");
    String at = upper.start();
    Edits edits = site.edits();
    point
        .get()
        .insert(
            edits,
            site.primary(),
            "let (%s, %s) = %s.split_at_mut(%s);".formatted(left, right, lower.slice(), at));
    boolean whole = lower.ranged() && lower.start().isEmpty() && lower.end().equals(at);
    if (whole && isBorrowed(lower.node())) {
      edits.replace(lower.node().parent().orElseThrow(), left);
    } else {
      edits.replace(lower.node().namedChildren().getFirst(), left);
    }
    upperEdit(edits, upper, right);
    return edits
        .patch()
        .map(
            patch -> Proposal.of("Split `%s` with `split_at_mut`".formatted(lower.slice()), patch));
  }

  private static boolean isBorrowed(SyntaxNode node) {
    return node.parent().filter(up -> up.is("reference_expression")).isPresent();
  }

  private static void upperEdit(Edits edits, Part upper, String right) {
    SyntaxNode node = upper.node();
    if (upper.ranged() && upper.end().isEmpty()) {
      SyntaxNode target = isBorrowed(node) ? node.parent().orElseThrow() : node;
      edits.replace(target, isBorrowed(node) ? right : right + "[..]");
    } else if (upper.ranged()) {
      String length =
          upper.end().matches("\\d+") && upper.start().matches("\\d+")
              ? Integer.toString(Integer.parseInt(upper.end()) - Integer.parseInt(upper.start()))
              : upper.end() + " - " + upper.start();
      edits.replace(node, "%s[..%s]".formatted(right, length));
    } else {
      edits.replace(node, right + "[0]");
    }
  }
}
