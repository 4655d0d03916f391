package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes up names that nothing in the function around uses yet.
final class FreshName {
  private static final Pattern BORDER = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private FreshName() {}

  /// A name like `base` for a second variable: the next letter for a single one (`x`, `y`), else
  /// with a number.
  static String beside(SyntaxNode node, String base) {
    Set<String> taken = taken(node);
    if (base.equals("n") && !taken.contains("m")) {
      return "m";
    }
    if (base.length() == 1 && Character.isLowerCase(base.charAt(0))) {
      char letter = base.charAt(0);
      for (int step = 1; step < 26; step++) {
        char next = (char) ((letter - 'a' + step) % 26 + 'a');
        if (!taken.contains(String.valueOf(next))) {
          return String.valueOf(next);
        }
      }
    }
    String stem = base.replaceFirst("\\d+$", "");
    for (int number = 2; ; number++) {
      if (!taken.contains(stem + number)) {
        return stem + number;
      }
    }
  }

  /// `base`, or something like it where that is taken.
  static String of(SyntaxNode node, String base) {
    return taken(node).contains(base) ? beside(node, base) : base;
  }

  /// The name in small letters with underscores, as variables are written.
  static String snake(String name) {
    return BORDER
        .splitAsStream(name)
        .collect(Collectors.joining("_"))
        .toLowerCase(Locale.ROOT)
        .replaceAll("__+", "_");
  }

  private static Set<String> taken(SyntaxNode node) {
    SyntaxNode scope =
        Stream.concat(Stream.of(node), node.ancestors())
            .filter(outer ->
                outer.is("match_arm")
                    || outer.is("function_item")
                    || outer.is("struct_item")
                    || outer.is("enum_item")
                    || outer.is("source_file"))
            .findFirst()
            .orElse(node);
    return scope
        .descendants()
        .filter(each ->
            each.is("identifier")
                || each.is("shorthand_field_identifier")
                || each.is("field_identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }
}
