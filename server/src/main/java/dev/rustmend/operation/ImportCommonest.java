package dev.rustmend.operation;

import java.util.List;

/// Imports an unknown name from where it nearly always comes, when rustc offers several places:
/// `Ordering` from `std::cmp`, `PI` from `std::f64::consts`.
final class ImportCommonest implements Operation {
  /// Before rustc's suggestions, whose order is that of the alphabet.
  private static final int PREFERRED = -40;

  @Override
  public String name() {
    return "import-commonest";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String name = site.primary().text();
    List<String> paths = StdNames.paths(name);
    if (paths.isEmpty() || site.diagnostic().suggestions().size() < 2) {
      return List.of();
    }
    return UseDeclarations.add(site.edits(), site.primary(), paths.getFirst()).patch().stream()
        .map(patch ->
            Proposal.of("Import `%s`".formatted(paths.getFirst()), patch).penalized(PREFERRED))
        .toList();
  }
}
