package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Corrects a declared type to the type of the value: that of a `let`, a constant, or the result of
/// the function whose body yields something else.
///
/// rustc labels the declared type: ``expected due to this`` at a `let`, ``expected `T` because of
/// return type`` at a function. The found type must be one that the source can say. An integer
/// where a float was declared has lost its fraction, or will, so that is for a person.
final class RetypeDeclaration implements Operation {
  private static final int DECLARATION = 15;
  private static final int SIGNATURE = 30;

  @Override
  public String name() {
    return "retype-declaration";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<Mismatch> types = Mismatch.of(site);
    if (types.isEmpty()) {
      return List.of();
    }
    Optional<String> written = written(types.get().found(), types.get().expected());
    if (written.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    for (Place place : site.labeled("expected due to this")) {
      SyntaxNode node = place.node();
      if (Nodes.isType(node) && !node.text().equals(written.get())) {
        replace(site, node, written.get(), "Declare the type as `", DECLARATION)
            .ifPresent(found::add);
      }
    }
    for (Place place : site.labeled("expected `$_` because of return type")) {
      SyntaxNode node = place.node();
      boolean simple =
          Nodes.above(node, "impl_item").flatMap(impl -> impl.child("trait")).isEmpty();
      boolean whole =
          Nodes.above(node, "function_item")
              .flatMap(function -> function.child("return_type"))
              .filter(node::equals)
              .isPresent();
      if (simple && whole && !types.get().found().isUnit()) {
        replace(site, node, written.get(), "Return `", SIGNATURE).ifPresent(found::add);
      }
    }
    Nodes.above(site.node(), "const_item", "static_item")
        .filter(item -> item.child("value").filter(site.node()::equals).isPresent())
        .flatMap(item -> item.child("type"))
        .flatMap(type -> replace(site, type, written.get(), "Declare the type as `", DECLARATION))
        .ifPresent(found::add);
    variable(site, types.get()).ifPresent(found::add);
    return isAnotherSort(types.get())
            || isOwnForPlain(site, types.get())
            || mayBeMissing(types.get())
            || (types.get().expected().isFloat() && types.get().found().isInteger())
        ? found.stream().map(made -> made.admitting(Damage.Kind.VALUE)).toList()
        : found;
  }

  /// Whether a type of the crate's own stands where a number, a text or the like was declared.
  private static boolean isOwnForPlain(Site site, Mismatch types) {
    RustType expected = types.expected().bare();
    boolean plain =
        expected.isNumber() || expected.isText() || expected.text().matches("bool|char");
    return plain && Declarations.type(site, types.found().bare().name()).isPresent();
  }

  /// Whether a text stands where a number was declared, or the like: then the value may be the
  /// mistake as well as the type, and only the author knows.
  private static boolean isAnotherSort(Mismatch types) {
    RustType found = types.found().bare();
    RustType expected = types.expected().bare();
    boolean plainFound = found.isNumber() || found.isText() || found.text().matches("bool|char");
    boolean plainExpected =
        expected.isNumber() || expected.isText() || expected.text().matches("bool|char");
    boolean alike =
        (found.isNumber() && expected.isNumber())
            || (found.isText() && expected.isText())
            || found.text().equals(expected.text());
    return plainFound && plainExpected && !alike;
  }

  /// Whether an `Option` or `Result` stands where its plain value was declared: that it may be
  /// missing has to be dealt with, and not to be carried on.
  private static boolean mayBeMissing(Mismatch types) {
    RustType expected = types.expected().bare();
    return types.found().isNamed("Option", "Result")
        && !expected.isNamed("Option", "Result")
        && (expected.isNumber() || expected.isText() || expected.text().matches("bool|char"));
  }

  private static Optional<Proposal> replace(
      Site site, SyntaxNode type, String written, String verb, int penalty) {
    String title = verb + written + "`" + (penalty == SIGNATURE ? " from the function" : "");
    return site.edits()
        .replace(type, written)
        .patch()
        .map(patch -> Proposal.of(title, patch).penalized(penalty));
  }

  /// How the source can say `found` where `expected` stood.
  static Optional<String> written(RustType found, RustType expected) {
    String text =
        switch (found.text()) {
          case "{integer}" -> expected.isInteger() ? expected.text() : "i32";
          case "{float}" -> "f64";
          default -> found.shortText();
        };
    RustType type = RustType.of(text);
    boolean odd = text.contains("_") && text.matches(".*\\b_\\b.*");
    boolean vague =
        text.matches(
            "(impl |fn\\(|type parameter|opaque|closure|fn item|enum |struct |reference ).*");
    return type.isWritable() && !odd && !vague ? Optional.of(text) : Optional.empty();
  }

  /// `let n = 0;`, used where a `u64` is expected: its literal gives it the type `i32` otherwise.
  private static Optional<Proposal> variable(Site site, Mismatch types) {
    SyntaxNode node = site.node();
    boolean numbers = types.expected().isInteger() && types.found().isInteger();
    if (!numbers || !node.is("identifier") || types.expected().text().startsWith("{")) {
      return Optional.empty();
    }
    return Bindings.binding(node, node.text())
        .flatMap(binding -> declared(site, binding, types.expected()));
  }

  private static Optional<Proposal> declared(Site site, SyntaxNode binding, RustType wanted) {
    Optional<SyntaxNode> let =
        Nodes.above(binding, "let_declaration")
            .filter(found -> found.child("pattern").filter(p -> p.equals(binding)).isPresent());
    boolean literal =
        let.flatMap(found -> found.child("value")).filter(v -> v.is("integer_literal")).isPresent();
    String title = "Declare `" + binding.text() + "` as `" + wanted + "`";
    if (let.isPresent() && literal) {
      Optional<SyntaxNode> type = let.get().child("type");
      Edits edits =
          type.isPresent()
              ? site.edits().replace(type.get(), wanted.text())
              : site.edits().insert(binding.range().end(), ": " + wanted);
      return edits.patch().map(patch -> Proposal.of(title, patch).penalized(3));
    }
    return Optional.empty();
  }
}
