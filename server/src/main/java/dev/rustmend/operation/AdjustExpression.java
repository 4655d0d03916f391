package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small corrections of one expression that its error code decides: an operator, star, parenthesis
/// or `return` too many or too few.
///
/// The codes are E0067 and E0070 (left side of an assignment), E0068/E0069 (`return;`), E0308 and
/// E0608 (tuple parts), E0368 (through a reference), E0572 (`return` outside), E0599 (`unwrap` of a
/// plain value), E0614 (`*` of a plain value), E0618 (call of a value), E0277 (`?` on a plain
/// value).
final class AdjustExpression implements Operation {
  private static final Pattern UNWRAPPED =
      Pattern.compile(
          "no method named `(unwrap|expect)` found for (?:type|struct|reference|enum|unit type|array|tuple) `(.+)` in");

  private static final Set<String> COMMUTATIVE = Set.of("+=", "*=", "|=", "&=", "^=");

  @Override
  public String name() {
    return "adjust-expression";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    switch (site.diagnostic().codeText()) {
      case "E0614" -> star(site, found);
      case "E0618" -> call(site, found);
      case "E0069" -> returned(site, found);
      case "E0572" -> outside(site, found);
      case "E0368", "E0070", "E0067" -> assigned(site, found);
      case "E0599" -> unwrapped(site, found);
      case "E0608" -> part(site, found);
      case "E0277" -> mark(site, found);
      case "E0600" -> negated(site, found);
      case "E0793" -> packed(site, found);
      default -> {}
    }
    return found;
  }

  private static void add(Edits edits, String title, int penalty, List<Proposal> found) {
    edits.patch().ifPresent(patch -> found.add(Proposal.of(title, patch).penalized(penalty)));
  }

  private static void star(Site site, List<Proposal> found) {
    Optional<SyntaxNode> star = site.enclosing("unary_expression");
    Optional<SyntaxNode> operand = star.flatMap(node -> node.namedChildren().stream().findFirst());
    if (star.filter(RaiseToPower::isPower).isPresent()) {
      return;
    }
    operand.ifPresent(value ->
        add(
            site.edits().delete(new TextRange(star.get().range().start(), value.range().start())),
            "Leave out the dereference of " + Value.name(value),
            site.enclosing("assignment_expression", "compound_assignment_expr").isPresent() ? 8 : 0,
            found));
    operand
        .filter(value ->
            value.is("identifier")
                && site.enclosing("assignment_expression", "compound_assignment_expr").isPresent())
        .flatMap(value -> Bindings.binding(value, value.text()))
        .flatMap(binding -> Nodes.above(binding, "parameter"))
        .flatMap(parameter -> parameter.child("type"))
        .ifPresent(type ->
            add(
                site.edits().insert(type.range().start(), "&mut "),
                "Take `&mut " + type.text() + "` to write through it",
                30,
                found));
  }

  /// `x(y)` of a number is a product, `x()` the value itself.
  private static void call(Site site, List<Proposal> found) {
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    Optional<SyntaxNode> function = call.flatMap(node -> node.child("function"));
    Optional<SyntaxNode> arguments = call.flatMap(node -> node.child("arguments"));
    if (function.isEmpty() || arguments.isEmpty()) {
      return;
    }
    List<SyntaxNode> given = arguments.get().namedChildren();
    String name = Value.name(function.get());
    boolean number =
        site.diagnostic().message().matches(".*found `(?:[iuf]\\d+|[iu]size|\\{.*\\})`.*");
    if (given.isEmpty()) {
      add(
          site.edits().delete(arguments.get().range()),
          "Leave out the parentheses after " + name,
          0,
          found);
    } else if (given.size() == 1 && number) {
      add(
          site.edits().insert(function.get().range().end(), " * "),
          "Multiply " + name + " by the value in parentheses",
          0,
          found);
    }
    int end = function.get().range().end();
    int next = arguments.get().range().start();
    boolean block = end < next && site.text().slice(new TextRange(end, next)).contains("\n");
    if (block || function.get().text().endsWith("}")) {
      add(
          site.edits().insert(function.get().range().end(), ";"),
          "End the statement before the parentheses",
          0,
          found);
    }
  }

  /// `return;` where a value is due: the only variable of that type, or an empty value.
  private static void returned(Site site, List<Proposal> found) {
    Optional<SyntaxNode> node = site.enclosing("return_expression");
    Optional<RustType> type = node.flatMap(Value::returned);
    if (node.isEmpty() || type.isEmpty()) {
      return;
    }
    if (type.get().isNamed("Result") && type.get().argument(0).isUnit()) {
      add(site.edits().insert(node.get().range().end(), " Ok(())"), "Return `Ok(())`", 0, found);
    } else if (type.get().isNamed("Option")) {
      add(site.edits().insert(node.get().range().end(), " None"), "Return `None`", 0, found);
    }
    var types = new LocalTypes(site.crate());
    List<String> fitting =
        Bindings.visible(node.get()).entrySet().stream()
            .filter(entry ->
                types
                    .ofBinding(entry.getValue())
                    .filter(RustType::isWritable)
                    .filter(type.get()::fits)
                    .isPresent())
            .map(java.util.Map.Entry::getKey)
            .toList();
    if (fitting.size() == 1) {
      add(
          site.edits().insert(node.get().range().end(), " " + fitting.getFirst()),
          "Return `" + fitting.getFirst() + "`",
          10,
          found);
    }
  }

  private static void outside(Site site, List<Proposal> found) {
    site.enclosing("return_expression")
        .flatMap(node ->
            node.namedChildren().stream()
                .findFirst()
                .map(value ->
                    site.edits()
                        .delete(new TextRange(node.range().start(), value.range().start()))))
        .ifPresent(edits -> add(edits, "Write the value without `return`", 0, found));
  }

