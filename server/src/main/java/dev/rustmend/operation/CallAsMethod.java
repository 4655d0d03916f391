package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Turns the call of a function that does not exist into the call of the method of that name on its
/// first argument: `len(list)` becomes `list.len()`.
///
/// The name must be a method of the crate, or one of the standard library's that other languages
/// have as functions.
final class CallAsMethod implements Operation {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("len", "len"),
          Map.entry("length", "len"),
          Map.entry("size", "len"),
          Map.entry("count", "len"),
          Map.entry("strlen", "len"),
          Map.entry("sqrt", "sqrt"),
          Map.entry("abs", "abs"),
          Map.entry("fabs", "abs"),
          Map.entry("pow", "pow,powi,powf"),
          Map.entry("sin", "sin"),
          Map.entry("cos", "cos"),
          Map.entry("tan", "tan"),
          Map.entry("exp", "exp"),
          Map.entry("log", "ln"),
          Map.entry("ln", "ln"),
          Map.entry("log10", "log10"),
          Map.entry("floor", "floor"),
          Map.entry("ceil", "ceil"),
          Map.entry("round", "round"),
          Map.entry("str", "to_string"),
          Map.entry("to_string", "to_string"),
          Map.entry("toString", "to_string"),
          Map.entry("clone", "clone"),
          Map.entry("copy", "clone"),
          Map.entry("push", "push"),
          Map.entry("append", "push"),
          Map.entry("sorted", "sort"),
          Map.entry("sort", "sort"),
          Map.entry("reverse", "reverse"),
          Map.entry("sum", "iter().sum"),
          Map.entry("iter", "iter"),
          Map.entry("unwrap", "unwrap"),
          Map.entry("is_empty", "is_empty"),
          Map.entry("isEmpty", "is_empty"),
          Map.entry("contains", "contains"),
          Map.entry("isdigit", "is_ascii_digit"),
          Map.entry("isalpha", "is_alphabetic"),
          Map.entry("isspace", "is_whitespace"),
          Map.entry("toupper", "to_ascii_uppercase"),
          Map.entry("tolower", "to_ascii_lowercase"),
          Map.entry("upper", "to_uppercase"),
          Map.entry("lower", "to_lowercase"),
          Map.entry("max", "max"),
          Map.entry("min", "min"));
  private static final Pattern COMMA = Pattern.compile(",");
  private static final int PENALTY = -6;

  @Override
  public String name() {
    return "call-as-method";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> call =
        site.node()
            .parent()
            .filter(parent -> parent.is("call_expression"))
            .filter(parent -> parent.child("function").filter(site.node()::equals).isPresent());
    if (call.isEmpty() || Nodes.arguments(call.get()).isEmpty()) {
      return List.of();
    }
    String name = site.primary().text();
    var methods = new ArrayList<String>();
    boolean own =
        site.crate().definitions(name).stream()
            .anyMatch(
                item -> item.item().kind() == ItemKind.FUNCTION && Named.isMethod(item.node()));
    if (own) {
      methods.add(name);
    }
    String known = KNOWN.getOrDefault(name, "");
    if (!own && !known.isEmpty()) {
      COMMA.splitAsStream(known).forEach(methods::add);
    }
    boolean plain = isNumber(Nodes.arguments(call.get()).getFirst());
    methods.removeIf(method -> plain && (method.equals("max") || method.equals("min")));
    return methods.stream().flatMap(method -> proposal(site, call.get(), method).stream()).toList();
  }

  /// Whether it is a plain number, on which nobody calls `max`: the function is imported for it.
  private static boolean isNumber(SyntaxNode argument) {
    return argument.text().matches("-?[0-9_]+");
  }

  private static Optional<Proposal> proposal(Site site, SyntaxNode call, String method) {
    List<SyntaxNode> arguments = Nodes.arguments(call);
    SyntaxNode receiver = arguments.getFirst();
    String target =
        receiver.is("reference_expression")
            ? receiver.child("value").map(Nodes::operand).orElse(receiver.text())
            : CallMathMethod.typed(receiver);
    int end = arguments.size() > 1 ? arguments.get(1).range().start() : call.range().end() - 1;
    return site.edits()
        .replace(new TextRange(call.range().start(), end), "%s.%s(".formatted(target, method))
        .patch()
        .map(patch ->
            Proposal.of("Call the method `%s` on `%s`".formatted(method, target), patch)
                .penalized(PENALTY));
  }
}
