package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives a tuple pattern as many parts as the tuple has, the further ones ignored.
///
/// rustc says ``expected a tuple with 3 elements, found one with 2 elements`` at the pattern.
final class FitTuplePattern implements Operation {
  private static final Pattern COUNT =
      Pattern.compile("expected a tuple with (\\d+) elements?, found one with (\\d+) elements?");

  @Override
  public String name() {
    return "fit-tuple-pattern";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> pattern =
        Optional.of(site.node()).filter(node -> node.is("tuple_pattern"));
    Optional<SyntaxNode> loop =
        pattern
            .flatMap(SyntaxNode::parent)
            .filter(node -> node.is("for_expression"))
            .flatMap(node -> node.child("value"));
    boolean pair = pattern.filter(node -> node.namedChildren().size() == 2).isPresent();
    boolean single =
        Mismatch.of(site).filter(types -> !types.expected().bare().isTuple()).isPresent();
    if (loop.isPresent() && pair && single) {
      return counted(site, loop.get());
    }
    for (String remark : site.remarks()) {
      Matcher count = COUNT.matcher(remark);
      if (count.find() && pattern.isPresent()) {
        int lacking = Integer.parseInt(count.group(1)) - Integer.parseInt(count.group(2));
        List<SyntaxNode> parts = pattern.get().namedChildren();
        if (lacking <= 0 || parts.isEmpty()) {
          return List.of();
        }
        String text = lacking > 2 ? ", .." : ", _".repeat(lacking);
        return site
            .edits()
            .insert(parts.getLast().range().end(), text)
            .patch()
            .map(patch -> Proposal.of("Ignore the rest of the tuple in the pattern", patch))
            .stream()
            .toList();
      }
    }
    return List.of();
  }

  /// A loop over elements whose pattern has a place for their number.
  private static List<Proposal> counted(Site site, SyntaxNode value) {
    String name = Value.name(value);
    String open = Nodes.isAtom(value) ? "" : "(";
    String close = Nodes.isAtom(value) ? "" : ")";
    return java.util.stream.Stream.of(
            ".enumerate()", ".iter().enumerate()", ".into_iter().enumerate()")
        .flatMap(suffix ->
            Adaptation.of("enumerate", "Number the elements of " + name, open, close + suffix)
                .proposal(site, value)
                .stream())
        .toList();
  }
}
