package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells the type of an expression where the program says it plainly: literals, annotated variables
/// and parameters, constructors, fields, calls of the crate's own functions and of well-known
/// methods. It guesses nothing; what it does not know is empty.
public final class LocalTypes {
  private static final int DEPTH = 8;

  private final CrateFiles crate;

  public LocalTypes(CrateFiles crate) {
    this.crate = crate;
  }

  /// The type of `expression`, if it is plain.
  public Optional<RustType> of(SyntaxNode expression) {
    return type(expression, DEPTH);
  }

  /// The type of the variable that `binding` introduces.
  public Optional<RustType> ofBinding(SyntaxNode binding) {
    return variable(binding, DEPTH);
  }

  private Optional<RustType> type(SyntaxNode node, int depth) {
    if (depth == 0) {
      return Optional.empty();
    }
    return switch (node.kind()) {
      case "integer_literal", "float_literal", "negative_literal" -> KnownTypes.number(node.text());
      case "string_literal" -> KnownTypes.known(node.text().startsWith("b") ? "&[u8]" : "&str");
      case "raw_string_literal" -> KnownTypes.known("&str");
      case "char_literal" -> KnownTypes.known(node.text().startsWith("b") ? "u8" : "char");
      case "boolean_literal" -> KnownTypes.known("bool");
      case "unit_expression" -> KnownTypes.known("()");
      case "identifier", "self" ->
          Bindings.binding(node, node.text())
              .flatMap(binding -> variable(binding, depth - 1))
              .or(() -> constant(node.text()));
      case "parenthesized_expression" -> first(node).flatMap(inner -> type(inner, depth - 1));
      case "reference_expression" -> reference(node, depth);
      case "unary_expression" -> unary(node, depth);
      case "type_cast_expression" -> node.child("type").map(type -> RustType.of(type.text()));
      case "struct_expression" -> node.child("name").flatMap(name -> named(name.text(), node));
      case "macro_invocation" -> macro(node, depth);
      case "binary_expression" -> binary(node, depth);
      case "tuple_expression" -> tuple(node, depth);
      case "array_expression" -> array(node, depth);
      case "call_expression" -> call(node, depth);
      case "field_expression" -> field(node, depth);
      case "index_expression" ->
          first(node).flatMap(list -> type(list, depth - 1)).flatMap(KnownTypes::element);
      case "try_expression" ->
          first(node)
              .flatMap(inner -> type(inner, depth - 1))
              .filter(type -> type.isNamed("Option", "Result"))
              .map(type -> type.argument(0));
      case "if_expression" -> node.child("consequence").flatMap(block -> type(block, depth - 1));
      case "block" -> tail(node).flatMap(last -> type(last, depth - 1));
      default -> Optional.empty();
    };
  }

  private static Optional<SyntaxNode> first(SyntaxNode node) {
    return node.namedChildren().stream()
        .filter(child -> !child.is("mutable_specifier"))
        .findFirst();
  }

  /// The expression that ends a block.
  static Optional<SyntaxNode> tail(SyntaxNode block) {
    List<SyntaxNode> children = block.namedChildren();
    return children.isEmpty()
        ? Optional.empty()
        : Optional.of(children.getLast()).filter(Nodes::isExpression);
  }

  private Optional<RustType> reference(SyntaxNode node, int depth) {
    boolean mutable = node.children().stream().anyMatch(child -> child.is("mutable_specifier"));
    return node.child("value")
        .flatMap(value -> type(value, depth - 1))
        .map(type -> RustType.of((mutable ? "&mut " : "&") + type.text()));
  }

  private Optional<RustType> unary(SyntaxNode node, int depth) {
    Optional<RustType> operand = first(node).flatMap(value -> type(value, depth - 1));
    return node.text().startsWith("*")
        ? operand.filter(RustType::isReference).map(RustType::referent)
        : operand.map(RustType::bare);
  }

  private Optional<RustType> macro(SyntaxNode node, int depth) {
    String name = node.child("macro").map(SyntaxNode::text).orElse("");
    return switch (name) {
      case "format" -> KnownTypes.known("String");
      case "println", "print", "eprintln", "eprint", "assert", "assert_eq" ->
          KnownTypes.known("()");
      case "vec" ->
          Optional.of(
              RustType.of(
                  "Vec<"
                      + node.descendants()
                          .filter(part -> part.kind().endsWith("_literal"))
                          .findFirst()
                          .flatMap(part -> type(part, depth - 1))
                          .map(RustType::text)
                          .orElse("_")
                      + ">"));
      default -> Optional.empty();
    };
  }

