package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// Names the value that the rest of a struct's fields comes from, behind `..`.
///
/// Answers E0797, and E0063 where fields are missing: a variable of the same type that is in scope,
/// or the default value where the type has one.
final class CompleteStructBase implements Operation {
  private static final int STEP = 5;
  private static final int CHOICE = 30;

  @Override
  public String name() {
    return "complete-struct-base";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> literal = site.enclosing("struct_expression");
    Optional<String> type = literal.flatMap(l -> l.child("name")).map(CrateFiles::baseName);
    if (type.isEmpty()) {
      return List.of();
    }
    int end = site.primary().range().end();
    var values = new LinkedHashSet<String>();
    Bindings.visible(literal.orElseThrow())
        .forEach((name, binding) -> {
          if (isOf(binding, type.get())) {
            values.add(name);
          }
        });
    boolean hasDefault =
        Declarations.implementations(site, "Default").stream()
                .anyMatch(i ->
                    i.node()
                        .child("type")
                        .filter(t -> CrateFiles.baseName(t).equals(type.get()))
                        .isPresent())
            || site.crate().types(type.get()).stream()
                .flatMap(t -> Declarations.attributes(t.node()).stream())
                .anyMatch(a -> a.text().contains("Default"));
    if (hasDefault) {
      values.add("Default::default()");
    }
    var found = new ArrayList<Proposal>();
    String source = site.text().slice(new TextRange(Math.max(0, end - 2), end));
    boolean given = site.diagnostic().codeText().equals("E0797");
    int at = source.equals("..") ? end : site.primary().range().start();
    List<SyntaxNode> fields =
        literal.get().child("body").map(SyntaxNode::namedChildren).orElse(List.of());
    if (!given && fields.isEmpty()) {
      return List.of();
    }
    int place = given ? at : fields.getLast().range().end();
    String before = given ? "" : ", ..";
    for (String value : values.stream().limit(4).toList()) {
      Declarations.one(
              "Take the other fields from `%s`".formatted(value),
              site.edits().insert(place, before + value),
              found.size() * STEP + (given ? 0 : CHOICE))
          .stream()
          .map(made -> given && values.size() == 1 ? made : made.inventing())
          .forEach(found::add);
    }
    return found;
  }

  private static boolean isOf(SyntaxNode binding, String type) {
    Optional<SyntaxNode> parent = binding.parent();
    Optional<SyntaxNode> written = parent.flatMap(p -> p.child("type"));
    if (written.isPresent()) {
      return CrateFiles.baseName(written.get()).equals(type);
    }
    Optional<SyntaxNode> value = parent.flatMap(p -> p.child("value"));
    Optional<SyntaxNode> head = value.flatMap(v -> v.child("name").or(() -> v.child("function")));
    return head.map(SyntaxNode::text)
        .filter(text -> text.equals(type) || text.startsWith(type + "::"))
        .isPresent();
  }
}
