package dev.rustmend.operation;

import dev.rustmend.kb.Anchor;
import dev.rustmend.kb.Rewrite;
import dev.rustmend.syntax.Pattern;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The engine of recipes: finds the places of all steps, binds the metavariables, and makes one
/// patch, or nothing when a step does not match. Patterns are parsed once; safe to use from any
/// thread.
public final class Rewriting {
  private final ConcurrentMap<String, Pattern> patterns = new ConcurrentHashMap<>();

  /// What `rewrite` proposes at `site`; the title is left to the entry.
  public Optional<Proposal> proposal(Rewrite rewrite, Site site) {
    return match(rewrite.steps(), site, Map.of(), List.of())
        .flatMap(matched ->
            patch(matched, site).map(patch -> Proposal.titledByEntry(patch, matched.bound())));
  }

  private record Matched(Map<String, String> bound, List<Change> changes) {}

  /// A step with the place that was chosen for it.
  private record Change(Rewrite.Step step, Place place) {}

  private Optional<Matched> match(
      List<Rewrite.Step> steps, Site site, Map<String, String> bound, List<Change> changes) {
    if (steps.isEmpty()) {
      return Optional.of(new Matched(bound, changes));
    }
    List<Rewrite.Step> rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Rewrite.Message(var text) ->
          text.match(site.diagnostic().message())
              .flatMap(held -> merged(bound, held))
              .flatMap(all -> match(rest, site, all, changes));
      case Rewrite.Said(var text) ->
          site.remarks().stream()
              .flatMap(remark -> text.match(remark).stream())
              .flatMap(held -> merged(bound, held).stream())
              .flatMap(all -> match(rest, site, all, changes).stream())
              .findFirst();
      case Rewrite.Match step ->
          atAny(step, step.anchor(), step.pattern(), rest, site, bound, changes);
      case Rewrite.Insert step -> atAny(step, step.anchor(), "", rest, site, bound, changes);
      case Rewrite.Delete step -> atAny(step, step.anchor(), "", rest, site, bound, changes);
    };
  }

  /// Tries every place of an anchor until the steps behind it match as well.
  private Optional<Matched> atAny(
      Rewrite.Step step,
      Anchor anchor,
      String pattern,
      List<Rewrite.Step> rest,
      Site site,
      Map<String, String> bound,
      List<Change> changes) {
    for (Place place : new Anchors(site, bound).find(anchor)) {
      Optional<Map<String, String>> all =
          pattern.isEmpty() ? Optional.of(bound) : matchAt(pattern, place, bound);
      if (all.isPresent()) {
        var more = new ArrayList<>(changes);
        more.add(new Change(step, place));
        Optional<Matched> matched = match(rest, site, all.get(), more);
        if (matched.isPresent()) {
          return matched;
        }
      }
    }
    return Optional.empty();
  }

  /// Matches the node of `place`, or one with the same range above it.
  private Optional<Map<String, String>> matchAt(
      String pattern, Place place, Map<String, String> bound) {
    Pattern compiled = patterns.computeIfAbsent(pattern, Pattern::of);
    Optional<SyntaxNode> next = place.tree().covering(place.range());
    if (next.isEmpty()) {
      return compiled.matchText(place.text(), bound);
    }
    while (next.isPresent()) {
      Optional<Map<String, String>> held = compiled.match(next.get(), bound);
      if (held.isPresent()) {
        return held;
      }
      // the largest node of the range first, then what it consists of alone
      List<SyntaxNode> children = next.get().namedChildren();
      next =
          children.size() == 1 && children.getFirst().range().equals(next.get().range())
              ? Optional.of(children.getFirst())
              : Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Patch> patch(Matched matched, Site site) {
    Edits edits = site.edits();
    for (Change change : matched.changes()) {
      Place place = change.place();
      switch (change.step()) {
        case Rewrite.Match(_, _, Optional<String> replacement) when replacement.isPresent() -> {
          Optional<String> text = filled(replacement.get(), place, matched.bound());
          if (text.isEmpty()) {
            return Optional.empty();
          }
          edits.replace(place.file(), place.range(), text.get());
        }
        case Rewrite.Insert(Rewrite.Side side, _, String text) -> {
          Optional<String> filled = filled(text, place, matched.bound());
          if (filled.isEmpty()) {
            return Optional.empty();
          }
          insert(edits, place, side, filled.get());
        }
        case Rewrite.Delete _ ->
            edits.deleteLine(place.file(), place.tree().source(), place.range());
        case Rewrite.Match _, Rewrite.Message _, Rewrite.Said _ -> {}
      }
    }
    return edits.patch();
  }

  private static void insert(Edits edits, Place place, Rewrite.Side side, String text) {
    TextRange range = place.range();
    int offset = side == Rewrite.Side.BEFORE ? range.start() : range.end();
    edits.insert(place.file(), offset, text);
  }

  /// `template` with what the metavariables hold; its own lines after the first get the indentation
  /// of the place. What a metavariable holds stays as it is: a string literal may be in it.
  private static Optional<String> filled(String template, Place place, Map<String, String> bound) {
    String indent = Site.indent(place.tree().source(), place.range().start());
    String indented = template.replace("\n", "\n" + indent).replaceAll("\n[ \t]+(?=\n)", "\n");
    return Pattern.fill(indented, bound);
  }

  private static Optional<Map<String, String>> merged(
      Map<String, String> bound, Map<String, String> more) {
    var all = new HashMap<>(bound);
    for (var entry : more.entrySet()) {
      String before = all.putIfAbsent(entry.getKey(), entry.getValue());
      if (before != null && !before.equals(entry.getValue())) {
        return Optional.empty();
      }
    }
    return Optional.of(Map.copyOf(all));
  }
}
