package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a method in an impl the generics, parameter types and return type that its trait declares,
/// or the trait those of the impl, where the trait is the crate's own.
///
/// Answers E0049, E0050, E0053, E0195, E0276 and E0643. Names of parameters stay. A parameter that
/// the impl lacks is added under the trait's name, with an underscore; one that it has too many
/// goes into the trait when the body uses it, and away when it does not.
final class MatchTraitSignature implements Operation {
  private static final int CHANGES_TRAIT = 30;

  @Override
  public String name() {
    return "match-trait-signature";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = site.enclosing("function_item", "function_signature_item");
    Optional<SyntaxNode> impl = function.flatMap(f -> Nodes.above(f, "impl_item"));
    Optional<CrateFiles.Item> trait =
        impl.flatMap(Declarations::traitName).flatMap(name -> Declarations.trait(site, name));
    Optional<SyntaxNode> declared =
        trait.flatMap(t -> Declarations.member(t.node(), Declarations.name(function.get())));
    if (declared.isEmpty() || !declared.get().kind().startsWith("function")) {
      return List.of();
    }
    var pair =
        new Pair(site, impl.orElseThrow(), function.get(), trait.orElseThrow(), declared.get());
    var found = new ArrayList<Proposal>();
    found.addAll(intoImpl(pair));
    if (Declarations.implementations(site, Declarations.name(trait.get().node())).size() == 1) {
      found.addAll(intoTrait(pair));
    }
    return found;
  }

  /// A method of an impl with its declaration in the trait.
  private record Pair(
      Site site, SyntaxNode impl, SyntaxNode own, CrateFiles.Item trait, SyntaxNode declared) {
    String name() {
      return Declarations.name(own);
    }
  }

  private static List<Proposal> intoImpl(Pair pair) {
    Map<String, String> types = substitutions(pair);
    List<SyntaxNode> wanted = parameters(pair.declared);
    List<SyntaxNode> own = parameters(pair.own);
    List<Integer> places = alignment(wanted, own, types);
    if (places.isEmpty() && !wanted.isEmpty()) {
      return List.of();
    }
    boolean drops = own.size() > wanted.size();
    if (drops && surplusIsUsed(pair, own, wanted.size())) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (int i = 0; i < wanted.size(); i++) {
      texts.add(parameter(wanted.get(i), places.get(i) < 0 ? null : own.get(places.get(i)), types));
    }
    Edits edits = pair.site.edits();
    generics(edits, pair, types);
    replaceParameters(edits, Place.of(pair.site.file(), pair.own), texts);
    returnType(edits, pair, types);
    String title = "Give `%s` the signature that the trait declares".formatted(pair.name());
    List<Proposal> made = Declarations.one(title, edits);
    if (!drops) {
      return made;
    }
    String lost = own.getLast().child("pattern").map(SyntaxNode::text).orElse("");
    return edits.patch().stream()
        .map(patch ->
            Proposal.of(
                    "Take the unused `%s` out of `%s`, as the trait has none"
                        .formatted(lost, pair.name()),
                    patch)
                .penalized(20)
                .admitting(dev.rustmend.syntax.Damage.Kind.PARAMETER))
        .toList();
  }

  private static boolean surplusIsUsed(Pair pair, List<SyntaxNode> own, int from) {
    String body = pair.own.child("body").map(SyntaxNode::text).orElse("");
    return own.subList(from, own.size()).stream()
        .flatMap(parameter -> parameter.child("pattern").stream())
        .anyMatch(pattern ->
            !pattern.text().startsWith("_")
                && body.matches("(?s).*\\b\\Q" + pattern.text() + "\\E\\b.*"));
  }

  /// For each parameter of the trait, the place of the impl's that stands for it; -1 where there is
  /// none. One that the impl lacks is found by its type.
  private static List<Integer> alignment(
      List<SyntaxNode> wanted, List<SyntaxNode> own, Map<String, String> types) {
    var places = new ArrayList<Integer>();
    int next = 0;
    int missing = Math.max(0, wanted.size() - own.size());
    for (SyntaxNode each : wanted) {
      boolean same = next < own.size() && type(own.get(next)).equals(filled(type(each), types));
      if (missing > 0 && !same) {
        places.add(-1);
        missing--;
      } else if (next < own.size()) {
        places.add(next++);
      } else {
        places.add(-1);
      }
    }
    return places;
  }

  private static String parameter(
      SyntaxNode wanted,
      @org.jspecify.annotations.Nullable SyntaxNode own,
      Map<String, String> types) {
    String type = filled(type(wanted), types);
    if (own == null) {
      String name = wanted.child("pattern").map(SyntaxNode::text).orElse("_");
      return (name.startsWith("_") ? name : "_" + name) + ": " + type;
    }
    if (type(own).equals(type)) {
      return own.text();
    }
    String mutable = own.text().startsWith("mut ") ? "mut " : "";
    return mutable + own.child("pattern").map(SyntaxNode::text).orElse("_") + ": " + type;
  }

  private static void replaceParameters(Edits edits, Place function, List<String> texts) {
    SyntaxNode list = function.node().child("parameters").orElseThrow();
    List<SyntaxNode> own = parameters(function.node());
    List<String> old = own.stream().map(SyntaxNode::text).toList();
    if (old.equals(texts)) {
      return;
    }
    if (old.size() == texts.size()) {
      for (int i = 0; i < old.size(); i++) {
        if (!old.get(i).equals(texts.get(i))) {
          edits.replace(function.file(), own.get(i).range(), texts.get(i));
        }
      }
      return;
    }
    if (texts.size() > old.size() && texts.subList(0, old.size()).equals(old)) {
      String more = String.join(", ", texts.subList(old.size(), texts.size()));
      List<SyntaxNode> all = list.namedChildren();
      int end = all.isEmpty() ? list.range().start() + 1 : all.getLast().range().end();
      edits.insert(function.file(), end, all.isEmpty() ? more : ", " + more);
      return;
    }
    var all = new ArrayList<String>();
    MatchReceiver.receiver(function.node()).ifPresent(self -> all.add(self.text()));
    all.addAll(texts);
    edits.replace(function.file(), list.range(), "(" + String.join(", ", all) + ")");
  }

