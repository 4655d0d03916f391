package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A path at the primary span with all its segments, in code or in a `use`, also where it is one of
/// a list: `use a::{b::C, D}`.
///
/// `prefix` are the segments before the list that the path stands in, `own` the nodes of its own
/// segments; `failing` counts over both.
record UsedPath(List<String> prefix, List<SyntaxNode> own, int failing) {

  /// The path at `place`; empty where none of its segments is there.
  static Optional<UsedPath> of(Place place) {
    List<SyntaxNode> own = CorrectPath.segments(place);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<String> prefix = prefix(own.getFirst());
    int failing = prefix.size() + CorrectPath.failing(place, own);
    return Optional.of(new UsedPath(prefix, own, failing));
  }

  private static List<String> prefix(SyntaxNode segment) {
    var names = new ArrayList<String>();
    List<SyntaxNode> lists =
        segment
            .ancestors()
            .takeWhile(outer -> !outer.is("use_declaration") && !outer.is("block"))
            .filter(outer -> outer.is("use_list"))
            .flatMap(list -> list.parent().stream())
            .filter(outer -> outer.is("scoped_use_list"))
            .toList()
            .reversed();
    for (SyntaxNode list : lists) {
      list.child("path").ifPresent(path -> names.addAll(PathNames.of(path.text())));
    }
    return names;
  }

  /// The names of all segments.
  List<String> names() {
    return Stream.concat(prefix.stream(), own.stream().map(node -> PathNames.bare(node.text())))
        .toList();
  }

  /// Whether the failing segment is the path's own, and not of what is before its list.
  boolean failsInside() {
    return failing >= prefix.size();
  }

  /// The names of the list that stands behind the path, where all of its elements are plain names.
  List<String> listed() {
    Optional<SyntaxNode> list =
        own.getLast()
            .ancestors()
            .takeWhile(outer -> !outer.is("use_declaration") && !outer.is("use_list"))
            .filter(outer -> outer.is("scoped_use_list"))
            .findFirst()
            .flatMap(outer -> outer.child("list"));
    List<SyntaxNode> elements = list.map(SyntaxNode::namedChildren).orElse(List.of());
    return elements.stream().allMatch(each -> each.is("identifier"))
        ? elements.stream().map(each -> PathNames.bare(each.text())).toList()
        : List.of();
  }

  /// Has the segments up to `until` read as `path`; false where an import of a list would have to
  /// be taken apart in a way that is not clear.
  boolean replace(Edits edits, Place place, int until, String path) {
    int last = until - prefix.size();
    if (last < 0) {
      return false;
    }
    TextRange range = own.getFirst().range().cover(own.get(last).range());
    if (prefix.isEmpty()) {
      edits.replace(place.file(), range, path);
      return true;
    }
    String before = String.join("::", prefix) + "::";
    if (path.startsWith(before)) {
      edits.replace(place.file(), range, path.substring(before.length()));
      return true;
    }
    return moveOut(edits, place, range, path);
  }

  /// The element leaves its list and gets a `use` of its own behind the old one.
  private boolean moveOut(Edits edits, Place place, TextRange range, String path) {
    SyntaxNode first = own.getFirst();
    Optional<SyntaxNode> list = first.ancestors().filter(outer -> outer.is("use_list")).findFirst();
    Optional<SyntaxNode> use =
        first.ancestors().filter(outer -> outer.is("use_declaration")).findFirst();
    if (list.isEmpty() || use.isEmpty()) {
      return false;
    }
    List<SyntaxNode> elements = list.get().namedChildren();
    Optional<SyntaxNode> element =
        elements.stream().filter(each -> each.range().encloses(range)).findFirst();
    boolean outermost = list.get().parent().equals(use.get().child("argument"));
    if (element.isEmpty()
        || element.get().is("scoped_use_list")
        || (elements.size() == 1 && !outermost)) {
      return false;
    }
    SourceText text = place.tree().source();
    String rest = text.slice(new TextRange(range.end(), element.get().range().end()));
    String visibility =
        use.get().children().stream()
            .filter(child -> child.is("visibility_modifier"))
            .map(child -> child.text() + " ")
            .findFirst()
            .orElse("");
    String fresh = "%suse %s%s;".formatted(visibility, path, rest);
    if (elements.size() == 1) {
      edits.replace(place.file(), use.get().range(), fresh);
      return true;
    }
    String indent = Site.indent(text, use.get().range().start());
    edits
        .replace(place.file(), withComma(elements, element.get()), "")
        .insert(place.file(), use.get().range().end(), "\n" + indent + fresh);
    return true;
  }

  private static TextRange withComma(List<SyntaxNode> elements, SyntaxNode element) {
    int at = elements.indexOf(element);
    return at + 1 < elements.size()
        ? new TextRange(element.range().start(), elements.get(at + 1).range().start())
        : new TextRange(elements.get(at - 1).range().end(), element.range().end());
  }
}
