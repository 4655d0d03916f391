package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// States the type that rustc can not infer, taken from how the value is used: what it is added to
/// or compared with, which method it is asked for, which parameter it is passed to.
///
/// rustc says `type annotations needed` (E0282, E0283, E0284) at the binding, the generic call
/// (`collect`, `parse`, `sum`, `into`) or the closure's parameter.
final class StateType implements Operation {
  private static final Set<String> MAPS =
      Set.of("contains_key", "get_mut", "entry", "keys", "values");
  private static final Set<String> GENERIC =
      Set.of("collect", "parse", "sum", "product", "into", "try_into");

  @Override
  public String name() {
    return "state-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var types = new LocalTypes(site.crate());
    var found = new ArrayList<Proposal>();
    if (site.parameter("at", "closure").equals("closure")) {
      closure(site, types, found);
    }
    Optional<SyntaxNode> call = call(site);
    Optional<SyntaxNode> let =
        call.flatMap(node -> Nodes.above(node, "let_declaration", "closure_expression"))
            .or(() -> site.enclosing("let_declaration"))
            .filter(node -> node.is("let_declaration") && node.child("type").isEmpty());
    Optional<SyntaxNode> binding =
        let.flatMap(node -> node.child("pattern"))
            .map(pattern -> pattern.is("mut_pattern") ? pattern.namedChildren().getLast() : pattern)
            .filter(pattern -> pattern.is("identifier"));
    Map<String, Integer> hints = hints(types, call, binding);
    hints.forEach((type, penalty) -> {
      turbofish(site, call, type, penalty, found);
      annotation(site, call, let, binding, type, penalty, found);
    });
    if (site.parameter("at", "call").equals("call")) {
      operand(site, call, types, found);
    }
    return found.stream().limit(8).toList();
  }

  /// The generic call that rustc points at, or the one in the `let` that it points at.
  private static Optional<SyntaxNode> call(Site site) {
    Optional<SyntaxNode> named = site.enclosing("call_expression").filter(StateType::isGeneric);
    return named.or(() ->
        site.enclosing("let_declaration")
            .flatMap(let -> let.child("value"))
            .flatMap(value ->
                value
                    .descendants()
                    .filter(node -> node.is("call_expression"))
                    .filter(StateType::isGeneric)
                    .findFirst()));
  }

  private static boolean isGeneric(SyntaxNode call) {
    return LocalTypes.methodName(call).filter(GENERIC::contains).isPresent();
  }

  /// The types that the value may have, with penalties.
  private static Map<String, Integer> hints(
      LocalTypes types, Optional<SyntaxNode> call, Optional<SyntaxNode> binding) {
    var hints = new LinkedHashMap<String, Integer>();
    String method = call.flatMap(LocalTypes::methodName).orElse("");
    List<SyntaxNode> uses = binding.map(Bindings::uses).orElse(List.of());
    for (SyntaxNode use : uses) {
      used(types, use)
          .filter(RustType::isWritable)
          .ifPresent(type -> hints.putIfAbsent(type.bare().text(), 0));
    }
    switch (method) {
      case "collect" -> {
        uses.stream().flatMap(use -> method(use).stream()).forEach(name -> collection(name, hints));
        hints.putIfAbsent("Vec<_>", 2);
      }
      case "sum", "product" -> {
        call.flatMap(node -> summed(types, node)).ifPresent(type -> hints.putIfAbsent(type, 0));
        hints.putIfAbsent("i32", 10);
        hints.putIfAbsent("f64", 12);
      }
      case "parse" -> {
        call.flatMap(StateType::total).ifPresent(type -> hints.putIfAbsent(type, 0));
        hints.putIfAbsent("i32", hints.isEmpty() ? 30 : 40);
        hints.putIfAbsent("f64", 45);
      }
      case "into" ->
          uses.stream()
              .flatMap(use -> method(use).stream())
              .filter(Set.of("push_str", "as_str", "push", "len", "chars")::contains)
              .findFirst()
              .ifPresent(_ -> hints.putIfAbsent("String", 0));
      default -> {}
    }
    return hints;
  }

  /// The number type that is declared for the sum of what is parsed.
  private static Optional<String> total(SyntaxNode call) {
    return Nodes.above(call, "let_declaration")
        .filter(let ->
            let.child("value")
                .flatMap(LocalTypes::methodName)
                .filter(name -> name.matches("sum|product"))
                .isPresent())
        .flatMap(let -> let.child("type"))
        .map(SyntaxNode::text)
        .filter(type -> RustType.of(type).isNumber());
  }

