package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What statements mention, declare and may change, and whether two of them could change places.
final class Flow {
  private static final Pattern CAPTURE = Pattern.compile("\\{([a-z_]\\w*)\\s*(:[^{}]*)?\\}");
  private static final Pattern WIDTH = Pattern.compile("([a-z_]\\w*)\\$");
  private static final Set<String> NAMES =
      Set.of("identifier", "self", "shorthand_field_identifier");
  private static final Set<String> JUMPS =
      Set.of(
          "return_expression",
          "break_expression",
          "continue_expression",
          "try_expression",
          "await_expression",
          "yield_expression");
  private static final Set<String> READERS =
      Set.of(
          "len",
          "is_empty",
          "iter",
          "get",
          "first",
          "last",
          "contains",
          "contains_key",
          "as_str",
          "as_slice",
          "to_string",
          "to_owned",
          "to_vec",
          "clone",
          "trim",
          "chars",
          "bytes",
          "lines",
          "keys",
          "values",
          "as_ref",
          "is_some",
          "is_none",
          "is_ok",
          "is_err",
          "starts_with",
          "ends_with",
          "split",
          "borrow",
          "cloned",
          "copied",
          "max",
          "min",
          "abs",
          "as_bytes");

  private Flow() {}

  /// The variable at the root of a place or a chain of calls: `a` of `&mut a.b[0].c()`.
  static Optional<SyntaxNode> root(SyntaxNode node) {
    return switch (node.kind()) {
      case "identifier", "self" -> Optional.of(node);
      case "field_expression" -> node.child("value").flatMap(Flow::root);
      case "call_expression" ->
          node.child("function").filter(f -> f.is("field_expression")).flatMap(Flow::root);
      case "reference_expression" -> node.child("value").flatMap(Flow::root);
      case "index_expression",
          "parenthesized_expression",
          "unary_expression",
          "try_expression",
          "expression_statement",
          "type_cast_expression" ->
          node.namedChildren().stream().findFirst().flatMap(Flow::root);
      default -> Optional.empty();
    };
  }

  /// The only name that a pattern introduces, if it is no more than a name: `x`, `mut x`.
  static Optional<SyntaxNode> boundName(SyntaxNode pattern) {
    boolean plain = pattern.is("identifier") || pattern.is("mut_pattern");
    return plain ? Bindings.names(pattern).stream().findFirst() : Optional.empty();
  }

  /// Every name of a variable or constant in `node`, with those that format strings capture.
  static Set<String> mentioned(SyntaxNode node) {
    var names = new LinkedHashSet<String>();
    node.descendants()
        .forEach(inner -> {
          if (NAMES.contains(inner.kind()) && !inLifetime(inner)) {
            names.add(inner.text());
          } else if (inner.is("string_literal")) {
            names.addAll(captured(inner.text()));
          }
        });
    return names;
  }

  static boolean mentions(SyntaxNode node, String name) {
    return mentioned(node).contains(name);
  }

  /// Whether the function around `node` mentions `name` behind it.
  static boolean isMentionedBehind(SyntaxNode node, String name) {
    return Nodes.above(node, "function_item").stream()
        .flatMap(SyntaxNode::descendants)
        .filter(inner -> inner.range().start() >= node.range().end())
        .anyMatch(inner ->
            (inner.is("identifier") && inner.text().equals(name))
                || (inner.is("string_literal") && captured(inner.text()).contains(name)));
  }

  private static boolean inLifetime(SyntaxNode name) {
    return name.parent().filter(parent -> parent.is("lifetime")).isPresent();
  }

  /// The names that a format string captures: `a` and `w` of `"{a:w$}"`.
  static Set<String> captured(String format) {
    var names = new HashSet<String>();
    Matcher found = CAPTURE.matcher(format);
    while (found.find()) {
      names.add(found.group(1));
      if (found.group(2) != null) {
        WIDTH.matcher(found.group(2)).results().forEach(width -> names.add(width.group(1)));
      }
    }
    return names;
  }

