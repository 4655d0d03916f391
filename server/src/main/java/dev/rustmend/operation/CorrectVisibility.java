package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes a visibility that Rust knows, or widens one that does not reach far enough.
///
/// Answers E0577, E0704 and E0742 at the modifier, and E0364, E0365 and E0624 at the definition
/// that rustc points at.
final class CorrectVisibility implements Operation {
  private static final int WIDE = 20;

  @Override
  public String name() {
    return "correct-visibility";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> modifier = site.enclosing("visibility_modifier");
    if (modifier.isPresent()) {
      return restricted(site, modifier.get(), modifier.get().range());
    }
    // the parser does not know `pub(name)`, so its range is found in the text
    return parenthesised(site)
        .map(range -> restricted(site, site.node(), range))
        .orElseGet(() -> widened(site));
  }

  private static Optional<TextRange> parenthesised(Site site) {
    int at = site.primary().range().start();
    String before = site.text().slice(new TextRange(Math.max(0, at - 20), at));
    int open = before.lastIndexOf("pub");
    String after = site.text().slice(new TextRange(at, at + 200));
    int close = after.indexOf(')');
    boolean fits =
        open >= 0 && before.substring(open).matches("pub\\s*\\(\\s*(in\\s+)?") && close >= 0;
    int start = at - (before.length() - Math.max(0, open));
    int end =
        at + after.substring(0, Math.max(0, close)).getBytes(StandardCharsets.UTF_8).length + 1;
    return fits ? Optional.of(new TextRange(start, end)) : Optional.empty();
  }

  private static List<Proposal> restricted(Site site, SyntaxNode inner, TextRange modifier) {
    String path =
        site.text()
            .slice(modifier)
            .replaceFirst("^pub\\s*\\(\\s*(in\\s+)?", "")
            .replaceFirst("\\s*\\)$", "");
    List<String> around =
        inner.ancestors().filter(up -> up.is("mod_item")).map(Declarations::name).toList();
    var found = new ArrayList<Proposal>();
    int at = nearest(path, around);
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

  /// Which of the modules around, from the inside, is the last that the path names; -1 for none.
  private static int nearest(String path, List<String> around) {
    for (String rest = path; !rest.isEmpty(); ) {
      int colons = rest.lastIndexOf("::");
      int at = around.indexOf(rest.substring(colons < 0 ? 0 : colons + 2));
      if (at >= 0) {
        return at;
      }
      rest = colons < 0 ? "" : rest.substring(0, colons);
    }
    return -1;
  }

  private static List<Proposal> widened(Site site) {
    var places = new ArrayList<Place>(site.labeled("private … defined here"));
    places.addAll(site.noted("…defined here"));
    boolean exported = List.of("E0364", "E0365").contains(site.diagnostic().codeText());
    if (exported && !site.quoted().isEmpty()) {
      // a re-export names an item of the crate, which is as visible as it may be exported
      site.crate()
          .definitions(site.quoted().getFirst())
          .forEach(item -> places.add(Place.of(item.file(), item.node())));
    }
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
