package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;

/// Names the variant where an enum itself stands as a value: the only one without data, or `None`.
/// Where there are others, its author chooses.
final class AppendVariant implements Operation {
  @Override
  public String name() {
    return "append-variant";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    if (!site.diagnostic().message().contains("found enum `")) {
      return List.of();
    }
    List<String> quoted = site.quoted();
    String type = quoted.isEmpty() ? "" : quoted.getFirst().replaceAll(".*::", "");
    List<String> variants = new ArrayList<>();
    if (type.equals("Option")) {
      variants.add("None");
    }
    site.crate().types(type).stream()
        .flatMap(item -> Named.variants(item.node()).stream())
        .filter(NameKind.VALUE::fitsVariant)
        .map(Named::name)
        .forEach(variants::add);
    if (variants.size() != 1) {
      return List.of();
    }
    String variant = "::" + variants.getFirst();
    boolean only =
        site.crate().types(type).stream().allMatch(item -> Named.variants(item.node()).size() == 1)
            && !type.equals("Option");
    SyntaxNode node = site.node();
    return site.edits().insert(node.range().end(), variant).patch().stream()
        .map(patch -> Proposal.of("Write `%s%s`".formatted(node.text(), variant), patch))
        .map(proposal -> only ? proposal : proposal.inventing())
        .toList();
  }
}
