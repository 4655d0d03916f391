package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Writes a pattern as its variant or struct was declared: `Data` becomes `Data(..)` or `Data { ..
/// }`, `Circle(r)` becomes `Circle { radius: r }`, and `Red()` becomes `Red`.
///
/// rustc's message says what was found: "found tuple variant `Reply::Data`".
final class FitPatternSyntax implements Operation {
  private static final Pattern FOUND =
      Pattern.compile("found (tuple|unit|struct) (?:variant|struct) `([^`]+)`");

  @Override
  public String name() {
    return "fit-pattern-syntax";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher found = FOUND.matcher(site.diagnostic().message());
    if (!found.find() || !isPattern(site)) {
      return List.of();
    }
    String path = site.primary().text().replaceFirst("(?s)\\s*[({].*", "");
    Optional<SyntaxNode> braces = Named.at(site, "tuple_struct_pattern", "struct_pattern");
    SyntaxNode node =
        braces
            .filter(outer -> outer.range().start() == site.primary().range().start())
            .orElse(site.node());
    Optional<String> text =
        switch (found.group(1)) {
          case "unit" -> Optional.of(path);
          case "tuple" -> node.is("struct_pattern") ? Optional.empty() : Optional.of(path + "(..)");
          default -> fields(site, node, path, found.group(2));
        };
    return text
        .filter(written -> !written.equals(node.text()))
        .flatMap(written ->
            site.edits()
                .replace(node, written)
                .patch()
                .map(patch -> Proposal.of("Match `%s`".formatted(written), patch)))
        .stream()
        .toList();
  }

  private static boolean isPattern(Site site) {
    return Nodes.above(
            site.tree().nodeAt(site.primary().range().start()),
            "match_pattern",
            "let_declaration",
            "let_condition",
            "match_arm",
            "block")
        .filter(outer -> !outer.is("block"))
        .filter(outer ->
            outer.is("match_pattern")
                || outer
                    .child("pattern")
                    .filter(p -> p.range().encloses(site.primary().range()))
                    .isPresent())
        .isPresent();
  }

  /// `{ .. }`, or the fields by name where the pattern has as many parts.
  private static Optional<String> fields(Site site, SyntaxNode node, String path, String found) {
    if (!node.is("tuple_struct_pattern")) {
      return Optional.of(path + " { .. }");
    }
    List<SyntaxNode> parts = Named.parts(node);
    List<String> names = declared(site, found);
    boolean ignored = parts.stream().allMatch(p -> p.text().equals("_") || p.text().equals(".."));
    if (ignored) {
      return Optional.of(path + " { .. }");
    }
    if (parts.size() != names.size()) {
      return Optional.empty();
    }
    List<String> written =
        IntStream.range(0, parts.size())
            .mapToObj(i -> {
              String part = parts.get(i).text();
              return part.equals(names.get(i)) ? part : names.get(i) + ": " + part;
            })
            .toList();
    return Optional.of(path + " { " + String.join(", ", written) + " }");
  }

  private static List<String> declared(Site site, String path) {
    String last = path.replaceAll(".*::", "");
    String before = path.replaceAll("::\\w+$", "").replaceAll(".*::", "");
    return site.crate().types(before).stream()
        .flatMap(item -> Named.variants(item.node()).stream())
        .filter(variant -> Named.name(variant).equals(last))
        .findFirst()
        .or(() -> site.crate().types(last).stream().map(CrateFiles.Item::node).findFirst())
        .map(owner -> Named.fields(owner).stream().map(Named::name).toList())
        .orElse(List.of());
  }
}
