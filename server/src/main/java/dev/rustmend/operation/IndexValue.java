package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Indexes with what can be an index: a `usize` in lists, a range or an iterator's place in texts.
///
/// rustc says ``the type `[T]` cannot be indexed by `i32` `` and points at the index. A `str` has
/// no `n`th character to refer to, for its characters take one to four bytes.
final class IndexValue implements Operation {
  private static final Pattern FORMATTING =
      Pattern.compile("(?:\\w+::)*(?:e?print(?:ln)?|format|write(?:ln)?|panic)!");

  private static final Pattern MESSAGE =
      Pattern.compile("the type `(.+)` cannot be indexed by `(.+)`");

  @Override
  public String name() {
    return "index-value";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    Optional<SyntaxNode> expression = site.enclosing("index_expression");
    if (!message.find() || expression.isEmpty()) {
      return List.of();
    }
    RustType list = RustType.of(message.group(1));
    RustType index = RustType.of(message.group(2));
    var found = new ArrayList<Proposal>();
    if (list.isText()) {
      text(site, expression.get(), index, found);
    } else {
      numbers(site, index, found);
    }
    return found;
  }

  private static void numbers(Site site, RustType index, List<Proposal> found) {
    SyntaxNode node = site.node();
    RustType bare = index.bare();
    if (bare.isNamed("Range", "RangeInclusive", "RangeFrom", "RangeTo")) {
      range(site, node, found);
      return;
    }
    var value = new Value(site, node, RustType.of("usize"), index);
    List<Adaptation> ways = new ArrayList<>(NumberAdapter.adapt(value));
    if (bare.text().equals("usize") && index.isReference()) {
      ways.add(value.prefix("dereference", "Dereference " + value.name(), "*"));
    }
    ways.stream().flatMap(way -> way.proposal(site, node).stream()).forEach(found::add);
    chain(site, node, found);
    declaration(site, node, found);
  }

  /// All places of `rows[a][b]`, which are mostly of the same type: rustc rejects the first alone.
  private static void chain(Site site, SyntaxNode node, List<Proposal> found) {
    Edits edits = site.edits();
    int count = 0;
    for (SyntaxNode index : indexes(node)) {
      boolean done = index.is("integer_literal") || index.text().endsWith("as usize");
      if (!done) {
        boolean atom = Nodes.isAtom(index);
        edits.wrap(index.range(), atom ? "" : "(", (atom ? "" : ")") + " as usize");
        count++;
      }
    }
    if (count > 1) {
      edits
          .patch()
          .map(patch -> Proposal.of("Cast the indexes to `usize`", patch))
          .ifPresent(found::add);
    }
  }

  /// The places of all the index expressions of the chain in which `node` is one.
  private static List<SyntaxNode> indexes(SyntaxNode node) {
    Optional<SyntaxNode> outermost =
        node.ancestors().takeWhile(up -> up.is("index_expression")).reduce((_, outer) -> outer);
    return outermost.stream()
        .flatMap(outer ->
            Stream.iterate(
                Optional.of(outer),
                Optional::isPresent,
                index ->
                    index
                        .flatMap(it -> it.namedChildren().stream().findFirst())
                        .filter(it -> it.is("index_expression"))))
        .map(Optional::orElseThrow)
        .flatMap(index -> index.namedChildren().stream().skip(1))
        .toList();
  }

  /// Both ends of a range.
  private static void range(Site site, SyntaxNode node, List<Proposal> found) {
    Edits edits = site.edits();
    for (SyntaxNode bound : node.namedChildren()) {
      if (!bound.is("integer_literal")) {
        boolean atom = Nodes.isAtom(bound);
        edits.wrap(bound.range(), atom ? "" : "(", (atom ? "" : ")") + " as usize");
      }
    }
    edits
        .patch()
        .ifPresent(patch ->
            found.add(Proposal.of("Cast the ends of the range to `usize`", patch).penalized(12)));
  }

