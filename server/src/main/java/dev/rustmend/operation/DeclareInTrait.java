package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;

/// Declares in the trait what an impl has besides: a method, a type or a constant.
///
/// Answers E0407, E0437 and E0438 where the trait is the crate's own. Other impls of the trait
/// would lack the new item, so it is left to the compiler whether that is so.
final class DeclareInTrait implements Operation {
  private static final int CHANGES_TRAIT = 60;

  @Override
  public String name() {
    return "declare-in-trait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> member = Declarations.memberHere(site);
    Optional<CrateFiles.Item> trait = Declarations.traitHere(site);
    if (member.isEmpty() || trait.isEmpty()) {
      return List.of();
    }
    if (Declarations.implementations(site, trait.get().item().name()).size() > 1) {
      return List.of();
    }
    Edits edits = site.edits();
    insert(edits, trait.get(), declaration(member.get()));
    String title =
        "Declare `%s` in the trait `%s`"
            .formatted(Declarations.name(member.get()), trait.get().item().name());
    return Declarations.one(title, edits, member.get().is("type_item") ? 0 : CHANGES_TRAIT);
  }

  /// The member's declaration with a semicolon in place of its body or value.
  static String declaration(SyntaxNode member) {
    String end =
        switch (member.kind()) {
          case "function_item" -> "body";
          case "const_item" -> "value";
          default -> "type";
        };
    int start = member.range().start();
    int stop = member.child(end).map(node -> node.range().start()).orElse(member.range().end());
    String text =
        member
            .tree()
            .source()
            .slice(new TextRange(start, stop))
            .strip()
            .replaceFirst("\\s*=$", "")
            .replaceFirst("^pub(\\([^)]*\\))?\\s+", "");
    return member.is("function_item") ? plain(member, text) + ";" : text + ";";
  }

  /// A declaration has no `mut` in front of its parameters.
  private static String plain(SyntaxNode function, String text) {
    String result = text;
    for (SyntaxNode parameter :
        function.child("parameters").map(SyntaxNode::namedChildren).orElse(List.of())) {
      boolean mutable = parameter.text().startsWith("mut ");
      if (mutable) {
        result = result.replace(parameter.text(), parameter.text().substring(4).strip());
      }
    }
    return result;
  }

  static void insert(Edits edits, CrateFiles.Item trait, String declaration) {
    SyntaxNode body = trait.node().child("body").orElseThrow();
    String indent = Declarations.indent(trait.node());
    List<SyntaxNode> members = Declarations.members(trait.node());
    if (members.isEmpty()) {
      edits.replace(
          trait.file(), body.range(), "{\n" + indent + "    " + declaration + "\n" + indent + "}");
      return;
    }
    SyntaxNode first = members.getFirst();
    if (!declaration.contains("fn ") && first.kind().startsWith("function")) {
      edits.insert(
          trait.file(), Declarations.start(first), declaration + "\n" + Declarations.indent(first));
      return;
    }
    SyntaxNode last = members.getLast();
    edits.insert(trait.file(), last.range().end(), "\n" + Declarations.indent(last) + declaration);
  }
}
