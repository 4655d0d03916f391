package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adapts one operand of an operator to the type of the other.
///
/// rustc's label at the operator says ``no implementation for `i32 + f64` ``; E0369 labels each
/// operand with its type, and E0308 points at the right operand. Widening the narrower side comes
/// first; a literal takes the kind of its neighbor; a reference is read or lent.
final class AdaptOperand implements Operation {
  private static final Pattern IMPLEMENTATION =
      Pattern.compile(
          "no implementation for `(.+?) (==|!=|<=|>=|<<=|>>=|<<|>>|&&|\\|\\||[-+*/%&|^]=?|<|>) (.+)`");
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
  private static final int MOST = 8;

  /// `2.0 * n` was meant to be a float; only where an integer is declared it may become `2 * n`.
  private static final int CUTS = 30;

  @Override
  public String name() {
    return "adapt-operand";
  }

  private record Operands(
      SyntaxNode left, SyntaxNode right, String operator, RustType leftType, RustType rightType) {}

  @Override
  public List<Proposal> proposals(Site site) {
    return operands(site).map(operands -> proposals(site, operands)).orElse(List.of());
  }

  private static Optional<Operands> operands(Site site) {
    Optional<SyntaxNode> expression =
        site.enclosing("binary_expression", "compound_assignment_expr");
    if (expression.isEmpty()) {
      return Optional.empty();
    }
    Optional<SyntaxNode> left = expression.get().child("left");
    Optional<SyntaxNode> right = expression.get().child("right");
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    String operator = expression.get().child("operator").map(SyntaxNode::text).orElse("");
    return types(site, left.get(), right.get())
        .map(types ->
            new Operands(left.get(), right.get(), operator, types.expected(), types.found()));
  }

  private static Optional<Mismatch> types(Site site, SyntaxNode left, SyntaxNode right) {
    for (String remark : site.remarks()) {
      Matcher matcher = IMPLEMENTATION.matcher(remark);
      if (matcher.matches()) {
        return Optional.of(
            new Mismatch(RustType.of(matcher.group(1)), RustType.of(matcher.group(3))));
      }
    }
    if (site.diagnostic().codeText().equals("E0308")) {
      return site.primary().range().equals(right.range()) ? Mismatch.of(site) : Optional.empty();
    }
    Optional<RustType> one = labelOf(site, left);
    Optional<RustType> other = labelOf(site, right);
    return one.flatMap(first -> other.map(second -> new Mismatch(first, second)));
  }

  private static Optional<RustType> labelOf(Site site, SyntaxNode operand) {
    return site.diagnostic().spans().stream()
        .filter(span -> span.range().equals(operand.range()))
        .flatMap(span -> span.label().stream())
        .map(RustType::of)
        .findFirst();
  }

  private static List<Proposal> proposals(Site site, Operands operands) {
    var found = new ArrayList<Proposal>();
    if (quotient(site, operands, found) && operands.operator().equals("/")) {
      return found; // of a quotient of integers the fraction would be gone
    }
    boolean assigns =
        operands.operator().endsWith("=") && !COMPARISONS.contains(operands.operator());
    RustType left = operands.leftType();
    RustType right = operands.rightType();
    var rightValue = new Value(site, operands.right(), wanted(left, operands), right);
    add(site, rightValue, found);
    if (!assigns) {
      add(site, new Value(site, operands.left(), right, left), found);
    } else if (left.isReference()) {
      add(site, new Value(site, operands.left(), left.bare(), left), found);
    }
    comparison(site, operands, found);
    declaration(site, operands.left(), left, right, found);
    declaration(site, operands.right(), right, left, found);
    return found.stream().limit(MOST).toList();
  }

  /// Arithmetic reads through references, so the plain type is wanted; `String + &str` is the
  /// exception among the owned ones.
  private static RustType wanted(RustType left, Operands operands) {
    boolean compares = COMPARISONS.contains(operands.operator());
    if (left.isNamed("String") && operands.operator().startsWith("+")) {
      return RustType.of("&str");
    }
    return compares ? left : left.bare();
  }

