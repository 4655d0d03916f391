package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Moves what a trait does not declare out of the trait's impl, into an inherent impl of the type.
///
/// rustc reports E0407 (method) and E0438 (constant) once for each member. All strangers of one
/// impl move together where the trait is known, so that one patch settles them; where they stand at
/// the start or end of the impl, the impl is split in place and nothing has to be moved.
final class MoveOutOfTrait implements Operation {
  @Override
  public String name() {
    return "move-to-inherent-impl";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl =
        site.enclosing("impl_item").filter(i -> i.child("trait").isPresent());
    Optional<SyntaxNode> member =
        impl.flatMap(i ->
            Declarations.members(i).stream()
                .filter(m -> m.range().encloses(site.primary().range()))
                .findFirst());
    if (member.isEmpty() || member.get().is("type_item")) {
      return List.of();
    }
    List<SyntaxNode> strangers = strangers(site, impl.orElseThrow(), member.get());
    Optional<SyntaxNode> type = impl.orElseThrow().child("type");
    if (type.isEmpty() || !isLocal(site, type.get())) {
      return List.of();
    }
    String names =
        "`" + String.join("`, `", strangers.stream().map(Declarations::name).toList()) + "`";
    String title = "Move " + names + " into an `impl` of `" + type.get().text() + "`";
    return Declarations.one(title, moved(site, impl.get(), strangers));
  }

  private static boolean isLocal(Site site, SyntaxNode type) {
    boolean plain = Set.of("type_identifier", "generic_type").contains(type.kind());
    return plain && Declarations.type(site, CrateFiles.baseName(type)).isPresent();
  }

  private static List<SyntaxNode> strangers(Site site, SyntaxNode impl, SyntaxNode member) {
    Optional<CrateFiles.Item> trait =
        Declarations.traitName(impl).flatMap(name -> Declarations.trait(site, name));
    if (trait.isEmpty()) {
      return List.of(member);
    }
    return Declarations.members(impl).stream()
        .filter(m -> !m.is("type_item"))
        .filter(m -> Declarations.member(trait.get().node(), Declarations.name(m)).isEmpty())
        .toList();
  }

  private static Edits moved(Site site, SyntaxNode impl, List<SyntaxNode> strangers) {
    List<SyntaxNode> all = Declarations.members(impl);
    String indent = Declarations.indent(impl);
    String header = header(impl);
    Edits edits = site.edits();
    boolean whole = strangers.size() == all.size();
    if (!whole && all.subList(all.size() - strangers.size(), all.size()).equals(strangers)) {
      // `}` and the new header stand before the blank that indents the first stranger
      int from = all.get(all.size() - strangers.size() - 1).range().end();
      int to = Declarations.start(strangers.getFirst());
      return edits.replace(
          new TextRange(from, to),
          "\n" + indent + "}\n\n" + indent + header + " {\n" + indent + "    ");
    }
    if (!whole && all.subList(0, strangers.size()).equals(strangers)) {
      String own = site.text().slice(new TextRange(impl.range().start(), open(impl) + 1));
      return edits
          .delete(
              new TextRange(
                  impl.child("trait").orElseThrow().range().start(),
                  impl.child("type").orElseThrow().range().start()))
          .insert(strangers.getLast().range().end(), "\n" + indent + "}\n\n" + indent + own);
    }
    return apart(site, impl, strangers, edits, "\n\n" + indent + header + " {\n", indent);
  }

  private static Edits apart(
      Site site, SyntaxNode impl, List<SyntaxNode> strangers, Edits edits, String head, String in) {
    var texts = new ArrayList<String>();
    for (SyntaxNode stranger : strangers) {
      var range = new TextRange(Declarations.start(stranger), stranger.range().end());
      texts.add(in + "    " + site.text().slice(range));
      edits.deleteLine(site.file(), site.text(), range);
    }
    return edits.insert(impl.range().end(), head + String.join("\n\n", texts) + "\n" + in + "}");
  }

  private static int open(SyntaxNode impl) {
    return impl.child("body").orElseThrow().range().start();
  }

  /// `impl<T> Type<T> where …` of an `impl<T> Trait for Type<T> where …`.
  static String header(SyntaxNode impl) {
    String generics = impl.child("type_parameters").map(SyntaxNode::text).orElse("");
    String type = impl.child("type").map(SyntaxNode::text).orElse("");
    return "impl" + generics + " " + type + Declarations.whereClause(impl);
  }
}
