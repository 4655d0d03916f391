package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Adds a method that gives out a private field of one of the crate's structs, and calls it where
/// the field is read.
///
/// rustc names the field and its struct (E0616). A copied value is returned as it is, text and
/// lists as slices, anything else by reference. It opens what the methods guard, so only a person
/// takes it.
final class AddGetter implements Operation {
  private static final int INTERFACE = 30;

  @Override
  public String name() {
    return "add-getter";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String field = site.primary().text();
    String type =
        site.message("field `$field` of $kind `$type` is private")
            .map(held -> held.getOrDefault("type", ""))
            .map(text -> text.replaceAll("<.*", "").replaceAll(".*::", ""))
            .orElse("");
    Optional<SyntaxNode> access =
        site.enclosing("field_expression").filter(node -> !isWritten(node));
    Optional<CrateFiles.Item> impl =
        site.crate().impls(type).stream()
            .filter(each -> Declarations.traitName(each.node()).isEmpty())
            .filter(each -> !Named.functions(each.node()).isEmpty())
            .findFirst();
    var types = new LocalTypes(site.crate());
    RustType held = types.fields(type).getOrDefault(field, RustType.of("_"));
    boolean taken = types.methods(type, field).findAny().isPresent();
    if (access.isEmpty()
        || impl.isEmpty()
        || taken
        || !held.isWritable()
        || field.matches("\\d+")) {
      return List.of();
    }
    Edits edits = site.edits();
    SyntaxNode last = Named.functions(impl.get().node()).getLast();
    String indent = Declarations.indent(last);
    edits.insert(impl.get().file(), last.range().end(), method(field, held, indent));
    call(edits, access.get(), held);
    return Declarations.one("Add the method `%s` to `%s`".formatted(field, type), edits, INTERFACE)
        .stream()
        .map(Proposal::exposing)
        .toList();
  }

  private static String method(String field, RustType held, String indent) {
    String result =
        held.isCopied()
            ? held.text()
            : held.isNamed("String")
                ? "&str"
                : held.isNamed("Vec") ? "&[" + held.argument(0) + "]" : "&" + held;
    return """


    pub fn %s(&self) -> %s {
        %sself.%s
    }\
    """
        .formatted(field, result, held.isCopied() ? "" : "&", field)
        .replace("\n", "\n" + indent)
        .replace("\n" + indent + "\n" + indent, "\n\n" + indent);
  }

  /// `&order.name` becomes `order.name()` as well, where that is a reference already.
  private static void call(Edits edits, SyntaxNode access, RustType held) {
    Optional<SyntaxNode> lent =
        access.parent().filter(up -> up.is("reference_expression") && !held.isCopied());
    if (lent.isPresent()) {
      edits.replace(lent.get(), access.text() + "()");
    } else {
      edits.insert(access.range().end(), "()");
    }
  }

  private static boolean isWritten(SyntaxNode access) {
    return access
        .parent()
        .filter(up ->
            (up.kind().contains("assignment")
                    && up.child("left").filter(access::equals).isPresent())
                || Nodes.borrowsMutably(up))
        .isPresent();
  }
}