  private static void add(Site site, Value value, List<Proposal> found) {
    String by = site.parameter("by", "");
    int cutting =
        value.is("float_literal") && declared(value.node()).filter(RustType::isInteger).isEmpty()
            ? CUTS
            : 0;
    AdaptValue.chosen(site, ValueAdapter.adapt(value, by.isEmpty() ? 1 : 2).stream())
        .map(way -> way.kind().equals("literal") ? way.penalized(cutting) : way)
        .flatMap(way -> way.proposal(site, value.node()).stream())
        .forEach(found::add);
  }

  /// A reference compared with a value of another depth.
  private static void comparison(Site site, Operands operands, List<Proposal> found) {
    if (!COMPARISONS.contains(operands.operator()) || !site.parameter("by", "").isEmpty()) {
      return;
    }
    RustType left = operands.leftType();
    RustType right = operands.rightType();
    boolean same = left.bare().fits(right.bare());
    if (same && left.depth() > right.depth()) {
      Adaptation read =
          new Value(site, operands.left(), right, left)
              .prefix(
                  "dereference",
                  "Dereference " + Value.name(operands.left()),
                  "*".repeat(left.depth() - right.depth()));
      read.proposal(site, operands.left()).ifPresent(found::add);
    }
    if (left.bare().isText() && operands.right().is("char_literal")) {
      var text = new Value(site, operands.right(), RustType.of("&str"), right);
      add(site, text, found);
    }
  }

  /// Two integers of different types whose result has to be a float: both are cast.
  private static boolean quotient(Site site, Operands operands, List<Proposal> found) {
    boolean integers = operands.leftType().isInteger() && operands.rightType().isInteger();
    Optional<RustType> wanted = integers ? declared(operands.left()) : Optional.empty();
    wanted
        .filter(RustType::isFloat)
        .flatMap(type ->
            NumberAdapter.quotient(operands.left(), operands.right(), type, site.edits()).patch())
        .ifPresent(patch -> found.add(Proposal.of("Compute with floating-point numbers", patch)));
    return !found.isEmpty();
  }

  /// The type of the place where the expression around stands.
  private static Optional<RustType> declared(SyntaxNode operand) {
    return Nodes.statement(operand)
        .flatMap(statement ->
            statement.is("let_declaration")
                ? statement.child("type").map(type -> RustType.of(type.text()))
                : Value.returned(operand));
  }

  /// The variable's own literal takes the kind that is wanted: `let x = 5;` with `x * 0.5`.
  private static void declaration(
      Site site, SyntaxNode operand, RustType actual, RustType wanted, List<Proposal> found) {
    if (!operand.is("identifier") || !site.parameter("by", "").isEmpty()) {
      return;
    }
    RustType target = wanted.bare();
    boolean mixed = actual.isNumber() && target.isNumber() && !actual.fits(target);
    Optional<SyntaxNode> literal =
        Bindings.binding(operand, operand.text())
            .flatMap(binding -> Nodes.above(binding, "let_declaration"))
            .filter(let -> let.child("type").isEmpty())
            .flatMap(let -> let.child("value"))
            .filter(value -> value.is("integer_literal") || value.is("float_literal"));
    if (mixed && literal.isPresent()) {
      NumberAdapter.adapt(new Value(site, literal.get(), target, numberOf(literal.get()))).stream()
          .filter(way -> way.kind().equals("literal"))
          .flatMap(way -> way.proposal(site, literal.get()).stream())
          .map(proposal -> proposal.penalized(2))
          .forEach(found::add);
    }
  }

  private static RustType numberOf(SyntaxNode literal) {
    return RustType.of(literal.is("float_literal") ? "{float}" : "{integer}");
  }
}
