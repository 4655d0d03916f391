package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.Optional;
import java.util.stream.Stream;

/// The expression that was moved, as rustc's labels name it.
final class MovedValue {
  private MovedValue() {}

  /// What stands at "value moved here", else at the primary span; the receiver where a method call
  /// consumed it.
  static Optional<SyntaxNode> of(Site site) {
    boolean used = site.diagnostic().codeText().equals("E0382");
    Stream<Place> moves =
        used ? site.labeled("value moved here…").stream() : Stream.of(site.primary());
    return moves
        .filter(place -> place.file().equals(site.file()))
        .findFirst()
        .map(Place::node)
        .filter(Nodes::isExpression);
  }
}
