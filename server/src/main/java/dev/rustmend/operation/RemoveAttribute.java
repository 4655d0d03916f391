package dev.rustmend.operation;

import dev.rustmend.syntax.Damage;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Removes an attribute that means nothing here: a feature gate on a stable compiler or of a
/// feature that is gone, a stability mark outside of the standard library, an internal attribute.
///
/// Answers E0554, E0557, E0635, E0636, E0658 and E0734. With a feature that is gone its own
/// attribute goes as well, which only a person takes.
final class RemoveAttribute implements Operation {
  private static final Map<String, String> BELONGING =
      Map.of(
          "main", "main",
          "start", "start",
          "unwind_attributes", "unwind",
          "plugin", "plugin",
          "plugin_registrar", "plugin_registrar",
          "on_unimplemented", "rustc_on_unimplemented");

  @Override
  public String name() {
    return "remove-attribute";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> attribute = site.enclosing("attribute_item", "inner_attribute_item");
    if (attribute.isEmpty()) {
      return List.of();
    }
    boolean feature = attribute.get().text().contains("feature");
    List<SyntaxNode> words =
        attribute.get().descendants().filter(node -> node.is("identifier")).skip(1).toList();
    Edits edits = site.edits();
    String title = "Remove `%s`".formatted(attribute.get().text().replaceAll("\\s+", " "));
    Optional<SyntaxNode> word =
        words.stream().filter(w -> w.range().equals(site.primary().range())).findFirst();
    String code = site.diagnostic().codeText();
    if (feature && word.isPresent() && words.size() > 1 && !code.equals("E0554")) {
      edits.delete(Declarations.withComma(word.get()));
      title = "Remove the feature `%s`".formatted(word.get().text());
    } else {
      edits.deleteLine(site.file(), site.text(), attribute.get().range());
    }
    boolean used =
        feature
            && code.equals("E0557")
            && word.map(SyntaxNode::text).filter(name -> belonging(site, name, edits)).isPresent();
    return Declarations.one(title, edits).stream()
        .map(made -> used ? made.admitting(Damage.Kind.ATTRIBUTE) : made)
        .toList();
  }

  /// Takes the attributes of the feature away as well; says whether there are any: what they said
  /// has to be said otherwise now.
  private static boolean belonging(Site site, String feature, Edits edits) {
    String own = BELONGING.getOrDefault(feature, feature);
    List<TextRange> attributes =
        site.tree()
            .root()
            .descendants()
            .filter(node -> node.is("attribute_item"))
            .filter(node -> node.text().matches("(?s)#\\[\\s*\\Q" + own + "\\E\\b.*"))
            .map(SyntaxNode::range)
            .toList();
    attributes.forEach(range -> edits.deleteLine(site.file(), site.text(), range));
    return !attributes.isEmpty();
  }
}
