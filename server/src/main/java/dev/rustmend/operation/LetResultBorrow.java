package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lets the result of a function borrow from what it is taken of, where its type promises a longer
/// life: `-> &str` for `-> &'static str`, and for `-> &'a str` where a method lends out what its
/// object owns.
///
/// rustc says "lifetime may not live long enough" and names the lifetime that was promised. Which
/// argument the result then belongs to follows from the rules of elision; where they say nothing,
/// it does not compile.
final class LetResultBorrow implements Operation {
  private static final Pattern STATIC =
      Pattern.compile("requires that `.+` must outlive (`'static`)");
  private static final Pattern SUPPLIED =
      Pattern.compile("was supposed to return data with lifetime `('\\w+)` but it is returning .*");
  private static final int SIGNATURE = 20;

  @Override
  public String name() {
    return "let-result-borrow";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = site.enclosing("function_item");
    Optional<SyntaxNode> result = function.flatMap(Callee::result);
    boolean forever = site.find(STATIC).isPresent();
    Optional<String> promised =
        forever ? Optional.of("'static") : site.find(SUPPLIED).filter(name -> !name.isEmpty());
    if (result.isEmpty() || promised.isEmpty()) {
      return List.of();
    }
    Edits edits = site.edits();
    for (SyntaxNode lifetime : Declarations.lifetimes(result.get(), promised.get())) {
      SyntaxNode holder = lifetime.parent().orElse(lifetime);
      if (holder.is("reference_type")) {
        edits.delete(new TextRange(lifetime.range().start(), next(holder, lifetime)));
      } else {
        edits.replace(lifetime, "'_");
      }
    }
    boolean self = Callee.self(function.get()).isPresent();
    return Declarations.one(
        "Let the result borrow from %s".formatted(self ? "`self`" : "the argument"),
        edits,
        SIGNATURE);
  }

  /// Where what follows the lifetime begins.
  private static int next(SyntaxNode reference, SyntaxNode lifetime) {
    return reference.children().stream()
        .filter(child -> child.range().start() >= lifetime.range().end())
        .mapToInt(child -> child.range().start())
        .findFirst()
        .orElse(lifetime.range().end());
  }
}
