package dev.rustmend.operation;

import dev.rustmend.diagnostic.Suggestion;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Follows the new name of an item in an import and wherever the file uses what it imports.
///
/// Where rustc knows the new name, ``a similar name exists``, it changes the import alone: the
/// names in the bodies are then unknown.
final class RenameImported implements Operation {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final int MOST = 4;
  private static final int SHORT = 2;
  private static final Set<String> NAMES = Set.of("identifier", "type_identifier");

  @Override
  public String name() {
    return "rename-imported";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> use = Nodes.above(site.node(), "use_declaration");
    Optional<SyntaxNode> old = use.flatMap(_ -> last(site.node()));
    if (old.isEmpty() || isTaken(old.get())) {
      return List.of();
    }
    List<SyntaxNode> uses = uses(use.get(), old.get().text());
    return uses.isEmpty()
        ? List.of()
        : names(site, old.get())
            .flatMap(name -> renamed(site, old.get(), uses, name).stream())
            .toList();
  }

  /// Whether the name says too little to be taken for another, or the file declares it elsewhere:
  /// then it is no old name of something.
  private static boolean isTaken(SyntaxNode old) {
    return old.text().length() <= SHORT
        || Declarations.named(old.tree().root(), old.text()).stream()
            .anyMatch(node ->
                node.parent()
                    .filter(Declarations::isItem)
                    .flatMap(item -> item.child("name"))
                    .filter(node::equals)
                    .isPresent());
  }

  private static Optional<Proposal> renamed(
      Site site, SyntaxNode old, List<SyntaxNode> uses, String name) {
    Edits edits = site.edits().replace(old, name);
    uses.forEach(use -> edits.replace(use, name));
    return edits
        .patch()
        .map(patch ->
            Proposal.of(
                "Write `%s` instead of `%s`, here and where it is used".formatted(name, old.text()),
                patch));
  }

  /// The last name of the path at `node`, which is imported without another name.
  private static Optional<SyntaxNode> last(SyntaxNode node) {
    boolean whole =
        Nodes.above(node, "use_as_clause", "use_wildcard").isEmpty()
            && node.parent().filter(up -> up.is("scoped_identifier")).isEmpty();
    SyntaxNode name = node.is("scoped_identifier") ? node.child("name").orElse(node) : node;
    return whole && NAMES.contains(name.kind()) ? Optional.of(name) : Optional.empty();
  }

  /// The names that rustc would write in its place, then items of the crate that are alike.
  private static Stream<String> names(Site site, SyntaxNode old) {
    var names = new ArrayList<String>();
    for (Suggestion suggestion : site.diagnostic().suggestions()) {
      List<TextEdit> edits = suggestion.patch().edits(site.file());
      if (suggestion.message().contains("similar name") && edits.size() == 1) {
        int from = edits.getFirst().range().start() - old.range().start();
        int to = edits.getFirst().range().end() - old.range().start();
        String text = old.text();
        if (from >= 0 && from <= to && to <= text.length()) {
          names.add(text.substring(0, from) + edits.getFirst().newText() + text.substring(to));
        }
      }
    }
    List<String> items =
        site.crate().items().stream()
            .filter(Modules::isFree)
            .map(item -> Named.name(item.node()))
            .toList();
    return Stream.concat(
            names.stream().filter(name -> WORD.matcher(name).matches()),
            NearNames.near(old.text(), items).stream())
        .distinct()
        .limit(MOST);
  }

  /// Where the file uses what `use` imports as `name`: not as a field, a method or a part of a
  /// longer path.
  static List<SyntaxNode> uses(SyntaxNode use, String name) {
    return use.tree()
        .root()
        .descendants()
        .filter(node -> NAMES.contains(node.kind()) && node.text().equals(name))
        .filter(node -> !use.range().encloses(node.range()))
        .filter(node ->
            node.parent()
                .filter(up -> up.is("scoped_identifier") || up.is("scoped_type_identifier"))
                .flatMap(up -> up.child("name"))
                .filter(node::equals)
                .isEmpty())
        .toList();
  }
}
