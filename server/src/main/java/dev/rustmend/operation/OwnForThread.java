package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes an owned copy of a borrowed parameter before it goes into a thread or task that may
/// outlive the function (E0521): `let line = line.to_string();`.
final class OwnForThread implements Operation {
  private static final Pattern ESCAPES =
      Pattern.compile("^`(\\w+)` escapes the function body here");
  private static final int COPY = 12;

  @Override
  public String name() {
    return "own-for-thread";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> parameter =
        site.find(ESCAPES)
            .flatMap(name -> Bindings.binding(site.node(), name))
            .flatMap(name -> Nodes.above(name, "parameter"));
    Optional<SyntaxNode> type = parameter.flatMap(node -> node.child("type"));
    Optional<HoistPoint> point = HoistPoint.of(site.node());
    if (type.filter(t -> t.is("reference_type")).isEmpty() || point.isEmpty()) {
      return List.of();
    }
    String name = parameter.flatMap(node -> node.child("pattern")).map(SyntaxNode::text).orElse("");
    SyntaxNode target = type.get().child("type").orElse(type.get());
    String method =
        target.text().equals("str") ? "to_string" : target.is("slice_type") ? "to_vec" : "clone";
    var found = new ArrayList<Proposal>();
    SyntaxNode before = point.get().target();
    Edits edits = site.edits();
    Lines.insertBefore(
        edits, site.primary(), before, "let %s = %s.%s();".formatted(name, name, method));
    edits
        .patch()
        .ifPresent(patch ->
            found.add(
                Proposal.of("Make a copy of `%s` for the thread".formatted(name), patch)
                    .penalized(COPY)));
    return found;
  }
}
