package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The immutable syntax tree of one Rust text.
///
/// Kinds and fields are tree-sitter's own words (`function_item`, `name`); ranges count UTF-8
/// bytes. Broken code gives a tree as well, with ERROR nodes around what was not understood and
/// MISSING nodes, of length zero, where a token should stand.
public final class RustTree {
  private final SourceText text;
  private final TreeSitter.Grammar grammar;
  final NodeArrays nodes;
  private final AtomicReference<@Nullable List<RustItem>> items = new AtomicReference<>();
  private final AtomicReference<@Nullable Map<String, Integer>> mentions = new AtomicReference<>();

  private RustTree(SourceText text, TreeSitter.Grammar grammar, SourceText parsed) {
    this.text = text;
    this.grammar = grammar;
    this.nodes = TreeSitter.parse(grammar, parsed);
  }

  /// The tree of `text`; empty only where the platform has no parser, see [#unavailable].
  public static Optional<RustTree> parse(SourceText text) {
    return TreeSitter.grammar().map(grammar -> new RustTree(text, grammar, text));
  }

  /// The same text with the arguments of `println!`, `assert_eq!`, `vec!` and their like read as
  /// expressions: such a macro is a `call_expression` (`vec!` an `array_expression`) of this tree.
  /// This very tree where there is no such macro.
  public RustTree opened() {
    return OpenedMacros.disguised(this, text)
        .map(parsed -> new RustTree(text, grammar, parsed))
        .orElse(this);
  }

  /// The same text with the macros around `range` read as calls and lists, whatever they are
  /// called; empty where there is none.
  public Optional<RustTree> openedAround(TextRange range) {
    return OpenedMacros.disguisedAround(this, text, range)
        .map(parsed -> new RustTree(text, grammar, parsed));
  }

  /// Whether `range` lies among the arguments of a macro that [#opened] would open.
  public boolean isInOpenableMacro(TextRange range) {
    return smallest(range)
        .ancestors()
        .filter(node -> node.is("macro_invocation"))
        .anyMatch(node ->
            OpenedMacros.takesExpressions(node.child("macro").map(SyntaxNode::text).orElse("")));
  }

  /// Why [#parse] gives no trees on this platform, as a clause; empty when it does.
  public static Optional<String> unavailable() {
    return TreeSitter.failure();
  }

  /// The whole file, of kind `source_file`.
  public SyntaxNode root() {
    return new SyntaxNode(this, 0);
  }

  /// Whether any part of the text was not understood.
  public boolean hasError() {
    return root().hasError();
  }

  /// The smallest node that holds the byte at `offset`, tokens included. Between two tokens it is
  /// the node around both; at the very end of the text it is the root.
  public SyntaxNode nodeAt(int offset) {
    return smallest(new TextRange(offset, offset + 1));
  }

  /// The smallest node of one of `kinds` that holds `range`.
  public Optional<SyntaxNode> enclosing(TextRange range, Set<String> kinds) {
    return Stream.iterate(
            Optional.of(smallest(range)), Optional::isPresent, node -> node.get().parent())
        .map(Optional::orElseThrow)
        .filter(node -> kinds.contains(node.kind()))
        .findFirst();
  }

  /// The largest node with exactly this range, or empty when none has it. White space at the ends
  /// of `range` does not count.
  public Optional<SyntaxNode> covering(TextRange range) {
    TextRange trimmed = trimmed(range);
    SyntaxNode node = smallest(trimmed);
    if (!node.range().equals(trimmed)) {
      return Optional.empty();
    }
    SyntaxNode widest = node;
    for (Optional<SyntaxNode> up = node.parent();
        up.isPresent() && up.get().range().equals(trimmed) && up.get().index() > 0;
        up = up.get().parent()) {
      widest = up.get();
    }
    return Optional.of(widest);
  }

  /// The smallest node that holds `range`; where several have the same range, the outermost.
  public SyntaxNode around(TextRange range) {
    SyntaxNode node = smallest(range);
    return covering(node.range()).orElse(node);
  }

  private TextRange trimmed(TextRange range) {
    String slice = text.slice(range);
    int lead =
        SourceText.of(slice.substring(0, slice.length() - slice.stripLeading().length())).length();
    int length = SourceText.of(slice.strip()).length();
    return new TextRange(range.start() + lead, range.start() + lead + length);
  }

  /// The innermost item that holds `range`.
  public Optional<RustItem> enclosingItem(TextRange range) {
    return items().stream()
        .filter(item -> item.node().range().encloses(range))
        .reduce((_, inner) -> inner);
  }

  /// All items in order, an item before those inside of it, with those in function bodies.
  public List<RustItem> items() {
    List<RustItem> known = items.get();
    if (known == null) {
      known = List.copyOf(ItemCollector.collect(root()));
      items.set(known);
    }
    return known;
  }

  /// How often `name` stands there for a variable, a function, a method or a field, declared or
  /// used.
  public int mentions(String name) {
    Map<String, Integer> known = mentions.get();
    if (known == null) {
      known =
          root()
              .descendants()
              .filter(node -> node.is("identifier") || node.is("field_identifier"))
              .collect(Collectors.toMap(SyntaxNode::text, _ -> 1, Integer::sum));
      mentions.set(known);
    }
    return known.getOrDefault(name, 0);
  }

  /// The source of `node`.
  public String text(SyntaxNode node) {
    return text.slice(node.range());
  }

  /// The text that was parsed.
  public SourceText source() {
    return text;
  }

  String kind(int node) {
    int symbol = nodes.symbol[node];
    return symbol == NodeArrays.ERROR_SYMBOL ? "ERROR" : grammar.kinds().get(symbol);
  }

  String field(int node) {
    return grammar.fields().get(nodes.field[node]);
  }

  private SyntaxNode smallest(TextRange range) {
    int found = 0;
    int child = 1;
    while (child < nodes.next[found]) {
      boolean holds = nodes.start[child] <= range.start() && range.end() <= nodes.end[child];
      if (holds && nodes.end[child] > nodes.start[child]) {
        found = child;
        child = found + 1;
      } else {
        child = nodes.next[child];
      }
    }
    return new SyntaxNode(this, found);
  }
}
