package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// A Rust fragment with metavariables, to be matched against a node of a tree: `$f($$args, $x)`.
///
/// `$x` matches one node and `$$x` any number of neighbors; a metavariable that occurs twice must
/// match the same text. `'$a` matches a lifetime and holds its name without the quote. White space,
/// comments and the last comma of a list do not count. A fragment such as `x: T` reads as a field,
/// a parameter or a pattern; every reading is tried.
public final class Pattern {
  private static final java.util.regex.Pattern METAVARIABLE =
      java.util.regex.Pattern.compile("(\\$\\$?)(\\w+)");
  private static final String ONE = "mv1_";
  private static final String MANY = "mvn_";
  private static final String LIFETIME = "'mvl_";
  private static final Set<String> CLOSING = Set.of(")", "]", "}", ">", "|");

  /// What can stand around a fragment so that it parses; the hole is where it stands.
  private static final List<String> CONTEXTS =
      List.of(
          "fn f() { let _ = %s; }",
          "fn f() { %s }",
          "fn f() { match 0 { %s } }",
          "%s",
          "type T = %s;",
          "struct S { %s }",
          "fn f(%s) {}",
          "fn f() { let %s = 0; }",
          "impl S { %s }",
          "trait S { %s }",
          "fn f<%s>() {}",
          "enum E { %s }");

  /// How a list metavariable can be written so that it parses.
  private static final List<String> LISTS =
      List.of("%s", "%s: ()", "%s;", "%s => ()", "%s,", "%s: (),");

  private final String source;
  private final List<SyntaxNode> readings;

  private Pattern(String source, List<SyntaxNode> readings) {
    this.source = source;
    this.readings = List.copyOf(readings);
  }

  /// Reads `fragment`. A pattern that no context can read matches nothing, see [#isReadable].
  public static Pattern of(String fragment) {
    var readings = new ArrayList<SyntaxNode>();
    for (String list : fragment.contains("$$") ? LISTS : LISTS.subList(0, 1)) {
      for (String one : List.of(ONE, LIFETIME)) {
        String code = code(fragment, one, list);
        for (String context : CONTEXTS) {
          reading(context, code).ifPresent(readings::add);
        }
      }
    }
    return new Pattern(fragment, readings);
  }

  /// Whether the fragment is Rust, or this platform has no parser to tell.
  public boolean isReadable() {
    return !readings.isEmpty() || RustTree.unavailable().isPresent();
  }

  /// What the metavariables hold when `node` as a whole matches.
  public Optional<Map<String, String>> match(SyntaxNode node, Map<String, String> known) {
    for (SyntaxNode reading : readings) {
      var bound = new HashMap<>(known);
      if (matches(reading, node, bound)) {
        return Optional.of(Map.copyOf(bound));
      }
    }
    return Optional.empty();
  }

  /// The same for a text that is no node of the tree, such as a path that the grammar did not
  /// expect at its place: only a pattern that is one metavariable matches it.
  public Optional<Map<String, String>> matchText(String text, Map<String, String> known) {
    Matcher variable = METAVARIABLE.matcher(source);
    var bound = new HashMap<>(known);
    return variable.matches() && bind(bound, variable.group(2), text)
        ? Optional.of(Map.copyOf(bound))
        : Optional.empty();
  }

  /// `template` with its metavariables replaced by what they hold; empty when one holds nothing.
  public static Optional<String> fill(String template, Map<String, String> bound) {
    var filled = new StringBuilder();
    Matcher variable = METAVARIABLE.matcher(template);
    while (variable.find()) {
      String held = bound.get(variable.group(2));
      if (held == null) {
        return Optional.empty();
      }
      variable.appendReplacement(filled, Matcher.quoteReplacement(held));
    }
    variable.appendTail(filled);
    return Optional.of(filled.toString());
  }

  /// The names of the metavariables in `text`.
  public static List<String> metavariables(String text) {
    return METAVARIABLE.matcher(text).results().map(found -> found.group(2)).distinct().toList();
  }

  private static String code(String fragment, String one, String list) {
    return METAVARIABLE
        .matcher(fragment)
        .replaceAll(found ->
            found.group(1).equals("$$")
                ? list.formatted(MANY + found.group(2))
                : one + found.group(2));
  }

  private static Optional<SyntaxNode> reading(String context, String code) {
    int before = context.indexOf("%s");
    String text = context.formatted(code);
    int start = text.substring(0, before).length();
    int end = start + SourceText.of(code).length();
    return RustTree.parse(SourceText.of(text))
        .filter(tree -> !tree.hasError())
        .flatMap(tree -> tree.covering(new dev.rustmend.text.TextRange(start, end)));
  }