  /// The variables that a statement introduces for those behind it.
  static Set<String> declared(SyntaxNode statement) {
    var names = new HashSet<String>();
    if (statement.is("let_declaration")) {
      statement
          .child("pattern")
          .ifPresent(pattern -> Bindings.names(pattern).forEach(name -> names.add(name.text())));
    }
    return names;
  }

  /// The variables that `node` may change: assigned, borrowed mutably, or with a method called on
  /// them that is not known to read only.
  static Set<String> changed(SyntaxNode node) {
    var names = new HashSet<String>();
    node.descendants().flatMap(Flow::change).forEach(root -> names.add(root.text()));
    return names;
  }

  private static Stream<SyntaxNode> change(SyntaxNode node) {
    return switch (node.kind()) {
      case "assignment_expression", "compound_assignment_expr" ->
          node.child("left").flatMap(Flow::root).stream();
      case "reference_expression" ->
          node.children().stream().anyMatch(child -> child.is("mutable_specifier"))
              ? root(node).stream()
              : Stream.empty();
      case "call_expression" ->
          node
              .child("function")
              .filter(function -> function.is("field_expression"))
              .filter(function ->
                  function.child("field").filter(f -> READERS.contains(f.text())).isEmpty())
              .flatMap(Flow::root)
              .stream();
      default -> Stream.empty();
    };
  }

  /// Whether the call is one of a method that is known to read only.
  static boolean isReader(SyntaxNode call) {
    return call.child("function")
        .flatMap(function -> function.child("field"))
        .filter(field -> READERS.contains(field.text()))
        .isPresent();
  }

  /// Whether it may leave the function or loop in which it stands.
  static boolean jumps(SyntaxNode node) {
    return node.descendants().anyMatch(inner -> JUMPS.contains(inner.kind()));
  }

  /// Whether something outside of the variables may notice when it runs: it calls or prints.
  static boolean isNoticed(SyntaxNode node) {
    return node.descendants()
        .anyMatch(inner ->
            inner.is("macro_invocation")
                || (inner.is("call_expression")
                    && inner.child("function").filter(f -> f.is("identifier")).isPresent()));
  }

  /// Whether it only makes a reference or a closure, which nobody can notice.
  static boolean onlyBorrows(SyntaxNode statement) {
    return statement.is("let_declaration")
        && statement
            .child("value")
            .filter(value ->
                value.is("closure_expression")
                    || (value.is("reference_expression")
                        && value.descendants().noneMatch(n -> n.is("call_expression"))))
            .isPresent();
  }

  /// Whether the two can change places as far as variables go; what `sharing` names may be in both.
  static boolean commute(SyntaxNode one, SyntaxNode other, Set<String> sharing) {
    if (jumps(one) || jumps(other)) {
      return false;
    }
    Set<String> both = new HashSet<>(mentioned(one));
    both.retainAll(mentioned(other));
    both.removeAll(sharing);
    Set<String> touched = new HashSet<>(declared(one));
    touched.addAll(declared(other));
    touched.addAll(changed(one));
    touched.addAll(changed(other));
    both.retainAll(touched);
    return both.isEmpty();
  }

  /// The statements of a block in order, the expression at its end with them; no comments and no
  /// attributes.
  static List<SyntaxNode> statements(SyntaxNode block) {
    return block.namedChildren().stream()
        .filter(node -> !node.is("attribute_item") && !node.is("label"))
        .toList();
  }

  /// The child of `block` that `inner` stands in.
  static Optional<SyntaxNode> statementIn(SyntaxNode block, SyntaxNode inner) {
    return statements(block).stream()
        .filter(node -> node.range().encloses(inner.range()))
        .findFirst();
  }

  /// The innermost block around both.
  static Optional<SyntaxNode> commonBlock(SyntaxNode one, SyntaxNode other) {
    return one.ancestors()
        .filter(node -> node.is("block") && node.range().encloses(other.range()))
        .findFirst();
  }
}
