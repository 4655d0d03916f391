package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Says in a signature what the returned reference borrows from, as the function's body shows it:
/// one of several parameters, or none, where only literals are returned.
///
/// rustc reports the missing lifetime (E0106) and suggests one for all parameters; where the body
/// borrows from all of them that is right, and this operation is silent. The parameter `to` of an
/// entry is `parameter` or `static`.
final class TieResult implements Operation {
  private static final int DEPTH = 12;

  @Override
  public String name() {
    return "tie-result";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function =
        Nodes.above(site.node(), "function_item")
            .filter(item ->
                Callee.result(item)
                    .filter(type -> type.range().encloses(site.primary().range()))
                    .isPresent());
    if (function.isEmpty() || Callee.self(function.get()).isPresent()) {
      return List.of();
    }
    List<SyntaxNode> parameters =
        Callee.parameters(function.get()).stream()
            .filter(parameter -> !anonymous(parameter).isEmpty())
            .toList();
    List<SyntaxNode> values = ReturnValues.of(function.get());
    var origins = new Origins();
    values.forEach(value -> origins.of(value, DEPTH));
    if (parameters.size() < 2 || values.isEmpty() || !origins.known) {
      return List.of();
    }
    return switch (site.parameter("to", "parameter")) {
      case "static" -> origins.parameters.isEmpty() ? lasting(site, function.get()) : List.of();
      default -> tied(site, function.get(), parameters, origins);
    };
  }

  private static List<Proposal> lasting(Site site, SyntaxNode function) {
    Edits edits = site.edits();
    Callee.result(function).ifPresent(type -> name(edits, type, "'static"));
    return Declarations.one("Return a `&'static` reference, as all literals are", edits);
  }

  private static List<Proposal> tied(
      Site site, SyntaxNode function, List<SyntaxNode> parameters, Origins origins) {
    List<SyntaxNode> chosen =
        parameters.stream().filter(parameter -> origins.parameters.contains(parameter)).toList();
    boolean all = chosen.size() == parameters.size();
    if (chosen.isEmpty() || all || chosen.size() != origins.parameters.size()) {
      return List.of();
    }
    String lifetime = LifetimeNames.free(function);
    Edits edits = site.edits();
    Declarations.declare(edits, Place.of(site.file(), function), lifetime);
    chosen.forEach(parameter -> name(edits, parameter, lifetime));
    Callee.result(function).ifPresent(type -> name(edits, type, lifetime));
    String names =
        chosen.stream()
            .flatMap(parameter -> parameter.child("pattern").stream())
            .map(pattern -> "`" + pattern.text() + "`")
            .collect(Collectors.joining(" and "));
    return Declarations.one("Give the result the lifetime of " + names, edits);
  }

  private static void name(Edits edits, SyntaxNode typed, String lifetime) {
    anonymous(typed)
        .forEach(reference -> edits.insert(reference.range().start() + 1, lifetime + " "));
  }

  /// The references in a type that name no lifetime, those of function types left out.
  private static List<SyntaxNode> anonymous(SyntaxNode typed) {
    return typed
        .descendants()
        .filter(node -> node.is("reference_type"))
        .filter(node -> node.children().stream().noneMatch(child -> child.is("lifetime")))
        .filter(node ->
            Nodes.above(node, "function_type", "function_item")
                .filter(up -> up.is("function_item"))
                .isPresent())
        .toList();
  }

  /// The parameters that values are borrowed from, as far as the code says it plainly. Confined to
  /// one call.
  private static final class Origins {
    final Set<SyntaxNode> parameters = new LinkedHashSet<>();
    final Set<SyntaxNode> seen = new LinkedHashSet<>();
    boolean known = true;

    void of(SyntaxNode value, int depth) {
      if (depth == 0) {
        known = false;
        return;
      }
      switch (value.kind()) {
        case "identifier" -> variable(value, depth);
        case "string_literal", "raw_string_literal", "integer_literal", "unit_expression" -> {}
        case "field_expression", "reference_expression" -> part(value, "value", depth);
        case "index_expression", "try_expression", "parenthesized_expression", "unary_expression" ->
            value.namedChildren().stream().findFirst().ifPresent(inner -> of(inner, depth - 1));
        case "tuple_expression", "array_expression" ->
            value.namedChildren().forEach(inner -> of(inner, depth - 1));
        case "call_expression" -> call(value, depth);
        default -> known = false;
      }
    }

    private void part(SyntaxNode value, String field, int depth) {
      value.child(field).ifPresentOrElse(inner -> of(inner, depth - 1), () -> known = false);
    }

    /// A method gives what its receiver holds, a function what any of its arguments does.
    private void call(SyntaxNode value, int depth) {
      Optional<SyntaxNode> receiver = LocalTypes.receiver(value);
      Nodes.arguments(value).stream()
          .filter(argument -> receiver.isEmpty() || mayGiveBack(argument, value))
          .forEach(argument -> of(argument, depth - 1));
      receiver.ifPresent(inner -> of(inner, depth - 1));
    }

    /// Whether the method may give its argument back, as `unwrap_or` does.
    private static boolean mayGiveBack(SyntaxNode argument, SyntaxNode call) {
      return LocalTypes.methodName(call)
              .filter(name -> name.matches("(unwrap|map)_or|or|max|min"))
              .isPresent()
          && !argument.is("closure_expression");
    }

    private void variable(SyntaxNode use, int depth) {
      Optional<SyntaxNode> binding = Bindings.binding(use, use.text());
      if (binding.isEmpty() || !use.text().equals(binding.get().text())) {
        known &= use.text().matches("None|[A-Z][A-Z0-9_]*");
        return;
      }
      if (!seen.add(binding.get())) {
        return;
      }
      Optional<SyntaxNode> holder =
          Nodes.above(
              binding.get(),
              "parameter",
              "closure_parameters",
              "let_declaration",
              "let_condition",
              "match_arm",
              "for_expression",
              "function_item");
      switch (holder.map(SyntaxNode::kind).orElse("")) {
        case "parameter" -> holder.ifPresent(parameters::add);
        case "let_declaration" -> {
          holder.flatMap(let -> let.child("value")).ifPresent(value -> of(value, depth - 1));
          assigned(binding.get()).forEach(value -> of(value, depth - 1));
        }
        case "let_condition", "for_expression" -> part(holder.orElseThrow(), "value", depth);
        case "match_arm" ->
            Nodes.above(binding.get(), "match_expression")
                .ifPresent(match -> part(match, "value", depth));
        default -> known = false;
      }
    }

    /// What is assigned to a variable after its `let`.
    private static List<SyntaxNode> assigned(SyntaxNode binding) {
      var values = new ArrayList<SyntaxNode>();
      for (SyntaxNode use : Bindings.uses(binding)) {
        use.parent()
            .filter(up -> up.is("assignment_expression"))
            .filter(up -> up.child("left").filter(use::equals).isPresent())
            .flatMap(up -> up.child("right"))
            .ifPresent(values::add);
      }
      return values;
    }
  }
}
