package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives up `Copy` for a type that can not have it: `Clone` takes its place, unless it is derived
/// already or the type holds a `&mut`.
///
/// Answers E0184 and E0204 at a derive, and E0204 at an `impl Copy`, which becomes a derive of
/// `Clone`, or an impl of it through the fields.
final class DropCopyFromDerive implements Operation {
  private static final int BY_HAND = 200;

  @Override
  public String name() {
    return "drop-copy-from-derive";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> attribute =
        site.enclosing("attribute_item").filter(node -> node.text().contains("derive"));
    // rustc points at the type's name, not at the derive
    Optional<SyntaxNode> above =
        Declarations.item(site.node())
            .filter(Declarations::isTypeItem)
            .flatMap(item ->
                Declarations.attributes(item).stream()
                    .filter(a -> a.text().contains("derive") && Declarations.mentions(a, "Copy"))
                    .findFirst());
    if (attribute.isPresent() || above.isPresent()) {
      return derive(site, attribute.or(() -> above).orElseThrow());
    }
    return site.enclosing("impl_item").map(impl -> impl(site, impl)).orElse(List.of());
  }

  private static List<Proposal> derive(Site site, SyntaxNode attribute) {
    List<SyntaxNode> words =
        attribute.descendants().filter(node -> node.is("identifier")).skip(1).toList();
    Optional<SyntaxNode> copy =
        words.stream().filter(word -> word.text().equals("Copy")).findFirst();
    Optional<SyntaxNode> type = following(attribute);
    if (copy.isEmpty() || type.isEmpty()) {
      return List.of();
    }
    boolean cloneable = !type.get().text().contains("&'") || !type.get().text().contains("mut ");
    Optional<SyntaxNode> clone =
        words.stream().filter(word -> word.text().equals("Clone")).findFirst();
    String name = Declarations.name(type.get());
    if (cloneable && clone.isEmpty() && !implementsClone(site, name)) {
      return Declarations.one(
          "Derive `Clone` in place of `Copy` for `%s`".formatted(name),
          site.edits().replace(copy.get(), "Clone"));
    }
    var gone = new ArrayList<SyntaxNode>(List.of(copy.get()));
    if (!cloneable) {
      clone.ifPresent(gone::add);
    }
    Edits edits = site.edits();
    if (gone.size() == words.size()) {
      edits.deleteLine(site.file(), site.text(), attribute.range());
    } else if (gone.size() == 1) {
      edits.delete(Declarations.withComma(copy.get()));
    } else {
      List<String> left =
          words.stream().filter(word -> !gone.contains(word)).map(SyntaxNode::text).toList();
      edits.replace(attribute, "#[derive(" + String.join(", ", left) + ")]");
    }
    return Declarations.one("Give up `Copy` for `%s`".formatted(name), edits);
  }

  private static boolean implementsClone(Site site, String name) {
    return site.crate().impls(name).stream()
        .anyMatch(item -> Declarations.traitName(item.node()).filter("Clone"::equals).isPresent());
  }

  /// The item behind an attribute.
  static Optional<SyntaxNode> following(SyntaxNode attribute) {
    return attribute.parent().stream()
        .flatMap(parent -> parent.namedChildren().stream())
        .filter(
            node -> node.range().start() >= attribute.range().end() && !node.is("attribute_item"))
        .findFirst();
  }

  private static List<Proposal> impl(Site site, SyntaxNode impl) {
    Optional<SyntaxNode> trait = impl.child("trait").filter(t -> t.text().equals("Copy"));
    Optional<CrateFiles.Item> item =
        impl.child("type").map(CrateFiles::baseName).flatMap(name -> Declarations.type(site, name));
    Optional<SyntaxNode> type = item.map(CrateFiles.Item::node);
    Optional<SyntaxNode> body = impl.child("body");
    if (trait.isEmpty() || type.isEmpty() || body.isEmpty()) {
      return List.of();
    }
    String name = Declarations.name(type.get());
    if (implementsClone(site, name)
        || Declarations.attributes(type.get()).stream().anyMatch(a -> a.text().contains("Clone"))) {
      return List.of();
    }
    String indent = Declarations.indent(impl) + "    ";
    String made =
        "{\n"
            + indent
            + "fn clone(&self) -> Self {\n"
            + indent
            + "    "
            + cloned(type.get()).replace("\n", "\n" + indent + "    ")
            + "\n"
            + indent
            + "}\n"
            + Declarations.indent(impl)
            + "}";
    Edits edits = site.edits().replace(trait.get(), "Clone").replace(body.get(), made);
    var found = new ArrayList<Proposal>();
    if (Declarations.members(impl).isEmpty()) {
      Edits derived = site.edits();
      derived.delete(withBlankLine(site, impl));
      Derives.insert(derived, item.get(), List.of("Clone"));
      found.addAll(
          Declarations.one("Derive `Clone` in place of `Copy` for `%s`".formatted(name), derived));
    }
    found.addAll(
        Declarations.one(
            "Implement `Clone` in place of `Copy` for `%s`".formatted(name), edits, BY_HAND));
    return found;
  }

  private static String cloned(SyntaxNode type) {
    Optional<List<String>> fields = StandardBodies.fields(type);
    if (fields.isPresent()) {
      return StandardBodies.cloned(type, fields.get());
    }
    var arms = new ArrayList<String>();
    for (SyntaxNode variant : type.child("body").map(SyntaxNode::namedChildren).orElse(List.of())) {
      if (variant.is("enum_variant")) {
        arms.add("    " + arm(variant) + ",");
      }
    }
    return "match self {\n" + String.join("\n", arms) + "\n}";
  }

  private static String arm(SyntaxNode variant) {
    String path = "Self::" + Declarations.name(variant);
    Optional<SyntaxNode> body = variant.child("body");
    if (body.isEmpty()) {
      return path + " => " + path;
    }
    boolean tuple = body.get().is("ordered_field_declaration_list");
    var names = new ArrayList<String>();
    for (SyntaxNode child : body.get().namedChildren()) {
      if (child.is("field_declaration")) {
        names.add(Declarations.name(child));
      } else if (child.field().filter("type"::equals).isPresent()) {
        names.add("value" + (names.isEmpty() ? "" : String.valueOf(names.size() + 1)));
      }
    }
    String pattern = String.join(", ", names);
    String values =
        String.join(
            ", ",
            names.stream().map(n -> tuple ? n + ".clone()" : n + ": " + n + ".clone()").toList());
    return tuple
        ? path + "(" + pattern + ") => " + path + "(" + values + ")"
        : path + " { " + pattern + " } => " + path + " { " + values + " }";
  }

  /// The lines of the impl with the blank one before them.
  private static TextRange withBlankLine(Site site, SyntaxNode impl) {
    TextRange whole = new TextRange(Declarations.start(impl), impl.range().end());
    TextRange lines = Lines.lines(site.text(), whole);
    byte[] bytes = site.text().bytes();
    int start = lines.start();
    boolean blank = start > 1 && bytes[start - 1] == '\n' && bytes[start - 2] == '\n';
    return new TextRange(blank ? start - 1 : start, lines.end());
  }
}
