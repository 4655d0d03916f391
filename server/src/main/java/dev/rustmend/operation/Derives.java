package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Adds derives to the structs and enums of this crate, with those of the types of their fields.
final class Derives {
  private static final Set<String> NUMBERS =
      Set.of(
          "u8",
          "u16",
          "u32",
          "u64",
          "u128",
          "usize",
          "i8",
          "i16",
          "i32",
          "i64",
          "i128",
          "isize",
          "f32",
          "f64",
          "bool",
          "char",
          "PhantomData");

  private Derives() {}

  /// Puts into `edits` the derive of `traits` at `item` and at every type of the crate in its
  /// fields that lacks them; false where a field's type can not be `Copy` and that is wanted.
  static boolean add(Site site, Edits edits, CrateFiles.Item item, List<String> traits) {
    return add(site, edits, item, traits, new HashSet<>());
  }

  private static boolean add(
      Site site, Edits edits, CrateFiles.Item item, List<String> traits, Set<SyntaxNode> seen) {
    if (!seen.add(item.node())) {
      return !traits.contains("Copy");
    }
    boolean copy = traits.contains("Copy");
    if (copy && !site.crate().impls(item.item().name()).stream().allMatch(Derives::isNoDrop)) {
      return false;
    }
    for (SyntaxNode type : fieldTypes(item.node())) {
      List<CrateFiles.Item> local = site.crate().types(CrateFiles.baseName(type));
      boolean owned = !type.is("reference_type") && local.size() == 1;
      if (owned && !add(site, edits, local.getFirst(), traits, seen)) {
        return false;
      }
      if (copy && !owned && !isPlain(type)) {
        return false;
      }
    }
    List<String> missing = missing(site, item, traits);
    if (!missing.isEmpty()) {
      insert(edits, item, missing);
    }
    return true;
  }

  private static boolean isNoDrop(CrateFiles.Item item) {
    return item.node().child("trait").filter(t -> t.text().equals("Drop")).isEmpty();
  }

  private static boolean isPlain(SyntaxNode type) {
    return NUMBERS.contains(CrateFiles.baseName(type))
        || (type.is("reference_type") && !type.text().contains("mut "))
        || ((type.is("tuple_type") || type.is("array_type") || isOption(type))
            && type.descendants()
                .filter(n -> n.is("type_identifier") || n.is("primitive_type"))
                .allMatch(n -> NUMBERS.contains(n.text()) || n.text().equals("Option")));
  }

  private static boolean isOption(SyntaxNode type) {
    return type.is("generic_type") && CrateFiles.baseName(type).equals("Option");
  }

  /// The types of all fields of a struct, or of the variants of an enum.
  static List<SyntaxNode> fieldTypes(SyntaxNode item) {
    var types = new ArrayList<SyntaxNode>();
    item.child("body").stream()
        .flatMap(SyntaxNode::descendants)
        .forEach(node -> {
          if (node.is("field_declaration")) {
            node.child("type").ifPresent(types::add);
          } else if (node.is("ordered_field_declaration_list")) {
            node.namedChildren().stream().filter(Nodes::isType).forEach(types::add);
          }
        });
    return types;
  }

  /// Which of `traits` the type neither derives nor implements.
  static List<String> missing(Site site, CrateFiles.Item item, List<String> traits) {
    var missing = new ArrayList<>(traits);
    derive(item.node())
        .ifPresent(
            attribute -> attribute.descendants().forEach(node -> missing.remove(node.text())));
    site.crate().impls(item.item().name()).stream()
        .flatMap(found -> found.node().child("trait").stream())
        .forEach(found -> missing.remove(CrateFiles.baseName(found)));
    return missing;
  }

  /// Whether the type holds others of its own kind, as a list or a tree does: whether the whole is
  /// to be copied or shared, by an `Rc`, only its author knows.
  static boolean isNested(CrateFiles.Item type) {
    return fieldTypes(type.node()).stream()
        .anyMatch(field -> Declarations.mentions(field, type.item().name()));
  }

  /// Whether the crate's type called `name` is of that kind and can not be cloned yet.
  static boolean isUnclonedNest(Site site, String name) {
    List<CrateFiles.Item> types = site.crate().types(name);
    return types.size() == 1
        && isNested(types.getFirst())
        && !missing(site, types.getFirst(), List.of("Clone")).isEmpty();
  }

  /// The first derive attribute that stands before the item.
  static Optional<SyntaxNode> derive(SyntaxNode item) {
    List<SyntaxNode> around = item.parent().map(SyntaxNode::children).orElse(List.of());
    Optional<SyntaxNode> found = Optional.empty();
    for (int at = around.indexOf(item) - 1; at >= 0; at--) {
      SyntaxNode before = around.get(at);
      if (!before.is("attribute_item") && !before.isExtra()) {
        break;
      }
      if (before.text().startsWith("#[derive(")) {
        found = Optional.of(before);
      }
    }
    return found;
  }

  /// Derives `traits` for the item: in its derive, or in a new one.
  static void insert(Edits edits, CrateFiles.Item item, List<String> traits) {
    String names = String.join(", ", traits);
    Optional<SyntaxNode> derive = derive(item.node());
    if (derive.isPresent()) {
      String text = derive.get().text();
      int end = derive.get().range().start() + text.lastIndexOf(')');
      boolean empty = text.replaceAll("\\s", "").equals("#[derive()]");
      edits.insert(item.file(), end, (empty ? "" : ", ") + names);
      return;
    }
    int start = item.node().range().start();
    String indent = Site.indent(item.node().tree().source(), start);
    edits.insert(item.file(), start, "#[derive(%s)]\n%s".formatted(names, indent));
  }
}