  private static void collection(String method, Map<String, Integer> hints) {
    if (MAPS.contains(method)) {
      hints.putIfAbsent("std::collections::HashMap<_, _>", 0);
    } else if (method.equals("push_str") || method.equals("as_str") || method.equals("chars")) {
      hints.putIfAbsent("String", 0);
    }
  }

  private static Optional<String> method(SyntaxNode use) {
    return use.parent()
        .filter(field -> field.is("field_expression"))
        .filter(field -> field.child("value").filter(use::equals).isPresent())
        .flatMap(field -> field.child("field"))
        .map(SyntaxNode::text);
  }

  /// What one use says about the type.
  private static Optional<RustType> used(LocalTypes types, SyntaxNode use) {
    SyntaxNode parent = use.parent().orElseThrow();
    return switch (parent.kind()) {
      case "binary_expression" -> {
        Optional<SyntaxNode> other =
            Stream.of("left", "right")
                .flatMap(side -> parent.child(side).stream())
                .filter(side -> !side.equals(use))
                .findFirst();
        yield other.flatMap(types::of).map(StateType::settled);
      }
      case "arguments" -> parameter(types, parent, use);
      case "block" -> Value.returned(use).filter(_ -> isTail(parent, use));
      case "shorthand_field_initializer", "field_initializer" -> field(types, use);
      case "assignment_expression" ->
          parent
              .child("right")
              .filter(use::equals)
              .flatMap(_ -> parent.child("left"))
              .flatMap(types::of);
      case "index_expression" ->
          parent.child("value").isEmpty() && parent.namedChildren().getLast().equals(use)
              ? Optional.of(RustType.of("usize"))
              : Optional.empty();
      case "range_expression" -> Optional.empty();
      default -> Optional.empty();
    };
  }

  /// The declared type of the field that a literal gives the value to.
  private static Optional<RustType> field(LocalTypes types, SyntaxNode use) {
    SyntaxNode part = use.parent().orElseThrow();
    String name = part.child("field").map(SyntaxNode::text).orElse(use.text());
    Optional<SyntaxNode> literal = Nodes.above(part, "struct_expression");
    String written =
        literal.flatMap(node -> node.child("name")).map(CrateFiles::baseName).orElse("");
    String owner =
        written.equals("Self") ? Named.impl(part).map(Named::selfType).orElse("") : written;
    return types.fieldType(RustType.of(owner), name);
  }

  private static boolean isTail(SyntaxNode block, SyntaxNode use) {
    return LocalTypes.tail(block).filter(use::equals).isPresent()
        && block.parent().filter(up -> up.is("function_item")).isPresent();
  }

  private static RustType settled(RustType type) {
    return switch (type.text()) {
      case "{integer}" -> RustType.of("i32");
      case "{float}" -> RustType.of("f64");
      default -> type;
    };
  }

  private static Optional<RustType> parameter(
      LocalTypes types, SyntaxNode arguments, SyntaxNode use) {
    int index = arguments.namedChildren().indexOf(use);
    Optional<SyntaxNode> function = arguments.parent().flatMap(call -> call.child("function"));
    boolean free = function.filter(node -> node.is("identifier")).isPresent();
    return function
        .flatMap(called -> free ? types.parameters(called.text()) : owned(types, called))
        .filter(list -> index < list.size())
        .map(list -> list.get(index));
  }

  /// The types of the parameters of `Type::function` or of a method.
  private static Optional<List<RustType>> owned(LocalTypes types, SyntaxNode called) {
    boolean path = called.is("scoped_identifier");
    String owner =
        path
            ? called.child("path").map(CrateFiles::baseName).orElse("")
            : called
                .child("value")
                .flatMap(types::of)
                .map(RustType::bare)
                .map(RustType::name)
                .orElse("");
    String type = owner.equals("Self") ? Named.impl(called).map(Named::selfType).orElse("") : owner;
    return types
        .methods(type, Callee.nameOf(called))
        .findFirst()
        .filter(function -> !path || Callee.self(function).isEmpty())
        .map(function ->
            Callee.parameters(function).stream()
                .map(each -> RustType.of(each.child("type").map(SyntaxNode::text).orElse("_")))
                .toList());
  }

  /// The type of the elements that are summed.
  private static Optional<String> summed(LocalTypes types, SyntaxNode call) {
    return call.descendants()
        .filter(node -> node.is("call_expression"))
        .filter(node ->
            LocalTypes.methodName(node)
                .filter(name -> name.equals("iter") || name.equals("into_iter"))
                .isPresent())
        .findFirst()
        .flatMap(LocalTypes::receiver)
        .flatMap(types::of)
        .map(list -> settled(list.bare().element()).text())
        .filter(text -> RustType.of(text).isNumber());
  }

