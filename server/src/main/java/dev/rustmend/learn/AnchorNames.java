package dev.rustmend.learn;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How a recipe might say where a change is, the most telling way first. Whether it is true is for
/// the engine to try.
final class AnchorNames {
  private static final Pattern TICKED = Pattern.compile("`[^`]*`");

  /// The kinds that recipes know, by the kinds of nodes that they are.
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("function_item", "fn"),
          Map.entry("function_signature_item", "fn"),
          Map.entry("impl_item", "impl"),
          Map.entry("struct_item", "struct"),
          Map.entry("enum_item", "enum"),
          Map.entry("trait_item", "trait"),
          Map.entry("mod_item", "mod"),
          Map.entry("let_declaration", "let"),
          Map.entry("block", "block"),
          Map.entry("match_expression", "match"),
          Map.entry("match_arm", "arm"),
          Map.entry("closure_expression", "closure"),
          Map.entry("call_expression", "call"),
          Map.entry("attribute_item", "attribute"),
          Map.entry("use_declaration", "use"),
          Map.entry("field_declaration", "field"),
          Map.entry("field_initializer", "field"),
          Map.entry("parameter", "param"),
          Map.entry("self_parameter", "param"),
          Map.entry("macro_invocation", "macro"));

  private AnchorNames() {}

  static Set<String> of(Change change, Told told) {
    return switch (change) {
      case Change.Imported _ -> Set.of("file top");
      case Change.Replaced replaced -> of(replaced.before(), told);
      case Change.Inserted inserted -> of(inserted.beside(), told);
    };
  }

  private static Set<String> of(SyntaxNode node, Told told) {
    var names = new LinkedHashSet<String>();
    List<Place> places = places(told);
    for (Place place : places) {
      if (place.range().equals(node.range())) {
        names.add(place.name());
      }
    }
    for (String kind : kinds(node)) {
      for (Place place : places) {
        if (node.range().encloses(place.range())) {
          names.add(kind + " around " + place.name());
        }
      }
    }
    node.child("name")
        .map(SyntaxNode::text)
        .filter(name -> told.message().contains("`" + name + "`"))
        .ifPresent(_ -> names.add("definition of $" + DEFINED));
    return names;
  }

  /// The metavariable of an anchor `definition of`, which the message must bind.
  static final String DEFINED = "item";

  private record Place(String name, TextRange range) {}

  private static List<Place> places(Told told) {
    var places = new ArrayList<Place>();
    told.primary().ifPresent(range -> places.add(new Place("primary", range)));
    told.marks().stream()
        .filter(mark -> !mark.label().isEmpty() && !mark.primary())
        .forEach(mark ->
            places.add(new Place("label \"" + template(mark.label()) + "\"", mark.range())));
    for (Told.Remark remark : told.remarks()) {
      remark.marks().stream()
          .findFirst()
          .ifPresent(mark ->
              places.add(new Place("note \"" + template(remark.message()) + "\"", mark.range())));
      remark.marks().stream()
          .filter(mark -> !mark.label().isEmpty())
          .forEach(mark ->
              places.add(new Place("note \"" + template(mark.label()) + "\"", mark.range())));
    }
    return places;
  }

  /// A text of rustc's that only says which place is meant: names do not count.
  private static String template(String text) {
    return TICKED.matcher(Holes.quotable(text)).replaceAll("…");
  }

  private static List<String> kinds(SyntaxNode node) {
    var kinds = new ArrayList<String>();
    String own = KINDS.get(node.kind());
    if (own != null) {
      kinds.add(own);
    }
    kinds.add("expression");
    kinds.add("statement");
    kinds.add("type");
    kinds.add("item");
    return kinds;
  }
}
