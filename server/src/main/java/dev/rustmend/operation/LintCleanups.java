package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What lints of rustc point at without proposing a change, though there is just one that keeps
/// what the program does.
final class LintCleanups {
  private static final Pattern WHOLE = Pattern.compile("(\\d[\\d_]*)([iu]\\w+)?");
  private static final Pattern KEEPING =
      Pattern.compile("or use `\\{[^:}]*:(\\w)\\}` to keep the default formatting .*");
  private static final Pattern DROPPED =
      Pattern.compile("this `(\\w+).*` is dropped at end of statement");

  private LintCleanups() {}

  /// A cast to the type that a value has anyway goes; in a `let` without a type the type stays.
  static void trivialCast(Tokens tokens, Mends out) {
    Site site = tokens.site();
    Optional<SyntaxNode> cast = cast(site.node());
    Optional<SyntaxNode> value = cast.flatMap(node -> node.child("value"));
    Optional<SyntaxNode> type = cast.flatMap(node -> node.child("type"));
    if (value.isEmpty() || type.isEmpty()) {
      return;
    }
    boolean bare = site.node().equals(cast.get()) || !Nodes.isAtom(value.get());
    Edits edits =
        bare
            ? out.edits().delete(behind(value.get(), cast.get()))
            : out.edits().replace(site.node(), value.get().text());
    cast.get()
        .parent()
        .filter(up -> up.is("let_declaration") && up.child("type").isEmpty())
        .flatMap(let -> let.child("pattern"))
        .filter(pattern -> pattern.is("identifier"))
        .ifPresent(name -> edits.insert(name.range().end(), ": " + type.get().text()));
    out.add("Leave the cast to `%s` out".formatted(type.get().text()), 0, edits);
  }

  /// The cast that is pointed at, with or without parentheses.
  private static Optional<SyntaxNode> cast(SyntaxNode node) {
    SyntaxNode inside =
        node.is("parenthesized_expression") ? node.namedChildren().getFirst() : node;
    return Optional.of(inside).filter(each -> each.is("type_cast_expression"));
  }

  private static TextRange behind(SyntaxNode part, SyntaxNode whole) {
    return new TextRange(part.range().end(), whole.range().end());
  }

  /// `use a::{B};` is written `use a::B;`.
  static void importBraces(Tokens tokens, Mends out) {
    Declarations.at(tokens.site().node(), "use_declaration").stream()
        .flatMap(SyntaxNode::descendants)
        .filter(node -> node.is("use_list") && node.namedChildren().size() == 1)
        .filter(list -> !list.namedChildren().getFirst().is("self"))
        .findFirst()
        .ifPresent(list ->
            out.replace(
                "Leave the braces out", list.range(), list.namedChildren().getFirst().text()));
  }

  /// An import of what is in scope anyway goes.
  static void redundantImport(Tokens tokens, Mends out) {
    Site site = tokens.site();
    TextRange range = site.primary().range();
    Optional<SyntaxNode> use = Declarations.at(site.node(), "use_declaration");
    boolean whole =
        use.flatMap(node -> node.child("argument"))
            .filter(argument -> argument.range().equals(range))
            .isPresent();
    boolean open = use.filter(node -> node.text().startsWith("pub")).isPresent();
    if (use.isEmpty() || open) {
      return;
    }
    String title = "Remove the import of `%s`".formatted(site.primary().text());
    if (whole) {
      out.add(title, 0, out.edits().deleteLine(site.file(), site.text(), use.get().range()));
    } else if (site.node().parent().filter(up -> up.is("use_list")).isPresent()) {
      out.add(title, 0, out.edits().delete(Declarations.withComma(site.node())));
    }
  }

  /// Of two ranges that share an end the later, which never gets it, begins behind it.
  static void overlappingRange(Tokens tokens, Mends out) {
    List<SyntaxNode> ends =
        tokens
            .site()
            .node()
            .descendants()
            .filter(node -> node.is("range_pattern"))
            .findFirst()
            .map(SyntaxNode::namedChildren)
            .orElse(List.of());
    Matcher start = WHOLE.matcher(ends.isEmpty() ? "" : ends.getFirst().text());
    if (ends.size() != 2 || !start.matches()) {
      return;
    }
    String suffix = start.group(2) == null ? "" : start.group(2);
    String behind = new BigInteger(start.group(1).replace("_", "")).add(BigInteger.ONE) + suffix;
    Optional<String> shared =
        tokens.site().find(Pattern.compile("this range overlaps on `(\\d+)(?:_\\w+)?`"));
    if (shared.filter(start.group(1).replace("_", "")::equals).isPresent()) {
      out.replace("Begin the later range with " + behind, ends.getFirst().range(), behind);
    }
  }