  private static boolean matches(SyntaxNode pattern, SyntaxNode node, Map<String, String> bound) {
    String text = pattern.text();
    for (String prefix : List.of(ONE, LIFETIME)) {
      if (text.startsWith(prefix) && isWord(text.substring(prefix.length()))) {
        return node.isNamed() && bind(bound, text.substring(prefix.length()), node.text());
      }
    }
    List<SyntaxNode> parts = parts(pattern);
    List<SyntaxNode> children = parts(node);
    if (parts.isEmpty() || children.isEmpty()) {
      return parts.isEmpty() && children.isEmpty() && text.equals(node.text());
    }
    return pattern.kind().equals(node.kind()) && sequence(parts, children, node, bound);
  }

  private static boolean sequence(
      List<SyntaxNode> parts,
      List<SyntaxNode> nodes,
      SyntaxNode within,
      Map<String, String> bound) {
    if (parts.isEmpty()) {
      return nodes.isEmpty() || (nodes.size() == 1 && nodes.getFirst().text().equals(","));
    }
    Optional<String> list = list(parts.getFirst());
    if (list.isPresent()) {
      return several(list.get(), parts.subList(1, parts.size()), nodes, within, bound);
    }
    if (nodes.isEmpty()) {
      return false;
    }
    if (isEmptyListBehindComma(parts, nodes)) {
      return bind(bound, list(parts.get(1)).orElse("_"), "")
          && sequence(parts.subList(2, parts.size()), nodes, within, bound);
    }
    var attempt = new HashMap<>(bound);
    if (matches(parts.getFirst(), nodes.getFirst(), attempt)
        && sequence(parts.subList(1, parts.size()), behindFirst(parts, nodes), within, attempt)) {
      bound.putAll(attempt);
      return true;
    }
    return false;
  }

  /// Whether the pattern goes on with a comma and a list, and the source with neither.
  private static boolean isEmptyListBehindComma(List<SyntaxNode> parts, List<SyntaxNode> nodes) {
    return parts.getFirst().text().equals(",")
        && !nodes.getFirst().text().equals(",")
        && parts.size() > 1
        && list(parts.get(1)).isPresent();
  }

  /// The nodes behind the first one, and behind a last comma that the pattern does not have.
  private static List<SyntaxNode> behindFirst(List<SyntaxNode> parts, List<SyntaxNode> nodes) {
    boolean lastComma =
        parts.size() > 1
            && nodes.size() > 2
            && nodes.get(1).text().equals(",")
            && CLOSING.contains(nodes.get(2).text())
            && !parts.get(1).text().equals(",")
            && list(parts.get(1)).isEmpty();
    return nodes.subList(lastComma ? 2 : 1, nodes.size());
  }

  /// A list metavariable takes as few neighbors as will do; a comma behind it in the pattern may be
  /// missing when it takes none.
  private static boolean several(
      String name,
      List<SyntaxNode> rest,
      List<SyntaxNode> nodes,
      SyntaxNode within,
      Map<String, String> bound) {
    for (int taken = 0; taken <= nodes.size(); taken++) {
      boolean noComma =
          (taken == 0 || taken == nodes.size())
              && !rest.isEmpty()
              && rest.getFirst().text().equals(",");
      var attempt = new HashMap<>(bound);
      String text =
          taken == 0
              ? ""
              : within
                  .tree()
                  .source()
                  .slice(nodes.getFirst().range().cover(nodes.get(taken - 1).range()));
      if (bind(attempt, name, text)
          && (sequence(rest, nodes.subList(taken, nodes.size()), within, attempt)
              || (noComma
                  && sequence(
                      rest.subList(1, rest.size()),
                      nodes.subList(taken, nodes.size()),
                      within,
                      attempt)))) {
        bound.putAll(attempt);
        return true;
      }
    }
    return false;
  }

  private static Optional<String> list(SyntaxNode part) {
    String text = part.text();
    return text.startsWith(MANY)
        ? Optional.of(text.substring(MANY.length()).replaceFirst("\\W.*", ""))
        : Optional.empty();
  }

  private static boolean bind(Map<String, String> bound, String name, String text) {
    if (name.equals("_")) {
      return true;
    }
    String before = bound.putIfAbsent(name, text);
    return before == null || before.equals(text);
  }

  private static boolean isWord(String text) {
    return text.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  private static List<SyntaxNode> parts(SyntaxNode node) {
    return node.children().stream().filter(child -> !child.isExtra()).toList();
  }

  @Override
  public String toString() {
    return source;
  }
}