  private Optional<RustType> binary(SyntaxNode node, int depth) {
    String operator = node.child("operator").map(SyntaxNode::text).orElse("");
    if (List.of("==", "!=", "<", ">", "<=", ">=", "&&", "||").contains(operator)) {
      return KnownTypes.known("bool");
    }
    Optional<RustType> left = node.child("left").flatMap(side -> type(side, depth - 1));
    Optional<RustType> right = node.child("right").flatMap(side -> type(side, depth - 1));
    boolean vague = left.isEmpty() || left.get().text().startsWith("{");
    return (vague ? right.or(() -> left) : left).map(RustType::bare);
  }

  private Optional<RustType> tuple(SyntaxNode node, int depth) {
    List<Optional<RustType>> parts =
        node.namedChildren().stream().map(part -> type(part, depth - 1)).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? KnownTypes.known(
            "("
                + String.join(", ", parts.stream().map(part -> part.orElseThrow().text()).toList())
                + ")")
        : Optional.empty();
  }

  private Optional<RustType> array(SyntaxNode node, int depth) {
    List<SyntaxNode> parts = node.namedChildren();
    String count = node.child("length").map(SyntaxNode::text).orElse("" + parts.size());
    return parts.stream()
        .findFirst()
        .flatMap(part -> type(part, depth - 1))
        .map(part -> RustType.of("[" + part.text() + "; " + count + "]"));
  }

  private Optional<RustType> variable(SyntaxNode binding, int depth) {
    SyntaxNode parent = binding.parent().orElseThrow();
    if (binding.is("self")) {
      return selfType(binding);
    }
    SyntaxNode holder = parent.is("mut_pattern") ? parent.parent().orElseThrow() : parent;
    if (holder.is("parameter") || holder.is("let_declaration")) {
      Optional<SyntaxNode> type = holder.child("type");
      return type.isPresent()
          ? type.map(written -> RustType.of(written.text()))
          : holder.child("value").flatMap(value -> type(value, depth - 1));
    }
    if (holder.is("for_expression")) {
      return holder.child("value").flatMap(value -> iterated(value, depth - 1));
    }
    return Optional.empty();
  }

  private Optional<RustType> iterated(SyntaxNode value, int depth) {
    if (value.is("range_expression")) {
      return value.namedChildren().stream()
          .flatMap(bound -> type(bound, depth).stream())
          .reduce((one, other) -> one.text().startsWith("{") ? other : one);
    }
    Optional<String> method = methodName(value);
    if (method.filter("iter"::equals).isPresent()) {
      return receiver(value)
          .flatMap(list -> type(list, depth))
          .flatMap(KnownTypes::element)
          .map(element -> RustType.of("&" + element.text()));
    }
    if (method.filter("chars"::equals).isPresent()) {
      return KnownTypes.known("char");
    }
    return type(value, depth)
        .flatMap(list ->
            KnownTypes.element(list)
                .map(element -> list.isReference() ? RustType.of("&" + element.text()) : element));
  }

  private Optional<RustType> selfType(SyntaxNode self) {
    String reference =
        Nodes.above(self, "self_parameter")
            .map(SyntaxNode::text)
            .filter(text -> text.startsWith("&"))
            .map(text -> text.contains("mut ") ? "&mut " : "&")
            .orElse("");
    return owner(self).map(type -> RustType.of(reference + type));
  }

  private static Optional<String> owner(SyntaxNode node) {
    return Nodes.above(node, "impl_item").flatMap(impl -> impl.child("type")).map(SyntaxNode::text);
  }

  private Optional<RustType> constant(String name) {
    return crate.definitions(name).stream()
        .filter(item -> item.node().is("const_item") || item.node().is("static_item"))
        .flatMap(item -> item.node().child("type").stream())
        .findFirst()
        .map(type -> RustType.of(type.text()));
  }

  private Optional<RustType> named(String path, SyntaxNode at) {
    return path.equals("Self")
        ? owner(at).map(RustType::of)
        : Optional.of(RustType.of(path.replace("::<", "<")));
  }

  private Optional<RustType> call(SyntaxNode node, int depth) {
    SyntaxNode function = node.child("function").orElse(node);
    return switch (function.kind()) {
      case "field_expression" -> method(function, depth);
      case "identifier" -> function(function.text());
      case "scoped_identifier" -> associated(function, node);
      default -> Optional.empty();
    };
  }

