package dev.rustmend.operation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Imports a trait of another crate that declares the method or function that is not found, where
/// rustc has not found it itself.
///
/// Rust fact it relies on: the methods of a trait can be called only where the trait is in scope.
final class ImportDependencyTrait implements Operation {
  private static final Pattern MISSING =
      Pattern.compile(
          "no (?:method|function or associated item|associated function) named `(\\w+)` found");
  private static final int MAX = 3;
  private static final int UNSURE = 8;

  private final KnownItems known;

  ImportDependencyTrait(KnownItems known) {
    this.known = known;
  }

  @Override
  public String name() {
    return "import-dependency-trait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MISSING.matcher(site.diagnostic().message());
    if (!message.lookingAt()) {
      return List.of();
    }
    String method = message.group(1);
    List<String> imported = UseDeclarations.names(UseDeclarations.module(site.node()));
    return known.crates(site.file(), site.snapshot()).stream()
        .flatMap(crate -> shortest(crate, method))
        .filter(path -> {
          String name = path.substring(path.lastIndexOf(':') + 1);
          return !imported.contains(name) && !ImportFromDependency.isSuggested(site, name);
        })
        .limit(MAX)
        .flatMap(path -> imported(site, path).stream())
        .toList();
  }

  /// The shortest path of each trait.
  private static Stream<String> shortest(KnownCrate crate, String method) {
    List<PublicItem> traits = crate.traitsWith(method);
    return traits.stream()
        .map(PublicItem::name)
        .distinct()
        .flatMap(name ->
            traits.stream()
                .filter(trait -> trait.name().equals(name))
                .map(PublicItem::path)
                .min(Comparator.comparingInt(String::length))
                .stream());
  }

  private static Optional<Proposal> imported(Site site, String path) {
    return UseDeclarations.add(site.edits(), site.primary(), path)
        .patch()
        .map(
            patch -> Proposal.of("Import the trait `%s`".formatted(path), patch).penalized(UNSURE));
  }
}
