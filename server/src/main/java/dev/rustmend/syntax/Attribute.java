package dev.rustmend.syntax;

import java.util.List;

/// An attribute: `#[cfg(test)] mod tests` has the name `cfg`, the arguments `(test)` and the
/// subject `mod tests`. The subject of an inner attribute is `crate`.
record Attribute(String name, List<Token> arguments, String subject) {

  /// The last segment of the name: `test` for `tokio::test`.
  String lastName() {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  /// The arguments' text without white space.
  String argumentText() {
    return String.join("", arguments.stream().map(Token::text).toList());
  }

  boolean isOnFunction() {
    return subject.startsWith("fn ");
  }

  @Override
  public String toString() {
    return "#[" + name + argumentText() + "]";
  }
}
