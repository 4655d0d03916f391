package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Imports macros with `use` where `#[macro_use]` is not allowed.
///
/// Answers E0468: `#[macro_use]` on `extern crate` works at the crate's root only, a path anywhere.
final class ImportMacroByPath implements Operation {
  @Override
  public String name() {
    return "import-macro-by-path";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> declaration =
        Declarations.at(site.node(), "extern_crate_declaration")
            .or(() -> site.enclosing("attribute_item").flatMap(DropCopyFromDerive::following));
    Optional<SyntaxNode> attribute =
        declaration.stream()
            .flatMap(d -> Declarations.attributes(d).stream())
            .filter(a -> a.text().contains("macro_use"))
            .findFirst();
    if (attribute.isEmpty()) {
      return List.of();
    }
    String crate = Declarations.name(declaration.orElseThrow());
    List<String> macros =
        attribute
            .get()
            .descendants()
            .filter(n -> n.is("identifier"))
            .skip(1)
            .map(SyntaxNode::text)
            .toList();
    String indent = Declarations.indent(declaration.get());
    String uses =
        macros.stream()
            .map(name -> "\n" + indent + "use " + crate + "::" + name + ";")
            .collect(Collectors.joining());
    Edits edits = site.edits();
    edits.deleteLine(site.file(), site.text(), attribute.get().range());
    if (!uses.isEmpty()) {
      edits.insert(endOfLine(site, declaration.get()), uses);
    }
    return Declarations.one(
        macros.isEmpty()
            ? "Remove `#[macro_use]` below the crate's root"
            : "Import `%s` with `use`".formatted(String.join("`, `", macros)),
        edits);
  }

  /// Where the line ends on which `node` ends, if only a comment follows; else the end of `node`.
  private static int endOfLine(Site site, SyntaxNode node) {
    byte[] bytes = site.text().bytes();
    int end = node.range().end();
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    String behind = site.text().slice(new TextRange(node.range().end(), end)).strip();
    return behind.startsWith("//") ? end : node.range().end();
  }
}
