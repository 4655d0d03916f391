package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a visibility that Rust knows, or widens one that does not reach far enough.
///
/// Answers E0577, E0704 and E0742 at the modifier, and E0364, E0365 and E0624 at the definition that
/// rustc points at.
final class CorrectVisibility implements Operation {
  private static final int WIDE = 20;

  @Override
  public String name() {
    return "correct-visibility";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> modifier = site.enclosing("visibility_modifier");
    return modifier.map(node -> restricted(site, node)).orElseGet(() -> widened(site));
  }

  private static List<Proposal> restricted(Site site, SyntaxNode modifier) {
    String path = modifier.text().replaceFirst("^pub\\s*\\(\\s*(in\\s+)?", "").replaceFirst("\\s*\\)$", "");
    String last = path.replaceFirst(".*::", "");
    List<String> around =
        modifier.ancestors().filter(up -> up.is("mod_item")).map(Declarations::name).toList();
    var found = new ArrayList<Proposal>();
    int at = around.indexOf(last);
    var forms = new ArrayList<String>();
    if (at == 0) {
      forms.add("pub(self)");
    } else if (at == 1) {
      forms.add("pub(super)");
    }
    forms.add("pub(crate)");
    for (String form : forms) {
      found.addAll(
          Declarations.one(
              "Make it visible as `%s`".formatted(form),
              site.edits().replace(modifier, form),
              found.size() * WIDE));
    }
    return found;
  }

  private static List<Proposal> widened(Site site) {
    var places = new ArrayList<Place>(site.labeled("private … defined here"));
    places.addAll(site.noted("consider marking `$name` as `pub` in the imported module | …defined here"));
    var found = new ArrayList<Proposal>();
    for (Place place : places) {
      Optional<SyntaxNode> item = Declarations.item(place.node());
      if (item.isEmpty()) {
        continue;
      }
      Optional<SyntaxNode> old = Declarations.childOf(item.get(), "visibility_modifier");
      for (String word : List.of("pub(crate)", "pub")) {
        Edits edits = new Edits(place.file());
        if (old.isPresent()) {
          edits.replace(old.get(), word);
        } else {
          edits.insert(item.get().range().start(), word + " ");
        }
        found.addAll(
            Declarations.one(
                "Make `%s` visible with `%s`".formatted(Declarations.name(item.get()), word),
                edits,
                found.size() * WIDE));
      }
    }
    return found;
  }
}
