package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the `forbid` of a lint into `deny`, which exceptions may overrule.
///
/// Answers E0453: a label points at the lint in the `forbid`. Where that is out of reach, for
/// instance on the command line, nothing is proposed.
final class RelaxForbid implements Operation {
  @Override
  public String name() {
    return "relax-forbid";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    var found = new ArrayList<Proposal>();
    for (Place place : site.labeled("`forbid` level set here")) {
      Optional<SyntaxNode> attribute =
          Declarations.at(place.node(), "attribute_item", "inner_attribute_item");
      Optional<SyntaxNode> word =
          attribute.flatMap(a ->
              a.descendants()
                  .filter(n -> n.is("identifier") && n.text().equals("forbid"))
                  .findFirst());
      if (word.isPresent()) {
        Edits edits = new Edits(place.file());
        edits.replace(place.file(), word.get().range(), "deny");
        found.addAll(Declarations.one("Use `deny`, which can be overruled, for `forbid`", edits));
      }
    }
    return found;
  }
}
