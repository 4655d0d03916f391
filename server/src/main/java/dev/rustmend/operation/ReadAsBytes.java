package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Binds a variable to the bytes of a text that it is used like: with methods of slices, or indexed
/// by numbers.
final class ReadAsBytes implements Operation {
  private static final Pattern METHOD =
      Pattern.compile("no method named `(\\w+)` found for (?:reference `&str`|type `str`)");
  private static final String INDEXED = "the type `str` cannot be indexed by";
  private static final Set<String> OF_SLICES =
      Set.of("first", "last", "split_first", "split_last", "iter", "copied", "to_vec", "concat");
  private static final int MEANING = 10;

  @Override
  public String name() {
    return "read-as-bytes";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Matcher method = METHOD.matcher(site.diagnostic().message());
    boolean called = method.lookingAt() && OF_SLICES.contains(method.group(1));
    Optional<SyntaxNode> receiver =
        called
            ? Named.at(site, "field_expression").flatMap(each -> each.child("value"))
            : site.diagnostic().message().startsWith(INDEXED)
                ? Named.at(site, "index_expression")
                    .flatMap(each -> each.namedChildren().stream().findFirst())
                : Optional.empty();
    Optional<SyntaxNode> let =
        receiver
            .filter(each -> each.is("identifier"))
            .flatMap(each -> Bindings.binding(each, each.text()))
            .flatMap(SyntaxNode::parent)
            .filter(each -> each.is("let_declaration") && each.child("type").isEmpty());
    return let
        .flatMap(each -> each.child("value"))
        .filter(Nodes::isAtom)
        .flatMap(value ->
            site.edits()
                .insert(value.range().end(), ".as_bytes()")
                .patch()
                .map(patch ->
                    Proposal.of("Take the bytes of `%s`".formatted(value.text()), patch)
                        .penalized(MEANING)))
        .stream()
        .toList();
  }
}
