package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds a value through its type's constructor function where its fields are private: `Account {
/// cents: 5 }` and `Account(5)` become `Account::new(5)`.
///
/// The function must be visible, take no `self`, return the type, and take just what the literal
/// gives: parameters named as the fields, or one where there is one.
final class CallConstructor implements Operation {
  /// A constructor keeps the type's promises: it comes before opening its fields.
  private static final int PREFERRED = -80;

  @Override
  public String name() {
    return "call-constructor";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (site.diagnostic().message().startsWith("expected value, found struct")) {
      return bare(site);
    }
    Optional<SyntaxNode> literal = site.enclosing("struct_expression", "call_expression");
    if (literal.isEmpty()) {
      return List.of();
    }
    SyntaxNode node = literal.get();
    Optional<SyntaxNode> path = node.child(node.is("call_expression") ? "function" : "name");
    if (path.isEmpty()) {
      return List.of();
    }
    String type = CrateFiles.baseName(path.get());
    Map<String, String> given = new LinkedHashMap<>();
    if (!given(node, given)) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    for (SyntaxNode function : constructors(site, type)) {
      arguments(function, given)
          .flatMap(arguments -> {
            String call =
                "%s::%s(%s)".formatted(path.get().text(), Named.name(function), arguments);
            return built(site, node, function, call)
                .patch()
                .map(patch ->
                    Proposal.of(
                            "Build it with `%s::%s`".formatted(type, Named.name(function)), patch)
                        .penalized(PREFERRED));
          })
          .ifPresent(proposals::add);
    }
    return proposals.stream().limit(4).toList();
  }

  /// The call in place of the literal. Where it may give nothing, as `Option<Self>`, what takes the
  /// value has to let that through: `filter_map` for `map`, or `?`.
  private static Edits built(Site site, SyntaxNode literal, SyntaxNode function, String call) {
    String result = Outcomes.returnType(function);
    boolean may = result.startsWith("Option<") || result.startsWith("Result<");
    Optional<SyntaxNode> map =
        Optional.of(literal)
            .filter(_ -> result.startsWith("Option<"))
            .flatMap(SyntaxNode::parent)
            .filter(closure -> closure.is("closure_expression"))
            .flatMap(closure -> Nodes.above(closure, "call_expression"))
            .flatMap(LocalTypes::calledMethod)
            .filter(name -> name.text().equals("map"));
    Edits edits = site.edits().replace(literal, call + (may && map.isEmpty() ? "?" : ""));
    map.ifPresent(name -> edits.replace(name, "filter_map"));
    return edits;
  }

  /// `let c = Config;` for a struct with fields: its constructor without parameters, or its
  /// default.
  private static List<Proposal> bare(Site site) {
    String type = site.primary().text().replaceAll("<.*", "").replaceAll(".*::", "");
    var calls = new ArrayList<String>();
    constructors(site, type).stream()
        .filter(function -> Named.parameters(function).isEmpty())
        .forEach(function -> calls.add("::" + Named.name(function) + "()"));
    boolean hasDefault =
        site.crate().types(type).stream()
            .anyMatch(item -> DerivedTraits.has(site, item, "Default"));
    if (hasDefault && !calls.contains("::default()")) {
      calls.add("::default()");
    }
    return calls.stream()
        .limit(3)
        .flatMap(call ->
            site.edits().insert(site.primary().range().end(), call).patch().stream()
                .map(patch -> Proposal.of("Build it with `%s%s`".formatted(type, call), patch)))
        .toList();
  }

  /// The values of the literal by the field's name, or by position; false for what is not plain.
  private static boolean given(SyntaxNode node, Map<String, String> given) {
    if (node.is("call_expression")) {
      Nodes.arguments(node).forEach(a -> given.put(Integer.toString(given.size()), a.text()));
      return true;
    }
    for (SyntaxNode field : node.child("body").map(SyntaxNode::namedChildren).orElse(List.of())) {
      if (field.is("shorthand_field_initializer")) {
        given.put(field.text(), field.text());
      } else if (field.is("field_initializer")) {
        given.put(
            field.child("field").map(SyntaxNode::text).orElse(""),
            field.child("value").map(SyntaxNode::text).orElse(""));
      } else {
        return false;
      }
    }
    return true;
  }

  private static List<SyntaxNode> constructors(Site site, String type) {
    var modules = site.crate().modules();
    List<String> from = modules.path(site.file(), site.node());
    return site.crate().impls(type).stream()
        .filter(impl -> impl.node().child("trait").isEmpty())
        .flatMap(impl ->
            Named.functions(impl.node()).stream()
                .filter(function -> !Named.isMethod(function))
                .filter(function -> returns(function, type))
                .filter(function ->
                    Modules.isVisible(function, modules.path(impl.file(), function), from)))
        .toList();
  }

  private static boolean returns(SyntaxNode function, String type) {
    String result =
        Outcomes.returnType(function)
            .replaceFirst("^(Option|Result)<", "")
            .replaceAll("[<,>].*", "");
    return result.equals("Self") || result.equals(type);
  }

  /// Whether the function itself gives the field just this value.
  private static boolean sets(SyntaxNode function, Map.Entry<String, String> field) {
    return function
        .descendants()
        .filter(node -> node.is("field_initializer"))
        .anyMatch(node ->
            node.child("field").filter(f -> f.text().equals(field.getKey())).isPresent()
                && node.child("value").filter(v -> v.text().equals(field.getValue())).isPresent());
  }

  private static Optional<String> arguments(SyntaxNode function, Map<String, String> given) {
    List<SyntaxNode> parameters = Named.parameters(function);
    if (parameters.size() > given.size()) {
      return Optional.empty();
    }
    List<String> names =
        parameters.stream()
            .map(p -> p.child("pattern").map(SyntaxNode::text).orElse("").replaceFirst("^mut ", ""))
            .toList();
    boolean byPosition = given.keySet().stream().allMatch(key -> key.matches("\\d+"));
    if (parameters.size() == given.size() && (byPosition || given.size() == 1)) {
      return Optional.of(String.join(", ", given.values()));
    }
    boolean restIsSame =
        given.entrySet().stream()
            .allMatch(field -> names.contains(field.getKey()) || sets(function, field));
    return restIsSame && names.stream().allMatch(given::containsKey)
        ? Optional.of(String.join(", ", names.stream().map(given::get).toList()))
        : Optional.empty();
  }
}
