package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Corrects the name of a macro that does not exist to the macro that is meant: one of the standard
/// library's or of the crate's that is spelled nearly so, or Rust's own for another language's
/// word.
final class CorrectMacroName implements Operation {
  private static final List<String> MACROS =
      List.of(
          "println",
          "print",
          "eprintln",
          "eprint",
          "format",
          "vec",
          "assert",
          "assert_eq",
          "assert_ne",
          "debug_assert",
          "debug_assert_eq",
          "panic",
          "write",
          "writeln",
          "todo",
          "unimplemented",
          "unreachable",
          "matches",
          "dbg",
          "concat",
          "stringify",
          "include_str",
          "include_bytes",
          "env",
          "option_env",
          "format_args",
          "thread_local",
          "file",
          "line",
          "column",
          "cfg");
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("printf", "print"),
          Map.entry("printn", "println"),
          Map.entry("printline", "println"),
          Map.entry("prinln", "println"),
          Map.entry("puts", "println"),
          Map.entry("echo", "println"),
          Map.entry("log", "println"),
          Map.entry("sprintf", "format"),
          Map.entry("fmt", "format"),
          Map.entry("vector", "vec"),
          Map.entry("assert_equal", "assert_eq"),
          Map.entry("assert_equals", "assert_eq"),
          Map.entry("assert_not_eq", "assert_ne"),
          Map.entry("assert_neq", "assert_ne"),
          Map.entry("throw", "panic"),
          Map.entry("error", "eprintln"));

  /// Before rustc's own guess, which knows no word of another language.
  private static final int KNOWN = -10;

  private static final int FAR = 5;

  @Override
  public String name() {
    return "correct-macro-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> name =
        Stream.concat(Stream.of(site.node()), site.node().descendants())
            .filter(node -> node.is("identifier"))
            .findFirst();
    String wrong = name.map(SyntaxNode::text).orElse("");
    if (wrong.isEmpty() || site.quoted().isEmpty()) {
      return List.of();
    }
    String known = OTHERS.getOrDefault(wrong, "");
    List<String> own =
        site.crate().items().stream()
            .filter(item -> item.item().kind() == ItemKind.MACRO)
            .map(item -> item.item().name())
            .toList();
    List<String> near =
        known.isEmpty()
            ? NearNames.near(wrong, Stream.concat(own.stream(), MACROS.stream()).toList())
            : List.of(known);
    return near.stream()
        .limit(3)
        .flatMap(text ->
            site.edits().replace(name.get(), text).patch().stream()
                .map(patch ->
                    Proposal.of("Write `%s!` instead of `%s!`".formatted(text, wrong), patch)
                        .penalized(known.isEmpty() ? 0 : KNOWN))
                .map(proposal ->
                    NearNames.distance(wrong, text).orElse(FAR) < FAR
                        ? proposal
                        : proposal.admitting(Damage.Kind.CALL)))
        .toList();
  }
}
