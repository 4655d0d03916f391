package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Iterates over what can be iterated: a range up to a number, the characters of a text, the list
/// in a field, the elements of a collection.
///
/// rustc says ``` `T` is not an iterator ``` of the value after `in`, or before an adapter's dot.
final class IterateValue implements Operation {
  private static final Pattern MESSAGE = Pattern.compile("`(.+)` is not an iterator");
  private static final List<String> LISTS =
      List.of(
          "Vec",
          "HashMap",
          "HashSet",
          "BTreeMap",
          "BTreeSet",
          "VecDeque",
          "LinkedList",
          "BinaryHeap");

  @Override
  public String name() {
    return "iterate-value";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    if (!message.find()) {
      return List.of();
    }
    SyntaxNode node = subject(site);
    RustType type = RustType.of(message.group(1));
    var value = new Value(site, node, RustType.of("_"), type);
    return ways(value).stream().flatMap(way -> way.proposal(site, node).stream()).toList();
  }

  /// The value to iterate over: rustc points at the method where an adapter is called.
  private static SyntaxNode subject(Site site) {
    SyntaxNode node = site.node();
    if (node.is("field_identifier")) {
      return node.parent().flatMap(field -> field.child("value")).orElse(node);
    }
    return node;
  }

  private static List<Adaptation> ways(Value value) {
    var found = new ArrayList<Adaptation>();
    RustType bare = value.found().bare();
    String name = value.name();
    boolean called =
        Nodes.above(value.node(), "field_expression")
            .flatMap(field -> field.child("value"))
            .filter(value.node()::equals)
            .isPresent();
    if (bare.isInteger()) {
      String star = value.found().isReference() ? "*" : "";
      found.add(Adaptation.of("range", "Count up to " + name, "0.." + star, ""));
    } else if (bare.isText()) {
      found.add(value.postfix("characters", "Go through the characters of " + name, ".chars()"));
    } else if (bare.isNamed("RangeToInclusive", "RangeTo")) {
      found.add(Adaptation.of("range", "Begin the range at zero", "0", ""));
    } else if (LISTS.contains(bare.name()) || bare.isSlice() || bare.isArray()) {
      found.add(value.postfix("iterate", "Iterate over " + name, ".iter()"));
      found.add(
          value
              .postfix("iterate", "Consume " + name + " element by element", ".into_iter()")
              .penalized(5));
    } else if (bare.isTuple()) {
      tuple(value).ifPresent(found::add);
    }
    if ((!called && value.node().is("call_expression")) || bare.isNamed("Option")) {
      found.add(value.postfix("iterate", "Iterate over " + name, ".iter()"));
    }
    fields(value, bare, called, found);
    return found;
  }

  private static Optional<Adaptation> tuple(Value value) {
    String text = value.node().text();
    return value.is("tuple_expression")
        ? Optional.of(
            Adaptation.rewritten(
                "array",
                "Make the tuple an array",
                "[" + text.substring(1, text.length() - 1).strip() + "]"))
        : Optional.empty();
  }

  /// The one list in the crate's struct.
  private static void fields(Value value, RustType bare, boolean called, List<Adaptation> found) {
    var types = new LocalTypes(value.site().crate());
    List<Map.Entry<String, RustType>> lists =
        types.fields(bare.name()).entrySet().stream()
            .filter(field -> LISTS.contains(field.getValue().name()) || field.getValue().isArray())
            .toList();
    if (lists.size() != 1) {
      return;
    }
    String field = lists.getFirst().getKey();
    SyntaxNode node = value.node();
    String title = "Iterate over the field `" + field + "` of " + value.name();
    Optional<SyntaxNode> inner =
        node.is("reference_expression") ? node.child("value") : Optional.empty();
    if (called) {
      found.add(value.postfix("field", title, "." + field + ".iter()"));
    } else if (inner.isPresent()) {
      found.add(Adaptation.of("field", title, "", "." + field));
    } else {
      found.add(Adaptation.of("field", title, "&", "." + field));
      found.add(Adaptation.of("field", title, "", "." + field).penalized(5));
    }
  }
}
