package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes trait objects of branches whose types differ and do the same: two iterators, two closures,
/// two types of the crate with one trait.
///
/// rustc says ``if` and `else` have incompatible types`` or ``match` arms have incompatible
/// types``, and ``mismatched types`` of a second `return` in a function with `-> impl Trait`. Each
/// branch is put into a box; where the branches are references already, an annotation of their
/// variable does.
final class BoxBranches implements Operation {
  private static final Pattern LIFETIME = Pattern.compile("'[a-z]\\w*");
  private static final Set<String> LITERALS = Set.of("integer_literal", "string_literal");
  private static final int CAST = 8;
  private static final int FURTHER = 12;

  @Override
  public String name() {
    return "box-branches";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean branches =
        site.diagnostic().message().endsWith("` and `else` have incompatible types")
            || site.diagnostic().message().equals("`match` arms have incompatible types");
    Optional<SyntaxNode> leaf = Nodes.expression(site.node());
    Optional<SyntaxNode> root = leaf.flatMap(LeafExpressions::root);
    Optional<SyntaxNode> result = leaf.flatMap(at -> resultOf(root.orElse(at)));
    if (result.isPresent()
        && (branches || site.said("expected `$_` because of return type").isPresent())) {
      return returned(site, result.get());
    }
    if (branches && root.isPresent()) {
      return branched(site, root.get());
    }
    return site.labeled("expected due to the type of this binding").stream()
        .findFirst()
        .map(binding -> assigned(site, binding.node()))
        .orElse(List.of());
  }

  /// A variable that is declared first and given its value in each branch.
  private static List<Proposal> assigned(Site site, SyntaxNode binding) {
    boolean bare =
        binding
            .parent()
            .map(up -> up.is("mut_pattern") ? up.parent().orElse(up) : up)
            .filter(let -> let.is("let_declaration"))
            .filter(let -> let.child("type").isEmpty() && let.child("value").isEmpty())
            .isPresent();
    if (!bare || !binding.is("identifier")) {
      return List.of();
    }
    List<SyntaxNode> values =
        Bindings.uses(binding).stream()
            .filter(use -> use.field().filter("left"::equals).isPresent())
            .flatMap(use -> use.parent().filter(up -> up.is("assignment_expression")).stream())
            .flatMap(assignment -> assignment.child("right").stream())
            .flatMap(value -> LeafExpressions.of(value).stream())
            .toList();
    return objects(site, values, object -> typed(site, binding, object.type(), object.boxed()));
  }

  private static Optional<Proposal> typed(
      Site site, SyntaxNode pattern, String object, List<SyntaxNode> boxed) {
    Edits edits = site.edits().insert(pattern.range().end(), ": " + object);
    box(edits, boxed);
    if (!boxed.isEmpty()) {
      lend(edits, pattern);
    }
    return edits.patch().map(patch -> Proposal.of(title(object, boxed), patch));
  }

  private static String title(String object, List<SyntaxNode> boxed) {
    return (boxed.isEmpty() ? "Use either as `%s`" : "Put either in a box, `%s`").formatted(object);
  }

  /// The object's type, and what is to be put into boxes for it.
  private record Chosen(String type, List<SyntaxNode> boxed) {}

  /// The `impl Trait` that the function returns of which `value` is the result.
  private static Optional<SyntaxNode> resultOf(SyntaxNode value) {
    Optional<SyntaxNode> function = Nodes.function(value).filter(f -> f.is("function_item"));
    boolean isResult =
        function
            .flatMap(f -> f.child("body"))
            .filter(body -> results(body).stream().anyMatch(each -> isIn(value, each)))
            .isPresent();
    boolean promised =
        function
            .flatMap(f -> Nodes.above(f, "impl_item", "block"))
            .filter(impl -> impl.is("impl_item") && impl.child("trait").isPresent())
            .isPresent();
    return isResult && !promised
        ? function
            .flatMap(f -> f.child("return_type"))
            .map(type -> type.is("bounded_type") ? type.namedChildren().getFirst() : type)
            .filter(type -> type.is("abstract_type"))
        : Optional.empty();
  }

  private static boolean isIn(SyntaxNode value, SyntaxNode result) {
    return value.range().encloses(result.range()) || result.range().encloses(value.range());
  }

  /// The expressions whose value the function returns.
  private static List<SyntaxNode> results(SyntaxNode body) {
    Stream<SyntaxNode> early =
        body
            .outermost(node ->
                Set.of("return_expression", "closure_expression", "function_item", "async_block")
                    .contains(node.kind()))
            .stream()
            .filter(node -> node.is("return_expression"))
            .flatMap(node -> node.namedChildren().stream())
            .flatMap(node -> LeafExpressions.of(node).stream());
    return Stream.concat(early, LeafExpressions.of(body).stream()).toList();
  }

  private static List<Proposal> returned(Site site, SyntaxNode type) {
    SyntaxNode function =
        Nodes.function(type).orElse(Nodes.above(type, "function_item").orElseThrow());
    SyntaxNode whole = type.parent().filter(up -> up.is("bounded_type")).orElse(type);
    String bounds = whole.text().replaceFirst("^impl\\s+", "");
    var found = new ArrayList<Proposal>();
    for (String lifetime : lifetimes(function, bounds)) {
      String boxed = "Box<dyn " + bounds + lifetime + ">";
      Edits edits = site.edits().replace(whole, boxed);
      box(edits, function.child("body").map(BoxBranches::results).orElse(List.of()));
      edits
          .patch()
          .map(patch -> Proposal.of("Return either in a box, `%s`".formatted(boxed), patch))
          .ifPresent(found::add);
    }
    return found;
  }

