package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Settles a field that a declaration or a literal has twice: gives the second declaration a name
/// of its own, removes an initializer that says the same again.
final class SettleRepeatedField implements Operation {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)");

  @Override
  public String name() {
    return "settle-repeated-field";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    return site.diagnostic().codeText().equals("E0124") ? declared(site) : initialized(site);
  }

  private static List<Proposal> declared(Site site) {
    Optional<SyntaxNode> field = site.enclosing("field_declaration");
    Optional<SyntaxNode> name = field.flatMap(node -> node.child("name"));
    Optional<SyntaxNode> owner = field.flatMap(SyntaxNode::parent);
    if (name.isEmpty() || owner.isEmpty()) {
      return List.of();
    }
    String old = name.get().text();
    String fresh = next(owner.get(), old);
    return site.edits().replace(name.get(), fresh).patch().stream()
        .map(patch ->
            Proposal.of("Rename the second field `%s` to `%s`".formatted(old, fresh), patch))
        .toList();
  }

  private static String next(SyntaxNode owner, String name) {
    List<String> taken = owner.namedChildren().stream().map(Named::name).toList();
    Matcher numbered = NUMBERED.matcher(name);
    String stem = numbered.matches() ? numbered.group(1) : name;
    int number = numbered.matches() ? parsed(numbered.group(2)) + 1 : 2;
    if (name.length() == 1) {
      String other = FreshName.beside(owner, name);
      return taken.contains(other) ? stem + number : other;
    }
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }

  private static int parsed(String digits) {
    return digits.length() > 6 ? 1 : Integer.parseInt(digits);
  }

  private static List<Proposal> initialized(Site site) {
    Optional<SyntaxNode> second =
        site.enclosing("field_initializer", "shorthand_field_initializer");
    Optional<SyntaxNode> body = second.flatMap(SyntaxNode::parent);
    if (body.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> fields = body.get().namedChildren();
    int index = fields.indexOf(second.get());
    boolean same =
        fields.subList(0, Math.max(0, index)).stream()
            .anyMatch(field -> field.text().equals(second.get().text()));
    if (!same) {
      return List.of();
    }
    var range = new TextRange(fields.get(index - 1).range().end(), second.get().range().end());
    return site.edits().delete(range).patch().stream()
        .map(patch -> Proposal.of("Remove the repeated `%s`".formatted(second.get().text()), patch))
        .toList();
  }
}
