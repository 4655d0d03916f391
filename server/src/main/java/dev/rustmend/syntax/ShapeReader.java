package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the shape of a program: with its tree, function by function; without one, as one stretch
/// of tokens.
final class ShapeReader {
  private ShapeReader() {}

  static ProgramShape coarse(SourceText text) {
    TokenFacts facts = TokenFacts.of(text);
    Body all = new BodyReader(facts.code()).read("", List.of(), List.of()).coarse();
    var definitions =
        new Definitions(facts.items(), List.of(), List.of(), List.of(), Bag.EMPTY, Bag.EMPTY);
    return new ProgramShape(facts, definitions, Map.of("", all), Bag.EMPTY);
  }

  static ProgramShape precise(SourceText text, RustTree tree) {
    TokenFacts facts = TokenFacts.of(text);
    List<RustItem> items = tree.items();
    StatementReader statements = StatementReader.read(tree.root(), items);
    var bodies = new LinkedHashMap<String, Body>();
    tokensByFunction(facts.code(), items)
        .forEach((owner, tokens) ->
            bodies.put(
                owner,
                new BodyReader(tokens)
                    .read(owner, statements.statements(owner), statements.arms(owner))));
    Definitions definitions = new DefinitionReader(items, tree.root()).read();
    return new ProgramShape(facts, definitions, bodies, HiddenArms.of(tree.root()));
  }

  /// Each token goes to the innermost function around it, or to the empty name.
  private static Map<String, List<Token>> tokensByFunction(List<Token> code, List<RustItem> items) {
    var functions = new ArrayDeque<RustItem>();
    items.stream().filter(item -> item.kind() == ItemKind.FUNCTION).forEach(functions::add);
    Deque<RustItem> around = new ArrayDeque<>();
    var byFunction = new LinkedHashMap<String, List<Token>>();
    for (Token token : code) {
      TextRange at = token.range();
      while (!around.isEmpty() && range(around).end() <= at.start()) {
        around.pop();
      }
      while (!functions.isEmpty() && range(functions).start() <= at.start()) {
        around.push(functions.pop());
      }
      while (!around.isEmpty() && range(around).end() <= at.start()) {
        around.pop();
      }
      String owner = around.isEmpty() ? "" : around.element().path();
      byFunction.computeIfAbsent(owner, _ -> new ArrayList<>()).add(token);
    }
    return byFunction;
  }

  private static TextRange range(Deque<RustItem> functions) {
    return functions.element().node().range();
  }
}
