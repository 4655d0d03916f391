package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names the value behind `..` in a struct literal that has none: a variable that was built as the
/// same type, or the type's default.
final class CompleteBase implements Operation {
  private static final int DEFAULT = 10;

  @Override
  public String name() {
    return "complete-base";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> literal =
        site.enclosing("struct_expression", "assignment_expression", "let_declaration");
    if (literal.isEmpty()) {
      return List.of();
    }
    String source = literal.get().text();
    String type =
        (literal.get().is("let_declaration") ? source.replaceFirst("(?s)^[^=]*=\\s*", "") : source)
            .replaceFirst("(?s)[\\s{].*", "")
            .replaceAll("<.*", "")
            .replaceAll(".*::", "");
    int at = site.primary().range().end();
    var proposals = new ArrayList<Proposal>();
    for (Map.Entry<String, SyntaxNode> local :
        dev.rustmend.syntax.Bindings.visible(literal.get()).entrySet()) {
      if (isOf(local.getValue(), type)) {
        site.edits()
            .insert(at, local.getKey())
            .patch()
            .map(patch -> proposal("`" + local.getKey() + "`", patch))
            .ifPresent(proposals::add);
      }
    }
    boolean hasDefault =
        site.crate().types(type).stream()
            .anyMatch(item -> DerivedTraits.has(site, item, "Default"));
    if (hasDefault) {
      site.edits()
          .insert(at, "Default::default()")
          .patch()
          .map(patch -> proposal("the default", patch).penalized(DEFAULT))
          .ifPresent(proposals::add);
    }
    return proposals;
  }

  private static Proposal proposal(String base, Patch patch) {
    return Proposal.of("Take the other fields from %s".formatted(base), patch);
  }

  private static boolean isOf(SyntaxNode binding, String type) {
    Optional<SyntaxNode> declared = Nodes.above(binding, "let_declaration", "parameter", "block");
    String written =
        declared.flatMap(node -> node.child("type")).map(CrateFiles::baseName).orElse("");
    String built =
        declared
            .flatMap(node -> node.child("value"))
            .map(value -> value.text().replaceFirst("(?s)[\\s{(].*", ""))
            .orElse("");
    return written.equals(type) || built.equals(type) || built.startsWith(type + "::");
  }
}