  private static void turbofish(
      Site site, Optional<SyntaxNode> call, String type, int penalty, List<Proposal> found) {
    Optional<SyntaxNode> name =
        call.flatMap(node -> node.child("function"))
            .flatMap(node -> node.child("field"))
            .filter(field -> !field.text().contains("into"));
    if (!site.parameter("at", "call").equals("call") || name.isEmpty()) {
      return;
    }
    site.edits()
        .insert(name.get().range().end(), "::<" + type + ">")
        .patch()
        .ifPresent(patch ->
            found.add(
                Proposal.of("Name the type `" + type + "` at `" + name.get().text() + "`", patch)
                    .penalized(penalty)));
  }

  private static void annotation(
      Site site,
      Optional<SyntaxNode> call,
      Optional<SyntaxNode> let,
      Optional<SyntaxNode> binding,
      String type,
      int penalty,
      List<Proposal> found) {
    boolean whole =
        call.isEmpty()
            || let.flatMap(node -> node.child("value"))
                .filter(value ->
                    value.range().end() == call.get().range().end() || value.equals(call.get()))
                .isPresent();
    if (!site.parameter("at", "binding").equals("binding") || binding.isEmpty() || !whole) {
      return;
    }
    site.edits()
        .insert(binding.get().range().end(), ": " + type)
        .patch()
        .ifPresent(patch ->
            found.add(
                Proposal.of("Declare `" + binding.get().text() + "` as `" + type + "`", patch)
                    .penalized(penalty)));
  }

  /// `a + n.into()` is written `a + u64::from(n)`.
  private static void operand(
      Site site, Optional<SyntaxNode> call, LocalTypes types, List<Proposal> found) {
    Optional<SyntaxNode> into =
        call.filter(node -> LocalTypes.methodName(node).filter("into"::equals).isPresent());
    Optional<SyntaxNode> sum =
        into.flatMap(SyntaxNode::parent).filter(node -> node.is("binary_expression"));
    Optional<RustType> type =
        sum.flatMap(node ->
            Stream.of("left", "right")
                .flatMap(side -> node.child(side).stream())
                .filter(side -> !side.equals(into.get()))
                .findFirst()
                .flatMap(types::of));
    Optional<SyntaxNode> receiver = into.flatMap(LocalTypes::receiver);
    if (type.isPresent() && receiver.isPresent() && type.get().bare().isWritable()) {
      String target = type.get().bare().text();
      site.edits()
          .replace(into.get(), target + "::from(" + receiver.get().text() + ")")
          .patch()
          .ifPresent(patch ->
              found.add(
                  Proposal.of(
                      "Convert " + Value.name(receiver.get()) + " with `" + target + "::from`",
                      patch)));
    }
  }

  /// The closure's parameter takes the type of the first argument that the closure is called with.
  private static void closure(Site site, LocalTypes types, List<Proposal> found) {
    SyntaxNode parameter = site.node();
    Optional<SyntaxNode> list = parameter.parent().filter(node -> node.is("closure_parameters"));
    Optional<SyntaxNode> name =
        list.flatMap(node -> Nodes.above(node, "let_declaration"))
            .flatMap(let -> let.child("pattern"))
            .filter(pattern -> pattern.is("identifier"));
    if (name.isEmpty()) {
      return;
    }
    int index = list.get().namedChildren().indexOf(parameter);
    Bindings.uses(name.get()).stream()
        .map(StateType::arguments)
        .filter(arguments -> index < arguments.size())
        .flatMap(arguments -> types.of(arguments.get(index)).stream())
        .map(StateType::settled)
        .filter(RustType::isWritable)
        .findFirst()
        .flatMap(type ->
            site.edits()
                .insert(parameter.range().end(), ": " + type)
                .patch()
                .map(patch ->
                    Proposal.of("Declare `" + parameter.text() + "` as `" + type + "`", patch)))
        .ifPresent(found::add);
  }

  /// What the function is called with; among the tokens of a macro only arguments of one token.
  private static List<SyntaxNode> arguments(SyntaxNode use) {
    SyntaxNode parent = use.parent().orElseThrow();
    if (!parent.is("token_tree")) {
      return parent.is("call_expression") ? Nodes.arguments(parent) : List.of();
    }
    List<SyntaxNode> tokens = parent.children();
    int next = tokens.indexOf(use) + 1;
    boolean called = next < tokens.size() && tokens.get(next).text().startsWith("(");
    List<SyntaxNode> arguments = called ? tokens.get(next).namedChildren() : List.of();
    long commas =
        arguments.isEmpty() ? 0 : tokens.get(next).text().chars().filter(c -> c == ',').count();
    return commas + 1 == arguments.size() ? arguments : List.of();
  }
}
