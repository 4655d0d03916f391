package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What there is in a program that a repair has to leave there: its items, fields, variants and
/// parameters, and for each function its statements, arms, calls and literals; and what a repair
/// must not bring in.
///
/// Two versions are compared by these facts, not by their lines, so an honest repair passes: a type
/// changed, a borrow or a clone added, an import added or dropped, a name or an item renamed, a
/// value wrapped, a statement moved. Where a version can not be parsed, or the platform has no
/// parser, the tokens alone are compared.
public final class ProgramShape {
  private final TokenFacts facts;
  private final Definitions definitions;
  private final Map<String, Body> bodies;
  private final Bag hiddenArms;
  private final Bag words;

  ProgramShape(
      TokenFacts facts, Definitions definitions, Map<String, Body> bodies, Bag hiddenArms) {
    this.facts = facts;
    this.definitions = definitions;
    this.hiddenArms = hiddenArms;
    this.bodies = Map.copyOf(bodies);
    this.words = Words.of(facts.code());
  }

  /// Everything that the change from `before` to `after` destroyed or papered over, gravest first;
  /// of what lies inside of a lost part, only the part itself.
  public static List<Damage> damage(SourceText before, SourceText after) {
    return new ProgramShapes().damage(before, after);
  }

  /// What a program lost on the way from `before` to `after`; empty when it was kept. All damage
  /// but an added `.unwrap()`, which loses nothing.
  public static List<Damage> losses(SourceText before, SourceText after) {
    return damage(before, after).stream()
        .filter(damage -> damage.kind() != Damage.Kind.UNWRAP)
        .toList();
  }

  Definitions definitions() {
    return definitions;
  }

  /// By the path of the function; what is in no function is under the empty name.
  Map<String, Body> bodies() {
    return bodies;
  }

  /// The patterns of arms that an arm before them hides.
  Bag hiddenArms() {
    return hiddenArms;
  }

  List<Attribute> attributes() {
    return facts.attributes();
  }

  List<String> comments() {
    return facts.comments();
  }

  /// The names behind `let` and `let mut`.
  Set<String> variables() {
    var names = new HashSet<String>();
    List<Token> code = facts.code();
    for (int i = 1; i < code.size(); i++) {
      boolean mutable = code.get(i - 1).is("mut") && i > 1 && code.get(i - 2).is("let");
      if (mutable || code.get(i - 1).is("let")) {
        names.add(code.get(i).text());
      }
    }
    return names;
  }

  /// The items that the tokens begin, such as `fn main`.
  Bag heads() {
    return facts.heads();
  }

  /// All words of the code, without attributes and comments.
  Bag words() {
    return words;
  }
}