  /// The index variable itself becomes a `usize`, where a `let` or a parameter declares it.
  private static void declaration(Site site, SyntaxNode node, List<Proposal> found) {
    if (!node.is("identifier")) {
      return;
    }
    Optional<SyntaxNode> holder =
        Bindings.binding(node, node.text())
            .flatMap(binding -> Nodes.above(binding, "let_declaration", "function_item"))
            .filter(around -> around.is("let_declaration"));
    Optional<SyntaxNode> value =
        holder.flatMap(let -> let.child("value")).filter(v -> v.is("integer_literal"));
    if (value.isEmpty()) {
      return;
    }
    Optional<SyntaxNode> type = holder.flatMap(let -> let.child("type"));
    Edits edits = site.edits();
    if (type.isPresent()) {
      edits.replace(type.get(), "usize");
    } else {
      holder
          .flatMap(let -> let.child("pattern"))
          .ifPresent(pattern -> edits.insert(pattern.range().end(), ": usize"));
    }
    edits
        .patch()
        .ifPresent(
            patch -> found.add(Proposal.of("Declare `" + node.text() + "` as `usize`", patch)));
  }

  /// The ways to reach into a text, each honest about what it gives.
  private static void text(Site site, SyntaxNode expression, RustType index, List<Proposal> found) {
    List<SyntaxNode> parts = expression.namedChildren();
    if (parts.size() != 2 || !index.bare().isInteger()) {
      if (parts.size() == 2) {
        range(site, parts.get(1), found);
      }
      return;
    }
    SyntaxNode list = parts.getFirst();
    SyntaxNode at = parts.get(1);
    boolean borrowed = expression.parent().filter(up -> up.is("reference_expression")).isPresent();
    boolean size = index.text().equals("usize") || at.is("integer_literal");
    String place = size ? at.text() : Nodes.operand(at) + " as usize";
    String subject = Nodes.operand(list);
    SyntaxNode whole = borrowed ? expression.parent().orElseThrow() : expression;
    Map<String, String> ways = ways(subject, place, at, borrowed);
    int penalty = 0;
    for (var way : ways.entrySet()) {
      int more = penalty;
      boolean number = way.getKey().startsWith("Read the byte") && isShown(whole);
      // a slice that ends within a character stops the program
      boolean cut = way.getKey().startsWith("Take the slice") && !isPlain(list);
      site.edits()
          .replace(whole, way.getValue())
          .patch()
          .map(patch -> Proposal.of(way.getKey().formatted(Value.name(list)), patch))
          .map(made -> made.penalized(more))
          .map(made -> number ? made.admitting(Damage.Kind.VALUE) : made)
          .map(made -> cut ? made.admitting(Damage.Kind.UNWRAP) : made)
          .ifPresent(found::add);
      penalty += 25;
    }
  }

  /// Whether the text is seen to have one byte for each character: a literal, or a variable of one.
  private static boolean isPlain(SyntaxNode text) {
    SyntaxNode value =
        Bindings.binding(text, text.text())
            .flatMap(SyntaxNode::parent)
            .filter(let -> let.is("let_declaration"))
            .flatMap(let -> let.child("value"))
            .orElse(text);
    return value.text().matches("(?s)(String::from\\()?\"[\\x00-\\x7f]*\"(\\)|\\.to_\\w+\\(\\))?");
  }

  /// Whether it is shown as it is by a formatting macro, where a byte would be a number.
  private static boolean isShown(SyntaxNode node) {
    return node.parent()
        .filter(up -> up.is("arguments"))
        .flatMap(SyntaxNode::parent)
        .filter(call -> FORMATTING.matcher(call.text()).lookingAt())
        .isPresent();
  }

  private static Map<String, String> ways(
      String subject, String place, SyntaxNode at, boolean borrowed) {
    var ways = new java.util.LinkedHashMap<String, String>();
    String number = at.text();
    String next =
        number.matches("\\d{1,8}")
            ? Integer.toString(Integer.parseInt(number) + 1)
            : place + " + 1";
    String slice = "&" + subject + "[" + place + ".." + next + "]";
    String character = subject + ".chars().nth(" + place + ")";
    String bytes = subject + ".as_bytes()[" + place + "]";
    if (borrowed) {
      ways.put("Take the slice of %s with one byte", slice);
      ways.put("Ask %s for the character at this place", character);
    } else {
      ways.put("Ask %s for the character at this place", character);
      ways.put("Read the byte of %s at this place", bytes);
      ways.put("Take the slice of %s with one byte", slice);
      ways.put(
          "Take the character of %s at this place, or an empty one",
          character + ".unwrap_or_default()");
    }
    return ways;
  }
}
