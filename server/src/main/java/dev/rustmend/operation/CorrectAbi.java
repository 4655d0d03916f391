package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Names a calling convention that Rust knows and the target has.
///
/// Answers E0703 (unknown), E0570 (not on this target) and E0045 (variadic functions need C's).
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
    String better =
        switch (site.diagnostic().codeText()) {
          case "E0045" -> "C";
          case "E0570" -> "system";
          default -> nearest(old);
        };
    return Declarations.one(
        "Use the calling convention `\"%s\"`".formatted(better),
        site.edits().replace(name.get(), "\"" + better + "\""));
  }

  private static String nearest(String old) {
    return switch (old.toLowerCase(java.util.Locale.ROOT)) {
      case "c", "c++", "cpp", "cc", "ansi" -> "C";
      case "rust" -> "Rust";
      case "winapi", "windows" -> "system";
      default -> Declarations.nearest(old, KNOWN).orElse("C");
    };
  }
}
