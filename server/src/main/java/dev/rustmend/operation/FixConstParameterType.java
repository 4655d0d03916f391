package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives a const parameter a type of its own, where it depends on a type parameter.
///
/// Answers E0770. Where the item returns the constant as the parameter's type, the fixed type takes
/// the parameter's place everywhere; where no use shows it, only a person takes that.
final class FixConstParameterType implements Operation {
  private static final Pattern INTEGER =
      Pattern.compile("\\b(u8|u16|u32|u64|usize|i8|i16|i32|i64|isize|bool|char)\\b");
  private static final int EVERYWHERE = 10;

  @Override
  public String name() {
    return "fix-const-parameter-type";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter = site.enclosing("const_parameter");
    Optional<SyntaxNode> item = parameter.flatMap(p -> p.parent()).flatMap(SyntaxNode::parent);
    Optional<SyntaxNode> type = parameter.flatMap(p -> p.child("type"));
    if (item.isEmpty() || type.isEmpty()) {
      return List.of();
    }
    Optional<String> used = used(site, item.get());
    String fixed = used.orElse("usize");
    String constant = Declarations.name(parameter.orElseThrow());
    var found = new ArrayList<Proposal>();
    found.addAll(
        Declarations.one(
                "Give `%s` the type `%s`".formatted(constant, fixed),
                site.edits().replace(type.get(), fixed))
            .stream()
            .map(made ->
                used.isPresent() || !isResult(item.get(), type.get()) ? made : made.inventing())
            .toList());
    Optional<SyntaxNode> generic =
        Declarations.generics(item.get()).stream()
            .filter(p -> p.is("type_parameter") && Declarations.name(p).equals(type.get().text()))
            .findFirst();
    if (generic.isPresent()) {
      Edits edits = site.edits().delete(Declarations.withComma(generic.get()));
      Declarations.named(item.get(), type.get().text()).stream()
          .filter(node -> !generic.get().range().encloses(node.range()))
          .forEach(node -> edits.replace(node, fixed));
      found.addAll(
          Declarations.one(
                  "Use `%s` in place of `%s`".formatted(fixed, type.get().text()),
                  edits,
                  EVERYWHERE)
              .stream()
              .map(made -> used.isPresent() ? made : made.inventing())
              .toList());
    }
    return found;
  }

  /// The integer that an argument of the item is written with.
  private static Optional<String> used(Site site, SyntaxNode item) {
    String name = Declarations.name(item);
    return site
        .crate()
        .nodes(node ->
            node.is("generic_type")
                && node.child("type").filter(t -> CrateFiles.baseName(t).equals(name)).isPresent())
        .stream()
        .flatMap(place -> place.node().child("type_arguments").stream())
        .map(list -> INTEGER.matcher(list.text()))
        .filter(java.util.regex.Matcher::find)
        .map(java.util.regex.Matcher::group)
        .findFirst();
  }

  /// Whether the item is a function that gives a value of the type that is fixed: which one its
  /// callers want nothing tells.
  private static boolean isResult(SyntaxNode item, SyntaxNode type) {
    return Callee.result(item).filter(of -> Declarations.mentions(of, type.text())).isPresent();
  }
}
