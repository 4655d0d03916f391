package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bodies of the standard library's required methods that follow from a type's fields alone.
final class StandardBodies {
  private final Site site;
  private final SyntaxNode impl;

  StandardBodies(Site site, SyntaxNode impl) {
    this.site = site;
    this.impl = impl;
  }

  /// The function with its body; empty where there is more than one meaning.
  Optional<String> body(String trait, String function) {
    Optional<SyntaxNode> type =
        impl.child("type")
            .map(CrateFiles::baseName)
            .flatMap(name -> Declarations.type(site, name))
            .map(CrateFiles.Item::node);
    if (type.isEmpty() || Declarations.trait(site, trait).isPresent()) {
      return Optional.empty();
    }
    String key = trait + "::" + function;
    if (key.equals("Drop::drop")) {
      return Optional.of("fn drop(&mut self) {}");
    }
    if (key.equals("PartialOrd::partial_cmp") && has("Ord")) {
      return Optional.of(
          "fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {\n"
              + "    Some(self.cmp(other))\n}");
    }
    return fields(type.get()).flatMap(fields -> throughFields(key, type.get(), fields));
  }

  private boolean has(String trait) {
    String type = impl.child("type").map(CrateFiles::baseName).orElse("");
    return site.crate().impls(type).stream()
        .anyMatch(item -> Declarations.traitName(item.node()).filter(trait::equals).isPresent());
  }

  /// The names of a struct's fields, numbers for a tuple struct.
  static Optional<List<String>> fields(SyntaxNode type) {
    if (!type.is("struct_item")) {
      return Optional.empty();
    }
    Optional<SyntaxNode> body = type.child("body");
    if (body.isEmpty()) {
      return Optional.of(List.of());
    }
    var names = new ArrayList<String>();
    for (SyntaxNode child : body.get().namedChildren()) {
      if (child.is("field_declaration")) {
        names.add(Declarations.name(child));
      } else if (child.field().filter("type"::equals).isPresent()) {
        names.add(Integer.toString(names.size()));
      }
    }
    return Optional.of(names);
  }

  private static Optional<String> throughFields(String key, SyntaxNode type, List<String> fields) {
    return switch (key) {
      case "Default::default" ->
          Optional.of(
              "fn default() -> Self {\n    " + literal(type, fields, "Default::default()") + "\n}");
      case "Clone::clone" ->
          Optional.of("fn clone(&self) -> Self {\n    " + literal(type, fields, "") + "\n}");
      case "PartialEq::eq" ->
          Optional.of(
              "fn eq(&self, other: &Self) -> bool {\n    "
                  + each(fields, "self.%1$s == other.%1$s", " && ", "true")
                  + "\n}");
      case "Ord::cmp" ->
          Optional.of(
              "fn cmp(&self, other: &Self) -> std::cmp::Ordering {\n    "
                  + compared(fields)
                  + "\n}");
      case "Hash::hash" ->
          Optional.of(
              "fn hash<H: std::hash::Hasher>(&self, state: &mut H) {\n    "
                  + each(fields, "self.%1$s.hash(state);", "\n    ", "")
                  + "\n}");
      case "Display::fmt" ->
          fields.size() == 1
              ? Optional.of(
                  "fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n"
                      + "    std::fmt::Display::fmt(&self."
                      + fields.getFirst()
                      + ", f)\n}")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// A copy of `self`, field by field.
  static String cloned(SyntaxNode type, List<String> fields) {
    return literal(type, fields, "");
  }

  private static String literal(SyntaxNode type, List<String> fields, String value) {
    String template = value.isEmpty() ? "self.%1$s.clone()" : value;
    boolean tuple =
        type.child("body").filter(b -> b.is("ordered_field_declaration_list")).isPresent();
    if (fields.isEmpty()) {
      return type.child("body").isEmpty() ? "Self" : tuple ? "Self()" : "Self {}";
    }
    return tuple
        ? "Self(" + each(fields, template, ", ", "") + ")"
        : "Self { " + each(fields, "%1$s: " + template, ", ", "") + " }";
  }

  private static String compared(List<String> fields) {
    if (fields.isEmpty()) {
      return "std::cmp::Ordering::Equal";
    }
    return each(fields.subList(0, 1), "self.%1$s.cmp(&other.%1$s)", "", "")
        + each(
            fields.subList(1, fields.size()), ".then_with(|| self.%1$s.cmp(&other.%1$s))", "", "");
  }

  private static String each(List<String> fields, String template, String between, String none) {
    return fields.isEmpty()
        ? none
        : String.join(between, fields.stream().map(template::formatted).toList());
  }
}
