package dev.rustmend.learn;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Note;
import dev.rustmend.diagnostic.Span;
import dev.rustmend.operation.Nodes;
import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which edits of a file an error was repaired by: those at the places that rustc named, in the
/// statement and the signature around them, at the items that its words name, and imports of what
/// these write. What else changed at the same time is another matter.
final class Relevance {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Pattern TICKED = Pattern.compile("`[^`]*`");
  private static final int LINES = 15;

  private final SourceText before;
  private final RustTree tree;
  private final List<TextRange> regions;
  private final Set<String> named;

  /// Whether any import may be the repair: a method is found once its trait is in scope.
  private final boolean traitMayLack;

  private Relevance(
      SourceText before,
      RustTree tree,
      List<TextRange> regions,
      Set<String> named,
      Diagnostic diagnostic) {
    this.before = before;
    this.tree = tree;
    this.regions = regions;
    this.named = named;
    this.traitMayLack = diagnostic.codeText().equals("E0599");
  }

  /// Those of `edits` of `file` that concern `diagnostic`.
  static List<TextEdit> of(
      Diagnostic diagnostic, Path file, SourceText before, List<TextEdit> edits) {
    return RustTree.parse(before)
        .map(tree -> {
          Set<String> named = named(diagnostic);
          var regions = new ArrayList<TextRange>();
          spans(diagnostic)
              .filter(span -> span.file().equals(file))
              .forEach(span -> regions.addAll(regions(tree, span.range())));
          regions.addAll(definitions(tree, named));
          return new Relevance(before, tree, regions, named, diagnostic).of(edits);
        })
        .orElse(List.of());
  }

  private static Stream<Span> spans(Diagnostic diagnostic) {
    return Stream.concat(
        diagnostic.spans().stream(),
        diagnostic.notes().stream().map(Note::spans).flatMap(List::stream));
  }

  private static Set<String> named(Diagnostic diagnostic) {
    Stream<String> said =
        Stream.concat(
            Stream.of(diagnostic.message()),
            Stream.concat(
                spans(diagnostic).flatMap(span -> span.label().stream()),
                diagnostic.notes().stream().map(Note::message)));
    var named = new HashSet<String>();
    said.flatMap(text -> TICKED.matcher(text).results().map(MatchResult::group))
        .forEach(ticked -> named.addAll(words(ticked)));
    return named;
  }

  private static List<TextRange> regions(RustTree tree, TextRange span) {
    var regions = new ArrayList<>(List.of(span));
    SyntaxNode node = tree.around(span);
    Nodes.statement(node)
        .map(SyntaxNode::range)
        .filter(range -> isShort(tree, range))
        .ifPresent(regions::add);
    Nodes.above(node, "function_item").ifPresent(function -> regions.add(head(function)));
    return regions;
  }

  private static TextRange head(SyntaxNode item) {
    int end = item.child("body").map(body -> body.range().start()).orElse(item.range().end());
    return new TextRange(item.range().start(), Math.max(item.range().start(), end));
  }

  private static List<TextRange> definitions(RustTree tree, Set<String> named) {
    return tree.items().stream()
        .map(item -> item.node())
        .filter(node -> node.child("name").filter(name -> named.contains(name.text())).isPresent())
        .map(node -> isShort(tree, node.range()) ? node.range() : head(node))
        .toList();
  }

  private static boolean isShort(RustTree tree, TextRange range) {
    var lines = tree.source().lines();
    return lines.line(range.end()) - lines.line(range.start()) < LINES;
  }

  private List<TextEdit> of(List<TextEdit> edits) {
    var relevant = new ArrayList<TextEdit>();
    for (TextEdit edit : edits) {
      if (!isImport(edit)
          && !isAnotherItem(edit)
          && regions.stream().anyMatch(region -> touches(region, edit))) {
        relevant.add(edit);
      }
    }
    var written = new HashSet<>(named);
    relevant.forEach(edit -> written.addAll(words(edit.newText())));
    for (TextEdit edit : edits) {
      if (isImport(edit) && brings(edit, written)) {
        relevant.add(edit);
      }
    }
    return relevant;
  }

  /// Whether an edit of whole lines is on the lines of a region.
  private boolean touches(TextRange region, TextEdit edit) {
    var lines = before.lines();
    int start = lines.start(lines.line(region.start()));
    int end = lines.start(lines.line(region.end()) + 1);
    return edit.range().touches(new TextRange(start, end));
  }

  /// Whether whole items were put in, of which rustc names none.
  private boolean isAnotherItem(TextEdit edit) {
    if (!edit.range().isEmpty()) {
      return false;
    }
    List<SyntaxNode> items =
        RustTree.parse(SourceText.of(edit.newText())).stream()
            .flatMap(text -> text.root().namedChildren().stream())
            .filter(node -> !node.is("attribute_item") && !node.isExtra())
            .toList();
    return !items.isEmpty()
        && items.stream().allMatch(node -> node.kind().endsWith("_item"))
        && items.stream()
            .flatMap(node -> node.child(node.is("impl_item") ? "type" : "name").stream())
            .noneMatch(name -> words(name.text()).stream().anyMatch(named::contains));
  }

  private boolean isImport(TextEdit edit) {
    boolean old =
        tree.root().children().stream()
            .filter(node -> node.range().overlaps(edit.range()))
            .allMatch(node -> node.is("use_declaration"));
    Optional<RustTree> written = RustTree.parse(SourceText.of(edit.newText()));
    boolean fresh =
        written
            .filter(text ->
                text.root().namedChildren().stream().allMatch(node -> node.is("use_declaration")))
            .isPresent();
    return old && fresh && (edit.newText().contains("use ") || !edit.range().isEmpty());
  }

  private boolean brings(TextEdit edit, Set<String> written) {
    return traitMayLack
        || edit.newText().contains("*")
        || words(edit.newText()).stream().anyMatch(written::contains);
  }

  private static Set<String> words(String text) {
    var words = new HashSet<String>();
    WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
    return words;
  }
}
