package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Imports an unknown name from a crate that the package depends on, or from the package's own
/// library; where no crate has the name, one that is spelled nearly so. Where rustc has found the
/// very import itself nothing is proposed.
///
/// Functions are named by the path of their module, other items are imported, as Rust authors do.
final class ImportFromDependency implements Operation {
  private static final Pattern WORD = Pattern.compile("\\w{2,}");

  /// What `std` exports as well.
  private static final Set<String> OF_STD = Set.of("core", "alloc");

  private static final int ALIKE = 25;
  private static final int PER_CRATE = 2;
  private static final int MAX = 6;

  private final KnownItems known;

  ImportFromDependency(KnownItems known) {
    this.known = known;
  }

  @Override
  public String name() {
    return "import-from-dependency";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<NameKind> kind = NameKind.of(site);
    String name = site.primary().text();
    if (kind.isEmpty()
        || !WORD.matcher(name).matches()
        || !isAlone(site.node())
        || isSuggested(site, name)) {
      return List.of();
    }
    List<KnownCrate> crates =
        known.crates(site.file(), site.snapshot()).stream()
            .filter(crate -> !OF_STD.contains(crate.name()))
            .toList();
    var proposals = new ArrayList<Proposal>();
    for (KnownCrate crate : crates) {
      crate.named(name).stream()
          .filter(item -> fits(kind.get(), item.kind()))
          .limit(PER_CRATE)
          .flatMap(item -> imported(site, item, name).stream())
          .forEach(proposals::add);
    }
    if (proposals.isEmpty() && site.diagnostic().suggestions().isEmpty()) {
      crates.forEach(crate -> alike(site, kind.get(), crate, name).forEach(proposals::add));
    }
    return proposals.stream().limit(MAX).toList();
  }

  private static boolean isAlone(SyntaxNode node) {
    return Nodes.above(node, "use_declaration").isEmpty()
        && (node.field().filter("name"::equals).isEmpty()
            || node.parent().filter(p -> p.kind().startsWith("scoped_")).isEmpty());
  }

  private static boolean fits(NameKind kind, ItemKind item) {
    return switch (kind) {
      case FUNCTION -> item == ItemKind.FUNCTION || item == ItemKind.STRUCT;
      case VALUE -> item == ItemKind.CONST || item == ItemKind.STATIC || item == ItemKind.FUNCTION;
      case TYPE ->
          switch (item) {
            case STRUCT, UNION, ENUM, TYPE, TRAIT -> true;
            case FUNCTION, IMPL, MODULE, CONST, STATIC, MACRO, USE, EXTERN_CRATE, EXTERN_BLOCK ->
                false;
          };
      case TRAIT -> item == ItemKind.TRAIT;
      case PATTERN -> item == ItemKind.STRUCT || item == ItemKind.CONST;
      case MODULE -> item == ItemKind.MODULE;
    };
  }

  /// Whether rustc proposes to import something of this name: it has looked everywhere then.
  static boolean isSuggested(Site site, String name) {
    return site.diagnostic().suggestions().stream()
        .flatMap(suggestion -> suggestion.patch().edits().values().stream())
        .flatMap(List::stream)
        .anyMatch(edit -> edit.newText().contains("::" + name + ";"));
  }

  private static List<Proposal> alike(Site site, NameKind kind, KnownCrate crate, String name) {
    return crate.close(name).stream()
        .filter(_ -> name.length() > 3)
        .flatMap(near -> crate.named(near).stream().limit(1))
        .filter(item -> fits(kind, item.kind()))
        .limit(PER_CRATE)
        .flatMap(item -> imported(site, item, name).stream())
        .map(proposal -> proposal.penalized(ALIKE))
        .toList();
  }

  /// The name is written anew where it differs from the item's.
  private static Optional<Proposal> imported(Site site, PublicItem item, String name) {
    boolean same = item.name().equals(name);
    if (item.kind() == ItemKind.FUNCTION) {
      return site.edits()
          .replace(site.primary().range(), item.path())
          .patch()
          .map(patch -> Proposal.of("Write `%s`".formatted(item.path()), patch));
    }
    Edits edits = UseDeclarations.add(site.edits(), site.primary(), item.path());
    if (!same) {
      edits.replace(site.primary().range(), item.name());
    }
    String title =
        same
            ? "Import `%s`".formatted(item.path())
            : "Write `%s` and import `%s`".formatted(item.name(), item.path());
    return edits.patch().map(patch -> Proposal.of(title, patch));
  }
}