  private static void assigned(Site site, List<Proposal> found) {
    Optional<SyntaxNode> left =
        site.enclosing("assignment_expression", "compound_assignment_expr")
            .flatMap(node -> node.child("left"));
    if (left.isEmpty()) {
      return;
    }
    add(
        site.edits().insert(left.get().range().start(), "*"),
        "Assign through " + Value.name(left.get()) + " with `*`",
        0,
        found);
    Optional<SyntaxNode> whole =
        site.enclosing("assignment_expression", "compound_assignment_expr");
    boolean exchangeable =
        whole
            .flatMap(node -> node.child("operator"))
            .map(SyntaxNode::text)
            .filter(operator -> !COMMUTATIVE.contains(operator))
            .isEmpty();
    boolean literal = left.get().kind().endsWith("_literal") && exchangeable;
    Optional<SyntaxNode> right =
        whole
            .flatMap(node -> node.child("right"))
            .filter(node -> node.is("identifier") || node.is("field_expression"));
    if (literal && right.isPresent()) {
      add(
          site.edits()
              .replace(left.get(), right.get().text())
              .replace(right.get(), left.get().text()),
          "Assign to " + Value.name(right.get()),
          5,
          found);
    }
    Optional<SyntaxNode> assignment =
        site.enclosing("assignment_expression")
            .filter(node -> node.parent().filter(up -> up.is("expression_statement")).isEmpty());
    if (assignment
        .filter(node -> left.get().is("binary_expression") || left.get().is("call_expression"))
        .isPresent()) {
      int at = left.get().range().end();
      String between = site.text().slice(new TextRange(at, assignment.get().range().end()));
      int offset = at + between.indexOf('=');
      add(site.edits().insert(offset, "="), "Compare with `==`", 3, found);
    }
  }

  /// The call of `unwrap` on a value that is there already.
  private static void unwrapped(Site site, List<Proposal> found) {
    Matcher message = UNWRAPPED.matcher(site.diagnostic().message());
    Optional<SyntaxNode> call = site.enclosing("call_expression");
    Optional<SyntaxNode> receiver = call.flatMap(LocalTypes::receiver);
    if (message.find() && receiver.isPresent() && message.group(1).equals("unwrap")) {
      site.edits()
          .delete(new TextRange(receiver.get().range().end(), call.get().range().end()))
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of(
                          "Leave out `.unwrap()`: "
                              + Value.name(receiver.get())
                              + " is `"
                              + message.group(2)
                              + "` itself",
                          patch)
                      .admitting(Damage.Kind.WRAPPER, Damage.Kind.CALL)));
    }
  }

  /// `pair[0]` of a tuple is `pair.0`.
  private static void part(Site site, List<Proposal> found) {
    Optional<SyntaxNode> index = site.enclosing("index_expression");
    List<SyntaxNode> parts = index.map(SyntaxNode::namedChildren).orElse(List.of());
    boolean tuple = site.diagnostic().message().matches(".*type `&?\\(.*\\)`.*");
    if (parts.size() == 2 && tuple && parts.get(1).text().matches("\\d+")) {
      add(
          site.edits().replace(index.get(), parts.getFirst().text() + "." + parts.get(1).text()),
          "Read the part of " + Value.name(parts.getFirst()) + " with a dot",
          0,
          found);
    }
  }

  /// `?` on a value that can not fail.
  private static void mark(Site site, List<Proposal> found) {
    Optional<SyntaxNode> node = site.enclosing("try_expression");
    Optional<SyntaxNode> operand = node.flatMap(up -> up.namedChildren().stream().findFirst());
    if (operand.isPresent()
        && site.diagnostic()
            .message()
            .contains("can only be applied to values that implement `Try`")) {
      add(
          site.edits().delete(new TextRange(operand.get().range().end(), node.get().range().end())),
          "Leave out `?`: " + Value.name(operand.get()) + " can not fail",
          0,
          found);
    }
  }

  /// A field of a packed struct is copied before it is referred to.
  private static void packed(Site site, List<Proposal> found) {
    SyntaxNode node = site.node();
    SyntaxNode field = node.is("reference_expression") ? node.child("value").orElse(node) : node;
    if (field.is("field_expression")) {
      add(
          site.edits().wrap(field.range(), "{ ", " }"),
          "Copy " + Value.name(field) + " before referring to it",
          0,
          found);
    }
  }

  /// `!x` of something that is no truth value.
  private static void negated(Site site, List<Proposal> found) {
    Optional<SyntaxNode> node =
        site.enclosing("unary_expression").filter(up -> up.text().startsWith("!"));
    Optional<SyntaxNode> operand = node.flatMap(up -> up.namedChildren().stream().findFirst());
    Matcher type = Pattern.compile("to type `&?([^`<]+)").matcher(site.diagnostic().message());
    if (operand.isEmpty() || !type.find()) {
      return;
    }
    String name = Nodes.operand(operand.get());
    String text =
        switch (RustType.of(type.group(1)).name()) {
          case "Option" -> name + ".is_none()";
          case "Result" -> name + ".is_err()";
          case "String", "str", "Vec", "HashMap", "HashSet" -> name + ".is_empty()";
          case "f32", "f64", "{float}" -> name + " == 0.0";
          default -> "";
        };
    if (!text.isEmpty()) {
      add(
          site.edits().replace(node.get(), text),
          "Ask " + Value.name(operand.get()) + " instead of negating it",
          2,
          found);
    }
  }
}
