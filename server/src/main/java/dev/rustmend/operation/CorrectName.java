package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Corrects an unknown name to one that is alike and of the right sort: another case, a plural, a
/// word more or less, or a few letters apart. Looks further than rustc does, which offers one name
/// a few letters apart in the same scope.
final class CorrectName implements Operation {
  private static final Pattern WORD = Pattern.compile("(r#)?\\w+");
  private static final int PER_STEP = 4;
  private static final int IMPORTED = 4;

  @Override
  public String name() {
    return "correct-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<NameKind> kind = NameKind.of(site);
    String name = site.primary().text();
    if (kind.isEmpty()
        || !WORD.matcher(name).matches()
        || follows(site.node())
        || isDeclaredLater(site.node(), name)) {
      return List.of();
    }
    Map<String, String> scope =
        Scope.of(
            site,
            kind.get(),
            other -> other.equals(name) || NearNames.distance(name, other).isPresent());
    if (name.equals(scope.get(name))) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    for (String near : NearNames.near(name, scope.keySet())) {
      String text = scope.getOrDefault(near, near);
      site.edits()
          .replace(site.primary().range(), text)
          .patch()
          .map(patch -> proposal(name, near, text, patch))
          .ifPresent(proposals::add);
    }
    if (proposals.isEmpty() || kind.get() == NameKind.TYPE || kind.get() == NameKind.TRAIT) {
      proposals.addAll(standard(site, kind.get(), name));
    }
    return proposals;
  }

  private static Proposal proposal(
      String name, String near, String text, dev.rustmend.text.Patch patch) {
    OptionalInt distance = NearNames.distance(name, near);
    return Proposal.of("Write `%s` instead of `%s`".formatted(text, name), patch)
        .penalized(PER_STEP * distance.orElse(0));
  }

  /// Names of the standard library that are alike, with their import.
  private static List<Proposal> standard(Site site, NameKind kind, String name) {
    if (kind == NameKind.VALUE || kind == NameKind.PATTERN) {
      return List.of();
    }
    var proposals = new ArrayList<Proposal>();
    for (String near : NearNames.near(name, StdNames.names())) {
      OptionalInt distance = NearNames.distance(name, near);
      if (distance.orElse(9) > 3 || NearNames.isTypeName(near) == (kind == NameKind.FUNCTION)) {
        continue;
      }
      for (String path : StdNames.paths(near)) {
        Edits edits = site.edits().replace(site.primary().range(), near);
        boolean known = UseDeclarations.names(UseDeclarations.module(site.node())).contains(near);
        if (!known && !StdNames.isPrelude(near)) {
          UseDeclarations.add(edits, site.primary(), path);
        }
        edits
            .patch()
            .map(patch ->
                Proposal.of("Write `%s`, which is `%s`".formatted(near, path), patch)
                    .penalized(IMPORTED + PER_STEP * distance.orElse(0)))
            .ifPresent(proposals::add);
      }
    }
    return proposals.stream().limit(4).toList();
  }

  /// Whether a block around declares the very name behind the use: it is spelled as it should be.
  private static boolean isDeclaredLater(SyntaxNode node, String name) {
    return node.ancestors()
        .takeWhile(outer -> !outer.is("function_item"))
        .filter(outer -> outer.is("block"))
        .flatMap(block -> Flow.statements(block).stream())
        .filter(statement -> statement.range().start() > node.range().end())
        .anyMatch(statement -> Flow.declared(statement).contains(name));
  }

  private static boolean follows(SyntaxNode node) {
    return node.field().filter("name"::equals).isPresent()
        && node.parent().filter(p -> p.kind().startsWith("scoped_")).isPresent();
  }
}
