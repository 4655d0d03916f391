package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves what a pattern can not compare into the guard of its arm: the value of a static or a call,
/// a range of texts, a second value of the same name.
///
/// `ADMIN => a` becomes `n if n == ADMIN => a`; `"a"..="m" => a` becomes `s if s >= "a" && s <= "m"
/// => a`.
final class CompareInGuard implements Operation {
  private static final int DEREFERENCED = 5;
  private static final Set<String> VALUES =
      Set.of("tuple_struct_pattern", "scoped_identifier", "identifier", "call_expression");

  private record Compared(TextRange range, String name, String condition) {}

  @Override
  public String name() {
    return "compare-in-guard";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> arm = site.enclosing("match_arm");
    Optional<SyntaxNode> pattern =
        arm.flatMap(a -> a.child("pattern"))
            .filter(p -> p.range().encloses(site.primary().range()));
    if (pattern.isEmpty() || isAlternative(site, pattern.get())) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    for (Compared compared : compared(site, pattern.get())) {
      guarded(site, pattern.get(), compared)
          .map(proposal -> proposal.penalized(proposals.isEmpty() ? 0 : DEREFERENCED))
          .ifPresent(proposals::add);
    }
    return proposals;
  }

  private static boolean isAlternative(Site site, SyntaxNode pattern) {
    return site.node()
        .ancestors()
        .takeWhile(outer -> !outer.equals(pattern))
        .anyMatch(outer -> outer.is("or_pattern"));
  }

  private static Optional<Proposal> guarded(Site site, SyntaxNode pattern, Compared compared) {
    Edits edits = site.edits().replace(compared.range(), compared.name());
    Optional<SyntaxNode> guard = pattern.child("condition");
    if (guard.isPresent()) {
      boolean loose = guard.get().text().contains("||");
      if (loose) {
        edits.insert(guard.get().range().start(), "(");
      }
      edits.insert(guard.get().range().end(), (loose ? ")" : "") + " && " + compared.condition());
    } else {
      edits.insert(pattern.range().end(), " if " + compared.condition());
    }
    return edits
        .patch()
        .map(patch ->
            Proposal.of("Compare in a guard: `%s`".formatted(compared.condition()), patch));
  }

  private static List<Compared> compared(Site site, SyntaxNode pattern) {
    return switch (site.diagnostic().codeText()) {
      case "E0416" -> repeated(site, pattern);
      case "E0029" -> range(site);
      default -> value(site, pattern);
    };
  }

  /// `(n, n)` compares only where later arms show that the first one is not meant to catch all.
  private static List<Compared> repeated(Site site, SyntaxNode pattern) {
    SyntaxNode arm = pattern.parent().orElse(pattern);
    boolean last =
        arm.parent().map(block -> block.namedChildren().getLast().equals(arm)).orElse(true);
    if (last) {
      return List.of();
    }
    String name = site.primary().text();
    String other = FreshName.beside(arm, name);
    return List.of(new Compared(site.primary().range(), other, name + " == " + other));
  }

  private static List<Compared> range(Site site) {
    Optional<SyntaxNode> range = Named.at(site, "range_pattern");
    if (range.isEmpty()) {
      return List.of();
    }
    String sign =
        range.get().children().stream()
            .map(SyntaxNode::text)
            .filter(text -> text.startsWith(".."))
            .findFirst()
            .orElse("..=");
    String name = FreshName.of(range.get().parent().orElse(range.get()), "s");
    var parts = new ArrayList<String>();
    for (SyntaxNode end : range.get().namedChildren()) {
      boolean lower = end.range().start() == range.get().range().start();
      String operator = lower ? ">=" : sign.equals("..=") ? "<=" : "<";
      parts.add("%s %s %s".formatted(name, operator, end.text()));
    }
    return parts.isEmpty()
        ? List.of()
        : List.of(new Compared(range.get().range(), name, String.join(" && ", parts)));
  }

  private static List<Compared> value(Site site, SyntaxNode pattern) {
    SyntaxNode value = site.node();
    for (SyntaxNode outer : site.node().ancestors().toList()) {
      boolean sameStart = outer.range().start() == value.range().start();
      if (outer.equals(pattern) || !sameStart || !VALUES.contains(outer.kind())) {
        break;
      }
      value = outer;
    }
    String name = FreshName.of(pattern.parent().orElse(pattern), "n");
    String text = value.text();
    return List.of(
        new Compared(value.range(), name, "%s == %s".formatted(name, text)),
        new Compared(value.range(), name, "*%s == %s".formatted(name, text)));
  }
}
