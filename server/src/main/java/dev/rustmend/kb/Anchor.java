package dev.rustmend.kb;

/// A place in the user's code that a recipe names.
public sealed interface Anchor {

  /// The diagnostic's primary span.
  record Primary() implements Anchor {}

  /// A span with this label, primary or not.
  record Label(TextTemplate text) implements Anchor {}

  /// A span of a note or help: the one whose label is this text or, where the child's message is,
  /// its first one.
  record Child(TextTemplate text) implements Anchor {}

  /// The item of the crate whose name the metavariable holds.
  record DefinitionOf(String metavariable) implements Anchor {}

  /// The identifier that introduces the local variable whose name the metavariable holds, as seen
  /// from the primary span.
  record BindingOf(String metavariable) implements Anchor {}

  /// The start of the file with the primary span, behind its inner attributes and inner comments.
  record FileTop() implements Anchor {}

  /// The nearest node of a kind at or around another anchor.
  record Around(String kind, Anchor inner) implements Anchor {}
}
