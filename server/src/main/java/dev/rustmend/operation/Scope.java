package dev.rustmend.operation;

import dev.rustmend.syntax.Bindings;
import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The names that can be meant at a place, each with the text that names it there: local variables,
/// fields and functions of the type around, and the crate's items and variants.
final class Scope {
  private final Site site;
  private final Modules modules;
  private final Predicate<String> wanted;
  private final Map<String, String> spelled = new LinkedHashMap<>();

  private Scope(Site site, Predicate<String> wanted) {
    this.site = site;
    this.modules = site.crate().modules();
    this.wanted = wanted;
  }

  /// What of the sort `kind` can be named at the primary span; by name, the nearest first.
  static Map<String, String> of(Site site, NameKind kind) {
    return of(site, kind, _ -> true);
  }

  /// The same, of the crate's items only those whose names are `wanted`: in a large crate it takes
  /// long to find out how each is named from here.
  static Map<String, String> of(Site site, NameKind kind, Predicate<String> wanted) {
    var scope = new Scope(site, wanted);
    if (kind == NameKind.VALUE || kind == NameKind.FUNCTION) {
      scope.locals();
      scope.members(kind);
    }
    if (kind == NameKind.TYPE) {
      scope.generics();
    }
    scope.items(kind);
    return scope.spelled;
  }

  private void locals() {
    for (String name : Bindings.visible(site.node()).keySet()) {
      if (!name.equals("self")) {
        spelled.putIfAbsent(name, name);
      }
    }
  }

  private void members(NameKind kind) {
    Optional<SyntaxNode> function = Nodes.above(site.node(), "function_item");
    Optional<SyntaxNode> impl = Named.impl(site.node());
    if (impl.isEmpty() || function.isEmpty()) {
      return;
    }
    String type = Named.selfType(impl.get());
    boolean hasSelf = Named.isMethod(function.get());
    for (CrateFiles.Item item : site.crate().types(type)) {
      if (hasSelf && kind == NameKind.VALUE) {
        Named.fields(item.node())
            .forEach(f -> spelled.putIfAbsent(Named.name(f), "self." + Named.name(f)));
      }
    }
    for (CrateFiles.Item other : site.crate().impls(type)) {
      for (SyntaxNode each : Named.functions(other.node())) {
        boolean method = Named.isMethod(each);
        if (kind == NameKind.FUNCTION && (!method || hasSelf)) {
          String name = Named.name(each);
          spelled.putIfAbsent(name, (method ? "self." : "Self::") + name);
        }
      }
    }
  }

  private void generics() {
    site.node()
        .ancestors()
        .flatMap(outer -> outer.child("type_parameters").stream())
        .flatMap(list -> list.namedChildren().stream())
        .filter(parameter -> parameter.is("type_parameter"))
        .forEach(parameter -> spelled.putIfAbsent(Named.name(parameter), Named.name(parameter)));
  }

  private void items(NameKind kind) {
    List<CrateFiles.Item> later = new ArrayList<>();
    for (CrateFiles.Item item : site.crate().free()) {
      if (isAround(item)) {
        continue;
      }
      if (kind.fits(item) && wanted.test(item.item().name())) {
        later.add(item);
      }
      if (item.item().kind() == ItemKind.ENUM) {
        variants(item, kind);
      }
    }
    for (CrateFiles.Item item : later) {
      if (modules.isReachable(site.primary(), item)) {
        modules
            .route(site.primary(), item)
            .ifPresent(route -> spelled.putIfAbsent(Named.name(item.node()), route));
      }
    }
  }

  private void variants(CrateFiles.Item item, NameKind kind) {
    for (SyntaxNode variant : Named.variants(item.node())) {
      String name = Named.name(variant);
      if (wanted.test(name) && kind.fitsVariant(variant)) {
        modules
            .route(site.primary(), item)
            .ifPresent(route -> spelled.putIfAbsent(name, route + "::" + name));
      }
    }
  }

  /// A function is rarely meant inside of itself by a misspelled name.
  private boolean isAround(CrateFiles.Item item) {
    return item.item().kind() == ItemKind.FUNCTION
        && item.file().equals(site.file())
        && item.node().range().encloses(site.primary().range());
  }
}