  /// An expectation of a lint that does not come goes.
  static void unmetExpectation(Tokens tokens, Mends out) {
    Site site = tokens.site();
    Optional<SyntaxNode> attribute = site.enclosing("attribute_item", "inner_attribute_item");
    if (attribute.isEmpty()) {
      return;
    }
    String lint = site.primary().text();
    String title = "Do not expect `%s`".formatted(lint);
    int at = tokens.at();
    int last = at;
    while (tokens.is(last + 1, "::")) {
      last += 2;
    }
    boolean first = tokens.is(at - 1, "(");
    if (first && (tokens.is(last + 1, ")") || tokens.is(last + 2, "reason"))) {
      out.add(title, 0, out.edits().deleteLine(site.file(), site.text(), attribute.get().range()));
    } else if (first && tokens.is(last + 1, ",")) {
      out.add(
          title, 0, out.edits().delete(new TextRange(tokens.start(at), tokens.start(last + 2))));
    } else if (tokens.is(at - 1, ",")) {
      TextRange gone = new TextRange(tokens.start(at - 1), tokens.end(last));
      out.add(title, 0, out.edits().delete(gone));
    }
  }

  /// The second of two equal attributes goes.
  static void secondAttribute(Tokens tokens, Mends out) {
    Site site = tokens.site();
    site.enclosing("attribute_item")
        .ifPresent(attribute ->
            out.add(
                "Remove the second `%s`".formatted(attribute.text()),
                0,
                out.edits().deleteLine(site.file(), site.text(), attribute.range())));
  }

  /// A type that could be `Copy` gets it, with `Clone` where it has not.
  static void deriveCopy(Tokens tokens, Mends out) {
    Site site = tokens.site();
    Declarations.item(site.node())
        .filter(Declarations::isTypeItem)
        .flatMap(item -> Declarations.type(site, Declarations.name(item)))
        .ifPresent(item -> {
          Edits edits = out.edits();
          if (Derives.add(site, edits, item, List.of("Clone", "Copy"))) {
            out.add("Derive `Copy` for `%s`".formatted(item.item().name()), 0, edits);
          }
        });
  }

  /// A place of assembler code says that the register is to be written as it is written now.
  static void registerForm(Tokens tokens, Mends out) {
    Site site = tokens.site();
    Optional<String> letter = site.find(KEEPING);
    if (letter.isEmpty()) {
      return;
    }
    Edits edits = out.edits();
    for (Span span : site.diagnostic().spans()) {
      String text = site.text().slice(span.range());
      if (span.primary() && text.startsWith("{") && text.endsWith("}") && !text.contains(":")) {
        edits.insert(span.range().end() - 1, ":" + letter.get());
      }
    }
    out.add("Keep the form of the register with `:%s`".formatted(letter.get()), 0, edits);
  }

  /// A temporary that a pointer is taken of is bound to a variable first.
  static void danglingPointer(Tokens tokens, Mends out) {
    Site site = tokens.site();
    List<Place> owners = site.labeled("this `…` is dropped at end of statement");
    Optional<String> type = site.find(DROPPED);
    Optional<SyntaxNode> statement = Nodes.statement(site.node());
    if (owners.size() != 1 || type.isEmpty() || statement.isEmpty()) {
      return;
    }
    SyntaxNode owner = owners.getFirst().node();
    if (Nodes.function(owner).isEmpty() || !Nodes.function(owner).equals(function(statement))) {
      return;
    }
    String name = FreshName.of(owner, FreshName.snake(type.get()));
    int start = statement.get().range().start();
    String line = "let %s = %s;\n%s".formatted(name, owner.text(), indent(site, start));
    out.add(
        "Bind the `%s` to a variable".formatted(type.get()),
        0,
        out.edits().insert(start, line).replace(owner, name));
  }

  private static Optional<SyntaxNode> function(Optional<SyntaxNode> statement) {
    return statement.flatMap(Nodes::function);
  }

  private static String indent(Site site, int offset) {
    return Site.indent(site.text(), offset);
  }
}
