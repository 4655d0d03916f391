package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Reads fields of `self` into variables before a closure that outlives the borrow of `self`, and
/// lets the closure own those.
///
/// rustc says of the value that is returned: "lifetime may not live long enough", without a code.
/// With `move` alone the closure would own a reference only. Each field that it uses must be read
/// and plainly copied.
final class CopyFieldForClosure implements Operation {
  private static final int COPY = 6;

  @Override
  public String name() {
    return "copy-field-for-closure";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> closure =
        site.node().descendants().filter(node -> node.is("closure_expression")).findFirst();
    Optional<SyntaxNode> statement = closure.flatMap(Nodes::statement);
    if (closure.isEmpty() || statement.isEmpty() || closure.get().text().startsWith("move")) {
      return List.of();
    }
    List<SyntaxNode> selves = closure.get().descendants().filter(node -> node.is("self")).toList();
    String owner = Named.impl(closure.get()).map(Named::selfType).orElse("");
    Map<String, RustType> fields = new LocalTypes(site.crate()).fields(owner);
    var visible = Bindings.visible(closure.get()).keySet();
    var read = new TreeSet<String>();
    Edits edits = site.edits();
    for (SyntaxNode self : selves) {
      Optional<SyntaxNode> place = self.parent().filter(up -> up.is("field_expression"));
      String field = place.flatMap(up -> up.child("field")).map(SyntaxNode::text).orElse("");
      RustType type = fields.getOrDefault(field, RustType.of("_"));
      if (!type.isCopied()
          || visible.contains(field)
          || place.filter(CopyFieldForClosure::isWritten).isPresent()) {
        return List.of();
      }
      edits.replace(place.orElseThrow(), field);
      read.add(field);
    }
    if (read.isEmpty()) {
      return List.of();
    }
    String indent = Site.indent(site.text(), statement.get().range().start());
    read.forEach(field ->
        edits.insert(
            statement.get().range().start(),
            "let %s = self.%s;\n%s".formatted(field, field, indent)));
    edits.insert(closure.get().range().start(), "move ");
    return Declarations.one(
        "Copy `self.%s` before the closure".formatted(String.join("` and `self.", read)),
        edits,
        COPY);
  }

  private static boolean isWritten(SyntaxNode place) {
    return place
        .parent()
        .filter(up -> up.kind().contains("assignment") || Nodes.borrowsMutably(up))
        .filter(up -> up.child("right").filter(place::equals).isEmpty())
        .isPresent();
  }
}
