package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reaches the value that has the method: inside an `Option`, a cell or a field, in an iterator
/// that is made or collected first, behind the type for an associated function.
///
/// rustc says ``no method named `m` found for T`` (E0599) and points at the method's name.
final class ReachReceiver implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "no method named `(\\w+)` found for (?:[a-z ]+ )?`(.+)` in the current scope|the method `(\\w+)` exists for (?:[a-z ]+ )?`(.+)`, but");
  private static final Set<String> ADAPTERS =
      Set.of(
          "map",
          "filter",
          "enumerate",
          "rev",
          "zip",
          "fold",
          "any",
          "all",
          "sum",
          "count",
          "max",
          "min",
          "take",
          "skip",
          "for_each",
          "position",
          "find",
          "flat_map",
          "filter_map",
          "collect",
          "next",
          "peekable",
          "nth",
          "step_by",
          "take_while",
          "skip_while",
          "chain",
          "last",
          "product",
          "cloned",
          "copied",
          "max_by_key",
          "min_by_key",
          "max_by",
          "min_by",
          "partition",
          "unzip",
          "cycle");
  private static final Set<String> SLICES =
      Set.of(
          "join",
          "sort",
          "contains",
          "get",
          "first",
          "is_empty",
          "concat",
          "windows",
          "chunks",
          "iter",
          "swap",
          "sort_by",
          "sort_by_key",
          "reverse",
          "push",
          "to_vec",
          "dedup",
          "binary_search",
          "pop",
          "iter_mut",
          "sort_unstable",
          "split_at",
          "as_slice");
  private static final Set<String> LISTS =
      Set.of("Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "String");
  private static final Set<String> LIST_METHODS =
      Set.of(
          "len",
          "iter",
          "iter_mut",
          "push",
          "is_empty",
          "insert",
          "get",
          "contains",
          "remove",
          "pop",
          "clear",
          "contains_key",
          "keys",
          "values",
          "push_str",
          "first",
          "last",
          "sort",
          "get_mut",
          "extend",
          "push_back",
          "pop_front",
          "entry");

  @Override
  public String name() {
    return "reach-receiver";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    SyntaxNode node = site.node();
    Optional<SyntaxNode> receiver =
        node.is("field_identifier")
            ? node.parent().flatMap(field -> field.child("value"))
            : Optional.empty();
    if (!message.find() || receiver.isEmpty()) {
      return List.of();
    }
    boolean first = message.group(1) != null;
    String method = first ? message.group(1) : message.group(3);
    var value =
        new Value(
            site,
            receiver.get(),
            RustType.of("_"),
            RustType.of(first ? message.group(2) : message.group(4)));
    var found = new ArrayList<Proposal>();
    AdaptValue.chosen(site, ways(value, method).stream())
        .flatMap(way -> way.proposal(site, receiver.get()).stream())
        .forEach(found::add);
    if (site.parameter("by", "type").equals("type")) {
      associated(site, node, value, method, found);
    }
    return found;
  }

  private static List<Adaptation> ways(Value value, String method) {
    var found = new ArrayList<Adaptation>();
    RustType bare = value.found().bare();
    String name = value.name();
    switch (bare.name()) {
      case "Option", "Result" -> open(value, found);
      case "RefCell", "Rc", "Arc" -> cell(value, bare, found);
      case "Cell" -> found.add(value.postfix("cell", "Read " + name, ".get()"));
      default -> {}
    }
    if (bare.isText() && ADAPTERS.contains(method)) {
      found.add(value.postfix("iterate", "Go through the characters of " + name, ".chars()"));
    }
    if (ADAPTERS.contains(method)
        && (bare.isSlice() || bare.isArray() || (LISTS.contains(bare.name()) && !bare.isText()))) {
      found.add(value.postfix("iterate", "Iterate over " + name, ".iter()"));
      found.add(value.postfix("iterate", "Consume " + name, ".into_iter()").penalized(3));
    }
    if (bare.isNamed("Iter", "IntoIter") && SLICES.contains(method)) {
      list(value)
          .ifPresent(list ->
              found.add(
                  Adaptation.rewritten(
                      "collect",
                      "Call `" + method + "` on " + Value.name(list) + " itself",
                      list.text())));
    }
    if (CollectionAdapter.ITERATORS.contains(bare.name()) && SLICES.contains(method)) {
      found.add(
          value.postfix(
              "collect", "Collect " + name + " into a `Vec` first", ".collect::<Vec<_>>()"));
    }
    if (bare.text().startsWith("impl Future")) {
      found.add(value.postfix("await", "Await " + name, ".await"));
    }
    fields(value, bare, method, found);
    return found;
  }

  /// The `list` of `list.iter()`.
  private static Optional<SyntaxNode> list(Value value) {
    return Optional.of(value.node())
        .filter(node -> node.is("call_expression") && Nodes.arguments(node).isEmpty())
        .flatMap(node -> node.child("function"))
        .filter(function ->
            function
                .child("field")
                .filter(field -> field.text().matches("iter|into_iter"))
                .isPresent())
        .flatMap(function -> function.child("value"));
  }

  private static void open(Value value, List<Adaptation> found) {
    String name = value.name();
    String title = "Take the value out of " + name + " with `?`";
    boolean returns =
        value
            .returned()
            .filter(type -> type.name().equals(value.found().bare().name()))
            .isPresent();
    if (returns) {
      found.add(value.postfix("option", title, "?"));
      found.add(value.postfix("option", title, ".as_ref()?").penalized(2));
      found.add(value.postfix("option", title, ".as_mut()?").penalized(4));
    }
  }

  private static void cell(Value value, RustType bare, List<Adaptation> found) {
    boolean cell = bare.isNamed("RefCell") || bare.argument(0).isNamed("RefCell");
    if (cell) {
      found.add(value.postfix("cell", "Borrow what is in " + value.name(), ".borrow()"));
      found.add(
          value.postfix("cell", "Borrow what is in " + value.name() + " mutably", ".borrow_mut()"));
    }
  }

  /// The one field that has the method: one of the crate's types, or the only collection.
  private static void fields(Value value, RustType bare, String method, List<Adaptation> found) {
    var types = new LocalTypes(value.site().crate());
    List<String> having =
        types.fields(bare.name()).entrySet().stream()
            .filter(field -> has(types, field, method))
            .map(Map.Entry::getKey)
            .toList();
    for (String field : having) {
      found.add(
          value
              .postfix("field", "Call `" + method + "` on the field `" + field + "`", "." + field)
              .penalized(having.size() == 1 ? 0 : 20));
    }
  }

  private static boolean has(LocalTypes types, Map.Entry<String, RustType> field, String method) {
    RustType type = field.getValue().bare();
    boolean list =
        (LISTS.contains(type.name()) || type.isArray() || type.isSlice())
            && LIST_METHODS.contains(method);
    return list || types.methods(type.name(), method).findAny().isPresent();
  }

  /// A function without `self` is called through the type.
  private static void associated(
      Site site, SyntaxNode node, Value value, String method, List<Proposal> found) {
    String type = value.found().bare().name();
    Optional<SyntaxNode> call =
        node.parent().flatMap(SyntaxNode::parent).filter(up -> up.is("call_expression"));
    Optional<SyntaxNode> function = new LocalTypes(site.crate()).methods(type, method).findFirst();
    if (call.isEmpty() || function.isEmpty()) {
      return;
    }
    List<SyntaxNode> parameters =
        function.get().child("parameters").map(SyntaxNode::namedChildren).orElse(List.of());
    if (parameters.stream().anyMatch(parameter -> parameter.is("self_parameter"))) {
      return;
    }
    List<SyntaxNode> arguments = Nodes.arguments(call.get());
    String given = String.join(", ", arguments.stream().map(SyntaxNode::text).toList());
    boolean passes = parameters.size() == arguments.size() + 1;
    String first =
        passes
            ? parameters
                    .getFirst()
                    .child("type")
                    .map(SyntaxNode::text)
                    .filter(text -> text.startsWith("&"))
                    .map(text -> text.startsWith("&mut") ? "&mut " : "&")
                    .orElse("")
                + value.node().text()
                + (given.isEmpty() ? "" : ", ")
            : "";
    if (!passes && parameters.size() != arguments.size()) {
      return;
    }
    site.edits()
        .replace(call.get(), type + "::" + method + "(" + first + given + ")")
        .patch()
        .ifPresent(patch ->
            found.add(Proposal.of("Call `" + type + "::" + method + "` through the type", patch)));
  }
}
