package dev.rustmend.operation;

import dev.rustmend.diagnostic.Span;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Imports an item of the standard library under the name that it has, and follows it wherever the
/// file uses it: `VecDeque` where `std::collections::Deque` was asked for, `BufReader` for
/// `std::io::BufferedReader`.
///
/// rustc stops at the import, ``no `Deque` in `collections` ``, and takes the uses for right: where
/// only the import changes, they are unknown. The names of other languages come first, then those
/// of the module that have all words of the wrong one, or the other way round.
final class ImportStdName implements Operation {
  private static final int SAME_WORDS = 6;
  private static final int FURTHER = 8;
  private static final int MOST = 4;
  private static final int SHORTEST = 4;

  @Override
  public String name() {
    return "import-std-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    List<Wrong> wrong =
        site.diagnostic().spans().stream()
            .filter(Span::primary)
            .flatMap(span -> site.place(span).stream())
            .distinct()
            .flatMap(place -> Wrong.of(place).stream())
            .toList();
    if (wrong.isEmpty() || wrong.stream().anyMatch(each -> each.right().isEmpty())) {
      return List.of();
    }
    if (wrong.size() > 1) {
      return proposal(site, wrong, 0).stream().toList();
    }
    int count = Math.min(MOST, wrong.getFirst().right().size());
    return Stream.iterate(0, i -> i < count, i -> i + 1)
        .flatMap(i -> proposal(site, wrong, i).stream())
        .toList();
  }

  private static Optional<Proposal> proposal(Site site, List<Wrong> wrong, int choice) {
    Edits edits = site.edits();
    var said = new ArrayList<String>();
    for (Wrong each : wrong) {
      String right = each.right().get(choice);
      edits.replace(each.name(), right);
      each.uses().forEach(use -> edits.replace(use, right));
      said.add("`%s` instead of `%s`".formatted(right, each.name().text()));
    }
    int penalty = wrong.stream().mapToInt(each -> each.foreign() ? 0 : SAME_WORDS).sum();
    return edits
        .patch()
        .map(patch -> Proposal.of("Import " + String.join(", ", said), patch))
        .map(made -> made.penalized(penalty + FURTHER * choice));
  }

  /// A name that its module does not have, where it is used, and what it can be; `foreign` where
  /// another language calls it so.
  private record Wrong(
      SyntaxNode name, List<SyntaxNode> uses, List<String> right, boolean foreign) {

    static Optional<Wrong> of(Place place) {
      Optional<UsedPath> path = UsedPath.of(place).filter(UsedPath::failsInside);
      Optional<SyntaxNode> use =
          path.flatMap(found -> Nodes.above(found.own().getLast(), "use_declaration"));
      if (use.isEmpty()) {
        return Optional.empty();
      }
      List<String> names = path.get().names();
      boolean last = path.get().failing() == names.size() - 1;
      boolean standard = Set.of("std", "core", "alloc").contains(names.getFirst());
      SyntaxNode name = path.get().own().getLast();
      if (!last || !standard || names.size() < 2 || isBeforeList(name)) {
        return Optional.empty();
      }
      String module = "std::" + String.join("::", names.subList(1, names.size() - 1));
      List<String> foreign = ForeignNames.ofItem(module, names.getLast());
      List<String> right = foreign.isEmpty() ? alike(module, names.getLast()) : foreign;
      boolean renamed =
          Nodes.above(name, "use_as_clause", "use_declaration")
              .filter(up -> up.is("use_as_clause"))
              .isPresent();
      List<SyntaxNode> uses = renamed ? List.of() : RenameImported.uses(use.get(), names.getLast());
      return Optional.of(new Wrong(name, uses, right, !foreign.isEmpty()));
    }

    private static boolean isBeforeList(SyntaxNode name) {
      return Stream.concat(Stream.of(name), name.ancestors())
          .takeWhile(up -> !up.is("use_list") && !up.is("use_declaration"))
          .anyMatch(up -> up.is("scoped_use_list") || up.is("use_wildcard"));
    }

    /// The items of the module whose words have all words of `name`, or are all in it.
    private static List<String> alike(String module, String name) {
      boolean type = NearNames.isTypeName(name);
      Set<String> words = NearNames.words(name);
      return StdNames.in(module).stream()
          .filter(each -> NearNames.isTypeName(each) == type)
          .filter(each -> {
            Set<String> own = NearNames.words(each);
            boolean begins = name.length() >= SHORTEST && each.startsWith(name);
            return begins || own.containsAll(words) || words.containsAll(own);
          })
          .toList();
    }
  }
}