  /// What may have to be said of the borrows in the box: nothing, or the only lifetime around.
  private static List<String> lifetimes(SyntaxNode function, String bounds) {
    String head =
        function.child("type_parameters").map(SyntaxNode::text).orElse("")
            + function.child("parameters").map(SyntaxNode::text).orElse("");
    List<String> named =
        LIFETIME.matcher(head).results().map(r -> r.group()).distinct().limit(2).toList();
    if (bounds.matches("(?s).*\\+\\s*'.*") || (!head.contains("&") && named.isEmpty())) {
      return List.of("");
    }
    return List.of("", named.size() == 1 ? " + " + named.getFirst() : " + '_");
  }

  private static void box(Edits edits, List<SyntaxNode> leaves) {
    leaves.stream()
        .filter(leaf -> !isBoxed(leaf))
        .forEach(leaf -> edits.wrap(leaf.range(), "Box::new(", ")"));
  }

  private static boolean isBoxed(SyntaxNode leaf) {
    return leaf.text().startsWith("Box::new(") || leaf.text().startsWith("Box::from(");
  }

  private static List<Proposal> branched(Site site, SyntaxNode root) {
    List<SyntaxNode> leaves = LeafExpressions.of(root);
    return objects(
        site, leaves, chosen -> annotated(site, root, leaves, chosen.type(), chosen.boxed()));
  }

  private static List<Proposal> objects(
      Site site, List<SyntaxNode> leaves, Function<Chosen, Optional<Proposal>> proposal) {
    Optional<Mismatch> types = Mismatch.of(site);
    boolean literal = leaves.stream().anyMatch(leaf -> LITERALS.contains(leaf.kind()));
    if (types.isEmpty() || leaves.size() < 2 || literal) {
      return List.of();
    }
    List<String> traits =
        leaves.stream().allMatch(leaf -> leaf.is("closure_expression"))
            ? closures(leaves)
            : ObjectTrait.of(site, types.get().expected(), types.get().found());
    boolean borrowed = types.get().expected().isReference() && types.get().found().isReference();
    String reference = types.get().expected().isMutableReference() ? "&mut " : "&";
    var found = new ArrayList<Proposal>();
    for (String trait : traits) {
      String object = borrowed ? reference + "dyn " + trait : "Box<dyn " + trait + ">";
      proposal
          .apply(new Chosen(object, borrowed ? List.of() : leaves))
          .map(made -> made.penalized(FURTHER * found.size()))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Proposal> annotated(
      Site site, SyntaxNode root, List<SyntaxNode> leaves, String object, List<SyntaxNode> boxed) {
    Optional<SyntaxNode> let =
        root.parent()
            .filter(up -> up.is("let_declaration"))
            .filter(up -> up.child("value").filter(root::equals).isPresent());
    if (let.isPresent()) {
      return let.get().child("type").isPresent()
          ? Optional.empty()
          : let.get().child("pattern").flatMap(name -> typed(site, name, object, boxed));
    }
    SyntaxNode first = leaves.getFirst();
    boolean box = boxed.contains(first) && !isBoxed(first);
    Edits edits = site.edits();
    edits.wrap(first.range(), box ? "Box::new(" : "", (box ? ")" : "") + " as " + object);
    box(edits, boxed.stream().filter(leaf -> !leaf.equals(first)).toList());
    return edits.patch().map(patch -> Proposal.of(title(object, boxed), patch).penalized(CAST));
  }

  /// Where the variable is lent, what is in the box is meant.
  private static void lend(Edits edits, SyntaxNode pattern) {
    for (SyntaxNode name : Bindings.names(pattern)) {
      for (SyntaxNode use : Bindings.uses(name)) {
        boolean lent =
            use.parent()
                .filter(up -> up.is("reference_expression"))
                .flatMap(SyntaxNode::parent)
                .filter(up -> up.is("arguments"))
                .isPresent();
        if (lent) {
          edits.insert(use.range().start(), "*");
        }
      }
    }
  }

  /// The signature that closures have, as far as one of them tells it.
  private static List<String> closures(List<SyntaxNode> leaves) {
    List<List<String>> all =
        leaves.stream()
            .map(leaf ->
                leaf.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
                    .map(each -> each.child("type").map(SyntaxNode::text).orElse("_"))
                    .toList())
            .toList();
    int count = all.getFirst().size();
    if (all.stream().anyMatch(each -> each.size() != count)) {
      return List.of();
    }
    var parameters = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      int index = i;
      parameters.add(
          all.stream()
              .map(each -> each.get(index))
              .filter(t -> !t.equals("_"))
              .findFirst()
              .orElse("_"));
    }
    String result =
        leaves.stream()
            .flatMap(leaf -> leaf.child("return_type").stream())
            .map(SyntaxNode::text)
            .findFirst()
            .orElse("_");
    String signature = "(" + String.join(", ", parameters) + ") -> " + result;
    return List.of("Fn" + signature, "FnMut" + signature);
  }
}