  private static void generics(Edits edits, Pair pair, Map<String, String> types) {
    Optional<SyntaxNode> wanted = pair.declared.child("type_parameters");
    Optional<SyntaxNode> own = pair.own.child("type_parameters");
    String text = wanted.map(node -> filled(node.text(), types)).orElse("");
    if (own.isPresent()) {
      if (!own.get().text().equals(text)) {
        edits.replace(own.get(), text);
      }
    } else if (!text.isEmpty()) {
      edits.insert(pair.own.child("name").orElseThrow().range().end(), text);
    }
    String clause = filled(Declarations.whereClause(pair.declared), types);
    Optional<SyntaxNode> old = Declarations.childOf(pair.own, "where_clause");
    if (old.isPresent() && !clause.strip().equals(old.get().text())) {
      edits.replace(old.get(), clause.strip());
    } else if (old.isEmpty() && !clause.isEmpty()) {
      int end =
          pair.own
              .child("return_type")
              .or(() -> pair.own.child("parameters"))
              .orElseThrow()
              .range()
              .end();
      edits.insert(end, clause);
    }
  }

  private static void returnType(Edits edits, Pair pair, Map<String, String> types) {
    Optional<SyntaxNode> wanted = pair.declared.child("return_type");
    Optional<SyntaxNode> own = pair.own.child("return_type");
    boolean selfish = wanted.map(SyntaxNode::text).orElse("").contains("Self");
    if (wanted.isPresent() && own.isPresent()) {
      String text = filled(wanted.get().text(), types);
      if (!own.get().text().equals(text) && !selfish) {
        edits.replace(own.get(), text);
      }
    } else if (wanted.isPresent()) {
      edits.insert(
          pair.own.child("parameters").orElseThrow().range().end(),
          " -> " + filled(wanted.get().text(), types));
    }
  }

  /// What the trait's type parameters stand for in the impl.
  private static Map<String, String> substitutions(Pair pair) {
    var types = new HashMap<String, String>();
    List<SyntaxNode> parameters = Declarations.generics(pair.trait.node());
    List<SyntaxNode> arguments =
        pair.impl
            .child("trait")
            .flatMap(trait -> trait.child("type_arguments"))
            .map(SyntaxNode::namedChildren)
            .orElse(List.of());
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      types.put(Declarations.name(parameters.get(i)), arguments.get(i).text());
    }
    return types;
  }

  private static String filled(String text, Map<String, String> types) {
    String result = text;
    for (var entry : types.entrySet()) {
      result = Declarations.substituted(result, entry.getKey(), entry.getValue());
    }
    return result;
  }

  private static List<Proposal> intoTrait(Pair pair) {
    List<SyntaxNode> own = parameters(pair.own);
    List<String> texts =
        own.stream().map(SyntaxNode::text).map(text -> text.replaceFirst("^mut\\s+", "")).toList();
    Edits edits = pair.site.edits();
    Place declared = Place.of(pair.trait.file(), pair.declared);
    replaceParameters(edits, declared, texts);
    Optional<SyntaxNode> result = pair.own.child("return_type");
    Optional<SyntaxNode> old = pair.declared.child("return_type");
    if (result.isPresent() && old.isPresent() && !old.get().text().equals(result.get().text())) {
      edits.replace(declared.file(), old.get().range(), result.get().text());
    } else if (result.isPresent() && old.isEmpty()) {
      edits.insert(
          declared.file(),
          pair.declared.child("parameters").orElseThrow().range().end(),
          " -> " + result.get().text());
    }
    receiver(edits, pair);
    Optional<SyntaxNode> generics = pair.own.child("type_parameters");
    Optional<SyntaxNode> before = pair.declared.child("type_parameters");
    if (generics.isPresent() && before.isPresent()) {
      edits.replace(declared.file(), before.get().range(), generics.get().text());
    } else if (generics.isPresent()) {
      int end = pair.declared.child("name").orElseThrow().range().end();
      edits.insert(declared.file(), end, generics.get().text());
    }
    String title = "Declare `%s` in the trait as the impl has it".formatted(pair.name());
    return Declarations.one(title, edits, CHANGES_TRAIT);
  }

  private static void receiver(Edits edits, Pair pair) {
    Optional<SyntaxNode> own = MatchReceiver.receiver(pair.own);
    Optional<SyntaxNode> declared = MatchReceiver.receiver(pair.declared);
    if (own.isPresent() && declared.isPresent()) {
      String text = own.get().text().replaceFirst("^mut\\s+", "");
      if (!declared.get().text().equals(text)) {
        edits.replace(pair.trait.file(), declared.get().range(), text);
      }
    }
  }

  /// The parameters without the receiver.
  private static List<SyntaxNode> parameters(SyntaxNode function) {
    Optional<SyntaxNode> receiver = MatchReceiver.receiver(function);
    return function.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of()).stream()
        .filter(node -> node.is("parameter") && receiver.filter(node::equals).isEmpty())
        .toList();
  }

  private static String type(SyntaxNode parameter) {
    return parameter.child("type").map(SyntaxNode::text).orElse("");
  }
}
