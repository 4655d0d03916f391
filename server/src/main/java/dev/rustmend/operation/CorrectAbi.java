package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Names a calling convention that Rust knows and the target has.
///
/// Answers E0703 (unknown), E0570 (not on this target) and E0045 (variadic functions need C's). A
/// word that is near to none of them says nothing: `"C"` is then a guess for a person to take.
final class CorrectAbi implements Operation {
  private static final List<String> KNOWN =
      List.of(
          "C",
          "Rust",
          "system",
          "C-unwind",
          "system-unwind",
          "efiapi",
          "win64",
          "sysv64",
          "stdcall",
          "cdecl",
          "aapcs",
          "fastcall");

  @Override
  public String name() {
    return "correct-abi";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> extern =
        Declarations.at(site.node(), "extern_modifier")
            .or(() ->
                Declarations.at(site.node(), "foreign_mod_item", "function_item", "function_type")
                    .flatMap(item ->
                        item.descendants().filter(node -> node.is("extern_modifier")).findFirst()))
            // the parser does not know `unsafe extern`: the block around is the one before
            .or(() ->
                site.tree()
                    .root()
                    .descendants()
                    .filter(node -> node.is("extern_modifier"))
                    .filter(node -> node.range().start() <= site.primary().range().start())
                    .reduce((_, last) -> last));
    Optional<SyntaxNode> name =
        extern.flatMap(e ->
            e.descendants()
                .filter(node -> node.is("string_literal") || node.is("raw_string_literal"))
                .findFirst());
    if (name.isEmpty()) {
      return List.of();
    }
    String old = name.get().text().replace("\"", "");
    Optional<String> known =
        switch (site.diagnostic().codeText()) {
          case "E0045" -> Optional.of("C");
          case "E0570" -> Optional.of("system");
          default -> nearest(old);
        };
    String better = known.orElse("C");
    return Declarations.one(
            "Use the calling convention `\"%s\"`".formatted(better),
            site.edits().replace(name.get(), "\"" + better + "\""))
        .stream()
        .map(made -> known.isPresent() ? made : made.inventing())
        .toList();
  }

  private static Optional<String> nearest(String old) {
    return switch (old.toLowerCase(java.util.Locale.ROOT)) {
      case "c", "c++", "cpp", "cc", "ansi" -> Optional.of("C");
      case "rust" -> Optional.of("Rust");
      case "winapi", "windows" -> Optional.of("system");
      default -> Declarations.nearest(old, KNOWN);
    };
  }
}
