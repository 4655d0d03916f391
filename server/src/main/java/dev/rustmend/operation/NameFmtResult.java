package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Writes `std::fmt::Result` where a method `fmt` returns a bare `Result`.
///
/// Answers E0107. The traits of `std::fmt` have a `Result` of their own, without arguments; it is
/// written `fmt::Result` where the module is imported.
final class NameFmtResult implements Operation {
  @Override
  public String name() {
    return "name-fmt-result";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> function = Nodes.above(site.node(), "function_item");
    boolean formats =
        site.primary().text().equals("Result")
            && function.filter(f -> Named.name(f).equals("fmt")).isPresent()
            && function
                .flatMap(Named::impl)
                .filter(impl -> impl.child("trait").isPresent())
                .isPresent();
    if (!formats) {
      return List.of();
    }
    String text = site.text().string();
    boolean imported = text.contains("use std::fmt;") || text.contains("fmt::{self");
    String result = imported ? "fmt::Result" : "std::fmt::Result";
    return site.edits()
        .replace(site.primary().range(), result)
        .patch()
        .map(patch -> List.of(Proposal.of("Write `%s`".formatted(result), patch)))
        .orElse(List.of());
  }
}
