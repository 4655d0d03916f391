package dev.rustmend.learn;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Neutral names in place of those that a program defines, and neutral texts in place of its
/// literals and comments, so that what is shown to others tells how a repair is made and nothing of
/// whose it was.
final class NeutralNames {
  private static final Set<String> NAMES =
      Set.of("identifier", "type_identifier", "field_identifier", "shorthand_field_identifier");
  private static final Set<String> PATTERNS =
      Set.of(
          "parameter",
          "let_declaration",
          "for_expression",
          "closure_parameters",
          "match_pattern",
          "tuple_struct_pattern",
          "tuple_pattern",
          "field_pattern",
          "captured_pattern",
          "let_condition");
  private static final Pattern WORD = Pattern.compile("(?<![\\w$'])[A-Za-z_]\\w*");
  private static final Pattern HELD = Pattern.compile("\\{[^{}]*\\}");
  private static final List<String> TYPES =
      List.of("Shape", "Basket", "Ticket", "Garden", "Engine", "Letter", "Bridge", "Harbor");
  private static final List<String> VALUES =
      List.of(
          "value", "input", "count", "entry", "part", "left", "right", "total", "result", "extra",
          "build", "visit", "handle", "update", "select", "finish");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  /// The names for what `programs`, versions of one program, define.
  NeutralNames(List<String> programs) {
    Set<String> taken = new HashSet<>();
    programs.forEach(
        program -> WORD.matcher(program).results().map(MatchResult::group).forEach(taken::add));
    Iterator<String> types = fresh(TYPES, "Kind", taken);
    Iterator<String> values = fresh(VALUES, "item", taken);
    Iterator<String> constants = fresh(List.of("LIMIT", "SIZE"), "CONSTANT", taken);
    for (String program : programs) {
      RustTree.parse(SourceText.of(program))
          .map(RustTree::opened)
          .ifPresent(tree ->
              tree.root()
                  .descendants()
                  .filter(NeutralNames::isDefined)
                  .map(SyntaxNode::text)
                  .filter(name -> !name.equals("main") && !name.equals("_"))
                  .forEach(name ->
                      names.computeIfAbsent(name, it -> next(it, types, values, constants))));
    }
  }

  private static Iterator<String> fresh(List<String> words, String more, Set<String> taken) {
    return Stream.concat(words.stream(), Stream.iterate(1, i -> i + 1).map(i -> more + i))
        .filter(word -> !taken.contains(word))
        .iterator();
  }

  private static String next(
      String name, Iterator<String> types, Iterator<String> values, Iterator<String> constants) {
    boolean upper = Character.isUpperCase(name.charAt(0));
    boolean constant =
        upper && name.length() > 1 && name.equals(name.toUpperCase(java.util.Locale.ROOT));
    return constant ? constants.next() : upper ? types.next() : values.next();
  }

  private static boolean isDefined(SyntaxNode node) {
    if (!NAMES.contains(node.kind())) {
      return false;
    }
    boolean item =
        node.field().filter("name"::equals).isPresent()
            && node.parent()
                .filter(up ->
                    up.kind().endsWith("_item")
                        || up.is("function_signature_item")
                        || up.is("enum_variant")
                        || up.is("field_declaration")
                        || up.is("type_parameter"))
                .isPresent();
    boolean pattern =
        node.is("identifier")
            && node.parent()
                .filter(up -> PATTERNS.contains(up.kind()) || up.kind().endsWith("_pattern"))
                .isPresent()
            && node.field()
                .filter(field -> field.equals("type") || field.equals("value"))
                .isEmpty();
    return item || pattern;
  }

  /// `program` with the neutral names and texts, without its comments.
  String in(String program) {
    return RustTree.parse(SourceText.of(program))
        .map(tree -> {
          var out = new StringBuilder();
          int at = 0;
          for (SyntaxNode node : tree.root().outermost(NeutralNames::isReplaced)) {
            out.append(tree.source().slice(new TextRange(at, node.range().start())));
            out.append(replaced(node));
            at = node.range().end();
          }
          out.append(tree.source().slice(new TextRange(at, tree.source().length())));
          return withoutBlankLines(out.toString());
        })
        .orElse(program);
  }

  private static boolean isReplaced(SyntaxNode node) {
    return node.isExtra()
        || node.is("string_literal")
        || (node.children().isEmpty() && NAMES.contains(node.kind()));
  }

  private String replaced(SyntaxNode node) {
    if (node.isExtra()) {
      return node.text().endsWith("\n") ? "\n" : "";
    }
    return node.is("string_literal") ? literal(node.text()) : name(node.text());
  }

  /// What a format string holds stays; all other text goes.
  private String literal(String text) {
    String held =
        String.join(
            " ", HELD.matcher(text).results().map(MatchResult::group).map(this::line).toList());
    boolean empty = text.equals("\"\"");
    if (!held.isEmpty() || empty) {
      return "\"" + held + "\"";
    }
    return texts.computeIfAbsent(
        text, _ -> "\"text%s\"".formatted(texts.isEmpty() ? "" : " " + (texts.size() + 1)));
  }

  private String name(String name) {
    return names.getOrDefault(name, name);
  }

  /// Any other line that speaks of the program, such as one of a recipe: metavariables stay.
  String line(String text) {
    String line = text;
    for (var literal : texts.entrySet()) {
      line = line.replace(literal.getKey(), literal.getValue());
    }
    return WORD.matcher(line).replaceAll(word -> Matcher.quoteReplacement(name(word.group())));
  }

  private static String withoutBlankLines(String text) {
    var out = new StringBuilder();
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> out.append(line.stripTrailing()).append('\n'));
    return out.toString();
  }
}
