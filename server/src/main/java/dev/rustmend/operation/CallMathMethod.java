package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns `Math.sqrt(x)`, `Math::max(a, b)` or `math.pi`, as other languages have them, into Rust's
/// method of the number or its constant.
final class CallMathMethod implements Operation {
  private static final Set<String> CLASSES = Set.of("Math", "math");
  private static final Map<String, String> CONSTANTS =
      Map.of(
          "PI", "std::f64::consts::PI",
          "pi", "std::f64::consts::PI",
          "E", "std::f64::consts::E",
          "e", "std::f64::consts::E",
          "inf", "f64::INFINITY");
  private static final Map<String, List<String>> METHODS =
      Map.ofEntries(
          Map.entry("sqrt", List.of("sqrt")),
          Map.entry("cbrt", List.of("cbrt")),
          Map.entry("abs", List.of("abs")),
          Map.entry("fabs", List.of("abs")),
          Map.entry("pow", List.of("powf", "powi", "pow")),
          Map.entry("floor", List.of("floor")),
          Map.entry("ceil", List.of("ceil")),
          Map.entry("round", List.of("round")),
          Map.entry("trunc", List.of("trunc")),
          Map.entry("sin", List.of("sin")),
          Map.entry("cos", List.of("cos")),
          Map.entry("tan", List.of("tan")),
          Map.entry("atan2", List.of("atan2")),
          Map.entry("hypot", List.of("hypot")),
          Map.entry("exp", List.of("exp")),
          Map.entry("log", List.of("ln")),
          Map.entry("log2", List.of("log2")),
          Map.entry("log10", List.of("log10")),
          Map.entry("max", List.of("max")),
          Map.entry("min", List.of("min")));

  @Override
  public String name() {
    return "call-math-method";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> path =
        site.node()
            .parent()
            .filter(up -> up.is("field_expression") || up.is("scoped_identifier"))
            .filter(up -> CLASSES.contains(up.children().getFirst().text()));
    Optional<String> member =
        path.flatMap(up -> up.child("field").or(() -> up.child("name"))).map(SyntaxNode::text);
    if (path.isEmpty() || member.isEmpty()) {
      return List.of();
    }
    Optional<SyntaxNode> call =
        path.get()
            .parent()
            .filter(up -> up.is("call_expression"))
            .filter(up -> up.child("function").filter(path.get()::equals).isPresent());
    if (call.isEmpty()) {
      String constant = CONSTANTS.getOrDefault(member.get(), "");
      return constant.isEmpty() ? List.of() : constant(site, path.get(), constant);
    }
    List<SyntaxNode> arguments = Nodes.arguments(call.get());
    return arguments.isEmpty()
        ? List.of()
        : METHODS.getOrDefault(member.get(), List.of()).stream()
            .flatMap(method -> method(site, call.get(), arguments, method).stream())
            .toList();
  }

  private static List<Proposal> constant(Site site, SyntaxNode path, String constant) {
    return site.edits()
        .replace(path, constant)
        .patch()
        .map(patch -> List.of(Proposal.of("Write `%s`".formatted(constant), patch)))
        .orElse(List.of());
  }

  private static Optional<Proposal> method(
      Site site, SyntaxNode call, List<SyntaxNode> arguments, String method) {
    String receiver = typed(arguments.getFirst());
    String rest = String.join(", ", arguments.stream().skip(1).map(SyntaxNode::text).toList());
    return site.edits()
        .replace(call, "%s.%s(%s)".formatted(receiver, method, rest))
        .patch()
        .map(patch ->
            Proposal.of("Call the method `%s` on `%s`".formatted(method, receiver), patch));
  }

  /// The source of a receiver; a literal gets a type, without which it has no methods.
  static String typed(SyntaxNode receiver) {
    String text = receiver.text();
    boolean negative = receiver.is("unary_expression") && text.startsWith("-");
    String digits = negative ? text.substring(1).strip() : text;
    if (digits.matches("[0-9_]+\\.[0-9_]+")) {
      return negative ? "(" + text + "_f64)" : text + "_f64";
    }
    if (digits.matches("[0-9_]+")) {
      return negative ? "(" + text + "_i32)" : text + "_i32";
    }
    return Nodes.operand(receiver);
  }
}
