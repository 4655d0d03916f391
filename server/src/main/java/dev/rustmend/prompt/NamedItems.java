package dev.rustmend.prompt;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Phase;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.prompt.PromptStyle.Places;
import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.RustItem;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the items around every place that rustc names, the one of the error itself first.
///
/// The item is the function, type or the like that stands in a module; of a function in an `impl`
/// or a trait it is all of that when it is short, else the function. Where rustc does not
/// understand the syntax, and outside of all items, it is the whole file. No two overlap.
final class NamedItems {
  private static final int AT_MOST = 6;
  private static final int SHORT = 1600;

  private final Diagnostic error;
  private final Snapshot snapshot;
  private final Predicate<Path> mayShow;
  private final Places places;
  private final Map<Path, Optional<RustTree>> trees = new HashMap<>();

  private NamedItems(Diagnostic error, Snapshot snapshot, Predicate<Path> mayShow, Places places) {
    this.error = error;
    this.snapshot = snapshot;
    this.mayShow = mayShow;
    this.places = places;
  }

  /// The items of `error`, numbered from 1; none when it points at no file that the user may edit
  /// and `mayShow` allows, or when the platform has no parser.
  static List<ShownItem> of(
      Diagnostic error, Snapshot snapshot, Predicate<Path> mayShow, Places places) {
    return new NamedItems(error, snapshot, mayShow, places).items();
  }

  private List<ShownItem> items() {
    Optional<Span> primary = error.primary().filter(this::isShown);
    if (primary.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<ShownItem>();
    boolean syntax =
        Phase.of(error) == Phase.PARSE
            && tree(primary.get().file()).filter(RustTree::hasError).isPresent();
    (syntax || places == Places.WHOLE_FILE
            ? file(primary.get())
            : around(primary.get()).or(() -> file(primary.get())))
        .ifPresent(found::add);
    if (!found.isEmpty() && places == Places.ALL) {
      others().flatMap(span -> around(span).stream()).forEach(item -> add(item, found));
    }
    return numbered(found);
  }

  private Stream<Span> others() {
    return Stream.concat(
            error.spans().stream(), error.notes().stream().flatMap(note -> note.spans().stream()))
        .filter(this::isShown);
  }

  private boolean isShown(Span span) {
    return span.editable() && mayShow.test(span.file());
  }

  private static void add(ShownItem item, List<ShownItem> found) {
    boolean known =
        found.stream()
            .anyMatch(
                other -> other.file().equals(item.file()) && other.range().touches(item.range()));
    if (!known && found.size() < AT_MOST) {
      found.add(item);
    }
  }

  private static List<ShownItem> numbered(List<ShownItem> found) {
    var numbered = new ArrayList<ShownItem>();
    for (ShownItem item : found) {
      numbered.add(
          new ShownItem(numbered.size() + 1, item.file(), item.text(), item.item(), item.range()));
    }
    return List.copyOf(numbered);
  }

  private Optional<ShownItem> file(Span span) {
    return tree(span.file())
        .map(tree -> {
          SourceText text = tree.source();
          return new ShownItem(
              0, span.file(), text, Optional.empty(), new TextRange(0, text.length()));
        });
  }

  private Optional<ShownItem> around(Span span) {
    return tree(span.file())
        .flatMap(tree ->
            item(tree, span.range())
                .map(item ->
                    new ShownItem(0, span.file(), tree.source(), Optional.of(item), whole(item))));
  }

  private Optional<RustTree> tree(Path file) {
    return trees.computeIfAbsent(file, some -> snapshot.read(some).flatMap(RustTree::parse));
  }

  /// The item to show for a place, from the outside in: the first that is no module, then out of a
  /// long `impl` or trait the function in it.
  private static Optional<RustItem> item(RustTree tree, TextRange place) {
    List<RustItem> around =
        tree.items().stream()
            .filter(item -> whole(item).encloses(place))
            .filter(item -> item.kind() != ItemKind.MODULE)
            .toList();
    if (around.isEmpty()) {
      return Optional.empty();
    }
    RustItem outer = around.getFirst();
    boolean holdsItems = outer.kind() == ItemKind.IMPL || outer.kind() == ItemKind.TRAIT;
    boolean goInside = holdsItems && around.size() > 1 && outer.node().range().length() > SHORT;
    return Optional.of(goInside ? around.get(1) : outer);
  }

  /// The range of an item with the attributes and the documentation above it.
  private static TextRange whole(RustItem item) {
    TextRange range = item.node().range();
    List<SyntaxNode> before =
        item.node().parent().map(SyntaxNode::children).orElse(List.of()).stream()
            .filter(node -> node.range().end() <= range.start())
            .toList();
    int start = range.start();
    for (SyntaxNode node : before.reversed()) {
      if (!belongsBelow(node)) {
        break;
      }
      start = node.range().start();
    }
    return new TextRange(start, range.end());
  }

  private static boolean belongsBelow(SyntaxNode node) {
    return node.is("attribute_item")
        || (node.isExtra() && (node.text().startsWith("///") || node.text().startsWith("/**")));
  }
}
