package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What sort of thing rustc looked for under a name: "cannot find function `f` in this scope".
enum NameKind {
  VALUE,
  FUNCTION,
  TYPE,
  TRAIT,
  PATTERN,
  MODULE;

  private static final Pattern NOT_FOUND =
      Pattern.compile("(?:cannot find|expected) ([\\w\\- ,]+?)(?:, found [\\w ]+)? `([^`]+)`");

  /// The sort that the message of `site` names; empty when it is about something else.
  static Optional<NameKind> of(Site site) {
    Matcher message = NOT_FOUND.matcher(site.diagnostic().message());
    if (!message.lookingAt()) {
      return Optional.empty();
    }
    String words = message.group(1);
    boolean inPattern = site.diagnostic().codeText().equals("E0531");
    if (inPattern) {
      return Optional.of(PATTERN);
    }
    if (words.startsWith("function") || words.startsWith("tuple")) {
      return Optional.of(FUNCTION);
    }
    if (words.startsWith("value") || words.startsWith("unit")) {
      return Optional.of(VALUE);
    }
    if (words.startsWith("module") || words.startsWith("crate")) {
      return Optional.of(MODULE);
    }
    return Optional.of(words.startsWith("trait") ? TRAIT : TYPE);
  }

  /// Whether an item is of the sort.
  boolean fits(CrateFiles.Item item) {
    return switch (item.item().kind()) {
      case FUNCTION -> this == FUNCTION || this == VALUE;
      case STRUCT ->
          this == TYPE
              || ((this == FUNCTION || this == PATTERN) && isTuple(item.node()))
              || (this == VALUE && isUnit(item.node()));
      case UNION, ENUM -> this == TYPE;
      case TYPE -> this == TYPE && Modules.isFree(item);
      case TRAIT -> this == TRAIT || this == TYPE;
      case CONST, STATIC -> this == VALUE;
      case MODULE -> this == MODULE;
      case IMPL, MACRO, USE, EXTERN_CRATE, EXTERN_BLOCK -> false;
    };
  }

  /// Whether a variant of an enum is of the sort.
  boolean fitsVariant(SyntaxNode variant) {
    boolean tuple = isTuple(variant);
    boolean braces = variant.child("body").filter(b -> b.is("field_declaration_list")).isPresent();
    return switch (this) {
      case VALUE -> !tuple && !braces;
      case FUNCTION, PATTERN -> tuple;
      case TYPE -> braces;
      case TRAIT, MODULE -> false;
    };
  }

  private static boolean isTuple(SyntaxNode node) {
    return node.children().stream().anyMatch(c -> c.is("ordered_field_declaration_list"));
  }

  private static boolean isUnit(SyntaxNode node) {
    return !isTuple(node) && node.child("body").isEmpty();
  }
}
