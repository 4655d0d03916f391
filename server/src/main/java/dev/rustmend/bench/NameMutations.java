package dev.rustmend.bench;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Mistakes with names.
final class NameMutations {
  private static final Set<String> PART_OF_MORE =
      Set.of(
          "scoped_identifier",
          "macro_invocation",
          "shorthand_field_initializer",
          "use_declaration",
          "use_list");

  private NameMutations() {}

  /// A local variable is misspelled at one use.
  static Stream<List<TextEdit>> misspellLocal(MutableCode code) {
    return code.nodes("identifier")
        .filter(name -> !MutableCode.isBinding(name) && !isDefinition(name))
        .filter(name -> name.parent().stream().noneMatch(at -> PART_OF_MORE.contains(at.kind())))
        .filter(name -> MutableCode.locals(name).contains(name.text()))
        .flatMap(NameMutations::misspelled);
  }

  /// A field is misspelled at one use.
  static Stream<List<TextEdit>> misspellField(MutableCode code) {
    return code.nodes("field_identifier")
        .filter(name -> MutableCode.isIn(name, "field_expression") && !isMethod(name))
        .flatMap(NameMutations::misspelled);
  }

  /// A method is misspelled at one call.
  static Stream<List<TextEdit>> misspellMethod(MutableCode code) {
    return code.nodes("field_identifier")
        .filter(NameMutations::isMethod)
        .flatMap(NameMutations::misspelled);
  }

  /// A type or trait is misspelled at one use.
  static Stream<List<TextEdit>> misspellType(MutableCode code) {
    return code.nodes("type_identifier")
        .filter(name -> !isDefinition(name))
        .flatMap(NameMutations::misspelled);
  }

  /// A function gets another name, its calls do not.
  static Stream<List<TextEdit>> renameFunction(MutableCode code) {
    return code.nodes("function_item")
        .flatMap(function -> function.child("name").stream())
        .filter(name -> !name.text().equals("main"))
        .flatMap(name ->
            Stream.of(
                MutableCode.replace(name, name.text() + "_with"),
                MutableCode.replace(name, "do_" + name.text())));
  }

  /// `self.` is forgotten.
  static Stream<List<TextEdit>> removeSelf(MutableCode code) {
    return code.nodes("field_expression")
        .filter(access -> access.child("value").stream().anyMatch(value -> value.is("self")))
        .flatMap(access ->
            access.child("field").stream().map(field -> MutableCode.replace(access, field.text())));
  }

  /// The name with two letters swapped, and with one left out; a short one with its last letter
  /// doubled.
  static List<String> misspellings(String name) {
    if (name.length() < 2) {
      return List.of();
    }
    if (name.length() < 4) {
      return List.of(name + name.charAt(name.length() - 1));
    }
    var words = new ArrayList<String>();
    int at = name.length() / 2;
    if (name.charAt(at - 1) != name.charAt(at)) {
      words.add(
          name.substring(0, at - 1)
              + name.charAt(at)
              + name.charAt(at - 1)
              + name.substring(at + 1));
    }
    words.add(name.substring(0, at) + name.substring(at + 1));
    return words;
  }

  /// The edits that misspell `name`.
  static Stream<List<TextEdit>> misspelled(SyntaxNode name) {
    return misspellings(name.text()).stream().map(word -> MutableCode.replace(name, word));
  }

  private static boolean isDefinition(SyntaxNode name) {
    return name.field().equals(Optional.of("name"));
  }

  private static boolean isMethod(SyntaxNode name) {
    return name.parent()
        .filter(access -> access.is("field_expression"))
        .filter(access -> access.field().equals(Optional.of("function")))
        .isPresent();
  }
}
