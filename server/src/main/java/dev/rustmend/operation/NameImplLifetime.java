package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Gives a type that holds references its lifetime throughout: on the type, its fields and all its
/// impls, with `impl<'a>` where the lifetime is named inside.
///
/// Answers E0261, where the fields or methods use a lifetime that nobody declared; E0726, where the
/// type of an impl lacks its lifetime; and the error that an associated type ``is declared without
/// lifetime parameters``: a reference in it must come from the type, and so must the one in the
/// result of the method that returns it.
final class NameImplLifetime implements Operation {

  @Override
  public String name() {
    return "name-impl-lifetime";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> owner =
        site.enclosing("impl_item", "struct_item", "enum_item", "trait_item")
            .filter(around -> !around.is("trait_item"));
    Optional<CrateFiles.Item> type =
        owner
            .map(around -> around.is("impl_item") ? implemented(around) : Declarations.name(around))
            .flatMap(name -> Declarations.type(site, name));
    if (type.isEmpty() || site.primary().text().equals("'_")) {
      return List.of();
    }
    SyntaxNode item = type.get().node();
    boolean undeclared = site.diagnostic().codeText().equals("E0261");
    List<String> declared = lifetimes(item);
    String lifetime =
        undeclared
            ? site.primary().text()
            : declared.isEmpty() ? Declarations.freshLifetime(item) : declared.getFirst();
    boolean holds =
        declared.isEmpty() ? references(item).findAny().isPresent() : declared.size() == 1;
    boolean uses = undeclared && !Declarations.lifetimes(item, lifetime).isEmpty();
    if (!lifetime.startsWith("'") || (undeclared ? !uses : !holds)) {
      return List.of();
    }
    return proposals(site, type.get(), lifetime, declared.isEmpty());
  }

  private static List<Proposal> proposals(
      Site site, CrateFiles.Item type, String lifetime, boolean fresh) {
    SyntaxNode item = type.node();
    Edits edits = site.edits();
    if (fresh) {
      Declarations.declare(edits, Place.of(type.file(), item), lifetime);
      references(item)
          .forEach(each -> edits.insert(type.file(), each.range().start() + 1, lifetime + " "));
    }
    for (CrateFiles.Item impl : site.crate().impls(Declarations.name(item))) {
      impl(impl, lifetime, edits);
    }
    return Declarations.one(
        "Declare `%s` on `%s` and its impls".formatted(lifetime, Declarations.name(item)), edits);
  }

  private static String implemented(SyntaxNode impl) {
    return impl.child("type").map(CrateFiles::baseName).orElse("");
  }

  private static List<String> lifetimes(SyntaxNode item) {
    return Declarations.generics(item).stream()
        .filter(parameter -> parameter.is("lifetime_parameter"))
        .map(Declarations::name)
        .toList();
  }

  /// The references below `node` without a lifetime, those in types of functions left out.
  private static Stream<SyntaxNode> references(SyntaxNode node) {
    return node.descendants()
        .filter(
            each -> each.is("reference_type") && Declarations.childOf(each, "lifetime").isEmpty())
        .filter(each ->
            Nodes.above(each, "function_type")
                .filter(function -> node.range().encloses(function.range()))
                .isEmpty());
  }

  private static void impl(CrateFiles.Item item, String lifetime, Edits edits) {
    SyntaxNode impl = item.node();
    Optional<SyntaxNode> type = impl.child("type");
    List<SyntaxNode> written =
        type.stream().flatMap(SyntaxNode::descendants).filter(e -> e.is("lifetime")).toList();
    boolean elided = written.size() == 1 && written.getFirst().text().equals("'_");
    if (type.isEmpty() || (!written.isEmpty() && !elided)) {
      return;
    }
    Set<String> lent = new HashSet<>();
    for (SyntaxNode member : Declarations.members(impl)) {
      if (member.is("type_item")) {
        references(member)
            .forEach(each -> {
              lent.add(each.text());
              edits.insert(item.file(), each.range().start() + 1, lifetime + " ");
            });
      }
    }
    for (SyntaxNode member : Declarations.members(impl)) {
      Callee.result(member).stream()
          .flatMap(NameImplLifetime::references)
          .filter(each -> lent.contains(each.text()))
          .forEach(each -> edits.insert(item.file(), each.range().start() + 1, lifetime + " "));
    }
    boolean named = !lent.isEmpty() || namesOutside(impl, lifetime);
    if (named && !lifetimes(impl).contains(lifetime)) {
      Declarations.declare(edits, Place.of(item.file(), impl), lifetime);
    }
    if (!elided) {
      argument(item, type.get(), named ? lifetime : "'_", edits);
    } else if (named) {
      edits.replace(item.file(), written.getFirst().range(), lifetime);
    }
  }

  /// Whether the impl uses the lifetime elsewhere than in functions that declare it themselves.
  private static boolean namesOutside(SyntaxNode impl, String lifetime) {
    return Declarations.lifetimes(impl, lifetime).stream()
        .anyMatch(use ->
            Nodes.above(use, "function_item")
                .filter(function -> impl.range().encloses(function.range()))
                .filter(function -> lifetimes(function).contains(lifetime))
                .isEmpty());
  }

  private static void argument(
      CrateFiles.Item item, SyntaxNode type, String lifetime, Edits edits) {
    Optional<SyntaxNode> arguments = type.child("type_arguments");
    if (arguments.isPresent()) {
      edits.insert(item.file(), arguments.get().range().start() + 1, lifetime + ", ");
    } else {
      edits.replace(item.file(), TextRange.at(type.range().end()), "<" + lifetime + ">");
    }
  }
}
