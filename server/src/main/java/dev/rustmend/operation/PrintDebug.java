package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prints with `{:?}` what has no text for users, and derives `Debug` on the crate's own type where
/// that is missing as well.
///
/// rustc says ``` `T` doesn't implement `Display` ``` and points at the argument, or at the
/// placeholder with its name inside.
final class PrintDebug implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile("`(.+)` doesn't implement `(?:std::fmt::)?Display`");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|\\{([^{}:]*)(:[^{}]*)?\\}");

  @Override
  public String name() {
    return "print-debug";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher message = MESSAGE.matcher(site.diagnostic().message());
    Optional<SyntaxNode> macro =
        site.tree(site.file())
            .flatMap(tree -> tree.enclosing(site.primary().range(), Set.of("macro_invocation")));
    if (!message.find() || macro.isEmpty()) {
      return List.of();
    }
    Optional<SyntaxNode> literal =
        macro.get().descendants().filter(node -> node.is("string_literal")).findFirst();
    return literal
        .flatMap(format -> place(site, macro.get(), format))
        .map(at -> {
          Edits edits = site.edits().insert(at.start(), at.isEmpty() ? ":?" : "?");
          return proposal(site, RustType.of(message.group(1)), edits);
        })
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Proposal> proposal(Site site, RustType type, Edits edits) {
    List<CrateFiles.Item> own = site.crate().types(type.bare().name());
    boolean underived = own.size() == 1 && !DeriveTraits.derives(own.getFirst(), "Debug");
    boolean implemented =
        site.crate().impls(type.bare().name()).stream()
            .anyMatch(impl -> impl.item().name().contains("Debug for"));
    if (underived && !implemented) {
      DeriveTraits.everywhere(site.crate(), own.getFirst(), "Debug", edits);
    }
    String title =
        "Print with `{:?}`"
            + (underived && !implemented
                ? " and derive `Debug` for `" + own.getFirst().item().name() + "`"
                : "");
    return edits.patch().map(patch -> Proposal.of(title, patch).penalized(own.isEmpty() ? 0 : 4));
  }

  /// Where `:?` has to be put, as an empty range, or where the colon is there already, `?` as a
  /// range of one byte before the brace.
  private static Optional<TextRange> place(Site site, SyntaxNode macro, SyntaxNode format) {
    TextRange primary = site.primary().range();
    int wanted = format.range().encloses(primary) ? -1 : position(macro, format, primary);
    int next = 0;
    Matcher placeholder = PLACEHOLDER.matcher(format.text());
    while (placeholder.find()) {
      if (placeholder.group(1) == null) {
        continue;
      }
      int start = format.range().start() + bytes(format.text().substring(0, placeholder.start()));
      int end = format.range().start() + bytes(format.text().substring(0, placeholder.end()));
      boolean inside = wanted < 0 && start <= primary.start() && primary.end() <= end;
      boolean numbered = placeholder.group(1).isEmpty();
      boolean counted = wanted >= 0 && numbered && next == wanted;
      boolean named = wanted >= 0 && placeholder.group(1).equals(Integer.toString(wanted));
      if (inside || counted || named) {
        boolean colon = placeholder.group(2) != null;
        return Optional.of(colon ? new TextRange(end - 1, end) : TextRange.at(end - 1));
      }
      next += numbered ? 1 : 0;
    }
    return Optional.empty();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /// Which argument behind the format the primary span is.
  private static int position(SyntaxNode macro, SyntaxNode format, TextRange primary) {
    SyntaxNode tree = format.parent().orElse(macro);
    int position = -1;
    for (SyntaxNode child : tree.children()) {
      if (child.range().start() < format.range().end()) {
        continue;
      }
      if (child.range().start() > primary.start()) {
        break;
      }
      if (child.text().equals(",")) {
        position++;
      }
    }
    return Math.max(0, position);
  }
}