  private Optional<RustType> function(String name) {
    List<RustType> results =
        crate.definitions(name).stream()
            .filter(item -> item.node().is("function_item"))
            .filter(item -> Nodes.above(item.node(), "impl_item", "trait_item").isEmpty())
            .map(item -> result(item.node()))
            .toList();
    if (name.equals("Some") || name.equals("Ok") || name.equals("Err") || results.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(results.getFirst()).filter(RustType::isWritable);
  }

  /// The declared types of the parameters of the crate's free function called `name`.
  Optional<List<RustType>> parameters(String name) {
    return crate.definitions(name).stream()
        .filter(item -> item.node().is("function_item"))
        .flatMap(item -> item.node().child("parameters").stream())
        .map(list ->
            list.namedChildren().stream()
                .flatMap(parameter -> parameter.child("type").stream())
                .map(type -> RustType.of(type.text()))
                .toList())
        .findFirst();
  }

  /// The declared result of a function.
  static RustType result(SyntaxNode function) {
    return RustType.of(function.child("return_type").map(SyntaxNode::text).orElse("()"));
  }

  private Optional<RustType> associated(SyntaxNode path, SyntaxNode call) {
    String name = path.child("name").map(SyntaxNode::text).orElse("");
    Optional<String> type =
        path.child("path").map(SyntaxNode::text).map(text -> text.replace("::<", "<"));
    if (type.isEmpty()) {
      return Optional.empty();
    }
    String owner = type.get().equals("Self") ? owner(call).orElse("") : type.get();
    Optional<RustType> own =
        methods(RustType.of(owner).name(), name).findFirst().map(LocalTypes::result);
    if (own.isPresent()) {
      return own.map(result -> result.text().equals("Self") ? RustType.of(owner) : result);
    }
    boolean builds = Stream.of("new", "from", "default", "with_capacity").anyMatch(name::equals);
    boolean generic =
        Stream.of(
                "Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "Box", "Rc", "Arc")
            .anyMatch(RustType.of(owner).name()::equals);
    boolean plain =
        builds && !owner.isEmpty() && Character.isUpperCase(RustType.of(owner).name().charAt(0));
    return plain
        ? KnownTypes.known(generic && !owner.contains("<") ? owner + "<_>" : owner)
        : Optional.empty();
  }

  /// The functions called `name` in the inherent and trait impls of the type called `type`.
  Stream<SyntaxNode> methods(String type, String name) {
    return crate.impls(type).stream()
        .flatMap(impl -> impl.node().child("body").stream())
        .flatMap(body -> body.namedChildren().stream())
        .filter(item -> item.is("function_item"))
        .filter(item -> item.child("name").filter(n -> n.text().equals(name)).isPresent());
  }

  private Optional<RustType> method(SyntaxNode function, int depth) {
    String name = function.child("field").map(SyntaxNode::text).orElse("");
    Optional<RustType> on =
        function.child("value").flatMap(value -> type(value, depth - 1)).map(RustType::bare);
    Optional<RustType> own =
        on.flatMap(type ->
            methods(type.name(), name)
                .findFirst()
                .map(found -> {
                  RustType result = result(found);
                  return result.text().equals("Self") ? type : result;
                }));
    if (own.isPresent()) {
      return own;
    }
    if (KnownTypes.method(name).isPresent()) {
      return KnownTypes.method(name);
    }
    return switch (name) {
      case "clone", "to_owned" ->
          on.map(type -> type.text().equals("str") ? RustType.of("String") : type);
      case "abs", "pow", "powi", "powf", "sqrt", "min", "max" -> on.filter(RustType::isNumber);
      case "unwrap", "expect", "unwrap_or", "unwrap_or_default" ->
          on.filter(type -> type.isNamed("Option", "Result")).map(type -> type.argument(0));
      default -> Optional.empty();
    };
  }

  private Optional<RustType> field(SyntaxNode node, int depth) {
    String name = node.child("field").map(SyntaxNode::text).orElse("");
    return node.child("value")
        .flatMap(value -> type(value, depth - 1))
        .map(RustType::bare)
        .flatMap(owner -> fieldType(owner, name));
  }

  /// The declared type of a field of one of the crate's structs, or of a part of a tuple.
  Optional<RustType> fieldType(RustType owner, String field) {
    if (owner.isTuple() && field.matches("\\d{1,2}")) {
      int index = Integer.parseInt(field);
      return index < owner.parts().size()
          ? Optional.of(owner.parts().get(index))
          : Optional.empty();
    }
    return fields(owner.name()).entrySet().stream()
        .filter(entry -> entry.getKey().equals(field))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The fields of the crate's struct called `type`, by name or number, in order.
  Map<String, RustType> fields(String type) {
    return crate.types(type).stream()
        .filter(item -> item.node().is("struct_item"))
        .findFirst()
        .flatMap(item -> item.node().child("body"))
        .map(TypeBodies::fields)
        .orElse(Map.of());
  }

  static Optional<String> methodName(SyntaxNode call) {
    return calledMethod(call).map(SyntaxNode::text);
  }

  /// The name of the method that `call` calls.
  static Optional<SyntaxNode> calledMethod(SyntaxNode call) {
    return call.child("function")
        .filter(function -> function.is("field_expression"))
        .flatMap(function -> function.child("field"));
  }

  static Optional<SyntaxNode> receiver(SyntaxNode call) {
    return call.child("function")
        .filter(function -> function.is("field_expression"))
        .flatMap(function -> function.child("value"));
  }
}
