package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Declares the field that all literals of one of the crate's structs, or of a variant, give and
/// its declaration lacks.
///
/// rustc points at the field (E0560, E0559). It is a new one, not a misspelling, where every
/// literal gives it, all others of the struct too, and nothing is taken from another value; its
/// type must be plain from the value.
final class DeclareField implements Operation {
  private static final int SIGNATURE = 30;

  @Override
  public String name() {
    return "declare-field";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String field = site.primary().text();
    Optional<SyntaxNode> literal = site.enclosing("struct_expression");
    Optional<Place> owner = literal.flatMap(node -> owner(site, node));
    List<SyntaxNode> declared = owner.map(it -> Named.fields(it.node())).orElse(List.of());
    if (declared.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> literals = StructLiterals.of(site, Named.name(owner.orElseThrow().node()));
    boolean agreed =
        literals.stream()
            .map(StructLiterals::given)
            .allMatch(given ->
                given.containsKey(field)
                    && declared.stream().allMatch(each -> given.containsKey(Named.name(each))));
    Optional<RustType> type =
        literal
            .map(StructLiterals::given)
            .map(given -> given.get(field))
            .flatMap(new LocalTypes(site.crate())::of)
            .map(DeclareField::settled)
            .filter(RustType::isWritable)
            .filter(each -> !each.isReference() && !each.text().contains("_"));
    if (!agreed || type.isEmpty()) {
      return List.of();
    }
    SyntaxNode last = declared.getLast();
    boolean lines = last.parent().filter(list -> list.text().contains("\n")).isPresent();
    String gap = lines ? ",\n" + Declarations.indent(last) : ", ";
    String word =
        last.children().stream()
            .filter(child -> child.is("visibility_modifier"))
            .map(child -> child.text() + " ")
            .findFirst()
            .orElse("");
    Edits edits = site.edits();
    edits.insert(owner.get().file(), last.range().end(), gap + word + field + ": " + type.get());
    return Declarations.one(
        "Declare the field `%s: %s`".formatted(field, type.get()), edits, SIGNATURE);
  }

  /// The struct that a literal builds, or the only variant of this name.
  private static Optional<Place> owner(Site site, SyntaxNode literal) {
    String name = StructLiterals.type(literal);
    Optional<Place> struct =
        StructLiterals.struct(site, literal)
            .filter(item -> item.node().is("struct_item"))
            .map(item -> Place.of(item.file(), item.node()));
    List<Place> variants =
        site.crate().nodes(name, node -> node.is("enum_variant") && Named.name(node).equals(name));
    return struct.or(() -> variants.stream().findFirst().filter(_ -> variants.size() == 1));
  }

  private static RustType settled(RustType type) {
    return switch (type.text()) {
      case "{integer}" -> RustType.of("i32");
      case "{float}" -> RustType.of("f64");
      case "&str" -> RustType.of("&'static str");
      default -> type;
    };
  }
}
