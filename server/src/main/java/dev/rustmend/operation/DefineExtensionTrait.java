package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Puts the methods of an inherent impl that Rust does not allow into a trait of the crate's own.
///
/// Answers E0116, E0118, E0390 and E0785: the type is foreign, primitive, a reference or a
/// parameter. Calls stay as they are where the trait is in scope. For a reference to a type of the
/// crate's own the methods become that type's.
final class DefineExtensionTrait implements Operation {
  @Override
  public String name() {
    return "define-extension-trait";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> impl = site.enclosing("impl_item").filter(i -> i.child("trait").isEmpty());
    Optional<SyntaxNode> type = impl.flatMap(i -> i.child("type"));
    Optional<SyntaxNode> body = impl.flatMap(i -> i.child("body"));
    if (type.isEmpty() || body.isEmpty()) {
      return List.of();
    }
    List<SyntaxNode> members = Declarations.members(impl.orElseThrow());
    Optional<Proposal> own = onOwnType(site, type.get(), members);
    if (own.isPresent()) {
      return List.of(own.get());
    }
    boolean parameter =
        Declarations.generics(impl.get()).stream()
            .anyMatch(p -> Declarations.name(p).equals(type.get().text()));
    String name = name(site, parameter ? "" : Declarations.wordOf(type.get().text()), members);
    boolean open = members.stream().anyMatch(m -> m.text().startsWith("pub"));
    Edits edits = site.edits();
    String used = usedGenerics(impl.get(), members);
    edits.insert(
        Declarations.start(impl.get()),
        trait(impl.get(), (open ? "pub " : "") + "trait " + name + used, members));
    edits.insert(type.get().range().start(), name + arguments(used) + " for ");
    for (SyntaxNode member : members) {
      Declarations.childOf(member, "visibility_modifier")
          .ifPresent(v ->
              edits.delete(
                  new dev.rustmend.text.TextRange(
                      v.range().start(), after(member, v).range().start())));
    }
    return Declarations.one(
        "Define the trait `%s` with the methods for `%s`".formatted(name, type.get().text()),
        edits);
  }

  /// Methods on a reference to a type of the crate's own are methods of the type that take it by
  /// reference: `self` becomes `&self` and `Self` becomes `&Self`.
  private static Optional<Proposal> onOwnType(
      Site site, SyntaxNode type, List<SyntaxNode> members) {
    Optional<SyntaxNode> inner = type.child("type").filter(_ -> type.is("reference_type"));
    String lead = inner.map(of -> Declarations.until(type, of)).orElse("");
    boolean own =
        inner.filter(of -> !site.crate().types(CrateFiles.baseName(of)).isEmpty()).isPresent();
    if (!own || lead.contains("'")) {
      return Optional.empty();
    }
    Edits edits = site.edits().replace(type, inner.get().text());
    for (SyntaxNode member : members) {
      Callee.self(member)
          .filter(self -> self.text().equals("self"))
          .ifPresent(self -> edits.insert(self.range().start(), lead));
      Declarations.named(member, "Self").forEach(name -> edits.insert(name.range().start(), lead));
    }
    return edits
        .patch()
        .map(patch ->
            Proposal.of(
                "Make it methods of `%s` that take `%sself`".formatted(inner.get().text(), lead),
                patch));
  }

  private static SyntaxNode after(SyntaxNode member, SyntaxNode child) {
    List<SyntaxNode> children = member.children();
    return children.get(children.indexOf(child) + 1);
  }

  /// The impl's parameters that the members name, as the trait declares them.
  private static String usedGenerics(SyntaxNode impl, List<SyntaxNode> members) {
    List<String> used =
        Declarations.generics(impl).stream()
            .filter(p -> members.stream().anyMatch(m -> mentionsInHead(m, Declarations.name(p))))
            .map(SyntaxNode::text)
            .toList();
    return used.isEmpty() ? "" : "<" + String.join(", ", used) + ">";
  }

  private static boolean mentionsInHead(SyntaxNode member, String name) {
    String head = member.text();
    int body = member.child("body").map(b -> b.range().start() - member.range().start()).orElse(-1);
    String text = body > 0 && body <= head.length() ? head.substring(0, body) : head;
    return text.matches("(?s).*(?<![\\w'])\\Q" + name + "\\E\\b.*");
  }

  private static String arguments(String generics) {
    return generics.replaceAll(":[^,>]*(<[^>]*>)?[^,>]*", "").replaceAll("const ", "");
  }

  private static String name(Site site, String word, List<SyntaxNode> members) {
    String base =
        word.isEmpty() && !members.isEmpty() ? camel(Declarations.name(members.getFirst())) : word;
    String name = word.isEmpty() ? base : base + "Ext";
    return site.crate().definitions(name).isEmpty() ? name : name + "2";
  }

  private static String camel(String snake) {
    return java.util.regex.Pattern.compile("_")
        .splitAsStream(snake)
        .filter(part -> !part.isEmpty())
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }

  private static String trait(SyntaxNode impl, String head, List<SyntaxNode> members) {
    String indent = Declarations.indent(impl);
    String lines =
        members.stream()
            .map(member -> indent + "    " + DeclareInTrait.declaration(member) + "\n")
            .collect(Collectors.joining());
    String inside = lines.isEmpty() ? " {}" : " {\n" + lines + indent + "}";
    return head + inside + "\n\n" + indent;
  }
}
