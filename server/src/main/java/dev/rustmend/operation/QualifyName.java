package dev.rustmend.operation;

import dev.rustmend.syntax.ItemKind;
import dev.rustmend.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds what an unknown name means elsewhere in the crate and names it by its path, or imports it:
/// items of other modules (made visible in the same patch where they are not), variants of enums,
/// functions and constants of a type.
///
/// Functions and variants are named by path, types are imported, as Rust authors do. The parameter
/// `form` chooses one way: `path`, `import`, `variant` or `associated`.
final class QualifyName implements Operation {
  private static final Pattern WORD = Pattern.compile("(r#)?\\w+");
  private static final int TYPE_BY_PATH = 40;
  private static final int REVEALED = 20;
  private static final int OTHER_TYPE = 10;

  @Override
  public String name() {
    return "qualify-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<NameKind> kind = NameKind.of(site);
    String name = site.primary().text();
    if (kind.isEmpty() || !WORD.matcher(name).matches() || !isFirst(site.node())) {
      return List.of();
    }
    String form = site.parameter("form", "");
    var proposals = new ArrayList<Proposal>();
    if (form.isEmpty() || form.equals("variant")) {
      proposals.addAll(variants(site, kind.get(), name));
    }
    if (form.isEmpty() || form.equals("associated")) {
      proposals.addAll(associated(site, kind.get(), name));
    }
    if (form.isEmpty() || form.equals("path") || form.equals("import")) {
      for (CrateFiles.Item item : site.crate().definitions(name)) {
        if (Modules.isFree(item) && kind.get().fits(item)) {
          proposals.addAll(item(site, item, kind.get(), form));
        }
      }
    }
    return proposals.stream().limit(8).toList();
  }

  /// Whether the name begins its path: what follows other segments has its place already.
  private static boolean isFirst(SyntaxNode node) {
    return node.field().filter("name"::equals).isEmpty()
        || node.parent().filter(p -> p.kind().startsWith("scoped_")).isEmpty();
  }

  private static List<Proposal> item(Site site, CrateFiles.Item item, NameKind kind, String form) {
    var modules = site.crate().modules();
    Optional<String> route = modules.route(site.primary(), item);
    if (route.isEmpty() || route.get().equals(site.primary().text())) {
      return List.of();
    }
    boolean open = modules.isReachable(site.primary(), item);
    int penalty = open ? 0 : REVEALED;
    boolean local = Nodes.above(item.node(), "block").isPresent();
    var proposals = new ArrayList<Proposal>();
    Edits inline = site.edits().replace(site.primary().range(), route.get());
    modules.reveal(inline, site.primary(), item);
    boolean byPath = kind == NameKind.FUNCTION || kind == NameKind.MODULE || local;
    inline.patch().stream()
        .filter(_ -> !form.equals("import"))
        .map(patch ->
            Proposal.of(title("Write `%s`".formatted(route.get()), open, item), patch)
                .penalized(penalty + (byPath ? 0 : TYPE_BY_PATH)))
        .forEach(proposals::add);
    if (!local && !form.equals("path")) {
      Edits imported = UseDeclarations.add(site.edits(), site.primary(), route.get());
      modules.reveal(imported, site.primary(), item);
      imported.patch().stream()
          .map(patch ->
              Proposal.of(title("Import `%s`".formatted(route.get()), open, item), patch)
                  .penalized(penalty))
          .forEach(proposals::add);
    }
    return proposals;
  }

  private static String title(String what, boolean open, CrateFiles.Item item) {
    return open
        ? what
        : what + " and make `%s` visible in the crate".formatted(Named.name(item.node()));
  }

  private static List<Proposal> variants(Site site, NameKind kind, String name) {
    var modules = site.crate().modules();
    var proposals = new ArrayList<Proposal>();
    for (CrateFiles.Item item : site.crate().items()) {
      if (item.item().kind() == ItemKind.ENUM
          && Named.variants(item.node()).stream()
              .anyMatch(v -> Named.name(v).equals(name) && kind.fitsVariant(v))) {
        modules
            .route(site.primary(), item)
            .flatMap(route -> {
              Edits edits = site.edits().replace(site.primary().range(), route + "::" + name);
              modules.reveal(edits, site.primary(), item);
              return edits
                  .patch()
                  .map(patch -> Proposal.of("Write `%s::%s`".formatted(route, name), patch));
            })
            .ifPresent(proposals::add);
      }
    }
    return proposals;
  }

  private static List<Proposal> associated(Site site, NameKind kind, String name) {
    if (kind != NameKind.FUNCTION && kind != NameKind.VALUE) {
      return List.of();
    }
    var modules = site.crate().modules();
    String self = Named.impl(site.node()).map(Named::selfType).orElse("");
    var proposals = new ArrayList<Proposal>();
    for (CrateFiles.Item item : site.crate().definitions(name)) {
      Optional<SyntaxNode> impl = Named.impl(item.node());
      boolean fits =
          item.item().kind() == ItemKind.CONST
              || (item.item().kind() == ItemKind.FUNCTION && !Named.isMethod(item.node()));
      if (Modules.isFree(item) || impl.isEmpty() || !fits) {
        continue;
      }
      String type = Named.selfType(impl.get());
      Optional<String> route =
          type.equals(self)
              ? Optional.of("Self")
              : site.crate().types(type).stream()
                  .findFirst()
                  .flatMap(found -> modules.route(site.primary(), found));
      route
          .flatMap(path ->
              site.edits()
                  .replace(site.primary().range(), path + "::" + name)
                  .patch()
                  .map(patch -> Proposal.of("Write `%s::%s`".formatted(path, name), patch)))
          .map(proposal -> proposal.penalized(type.equals(self) ? 0 : OTHER_TYPE))
          .ifPresent(proposals::add);
    }
    return proposals;
  }
}
