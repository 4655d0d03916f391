package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/// Gives the declaration of a module the name of the file that is there: `mod config;` beside
/// `confg.rs` becomes `mod confg;`, and so do the paths that begin with it in the same file, and in
/// the crate those behind `crate::` or `self::`.
///
/// Rust facts it relies on: the compiler looks for a file that is called exactly like the module
/// (E0583). A file that another declaration takes, or that is the crate's root, was not meant.
final class CorrectModuleName implements Operation {
  @Override
  public String name() {
    return "correct-module-name";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    Optional<SyntaxNode> module =
        site.enclosing("mod_item").filter(node -> node.child("body").isEmpty());
    return module.stream()
        .flatMap(node ->
            ModuleFiles.alike(site, node).stream()
                .flatMap(file -> proposal(site, node, file).stream()))
        .toList();
  }

  private static Optional<Proposal> proposal(Site site, SyntaxNode module, String file) {
    String old = Named.name(module);
    Edits edits = site.edits();
    module.child("name").ifPresent(name -> edits.replace(name, file));
    site.tree()
        .root()
        .descendants()
        .filter(node -> node.is("identifier") && node.text().equals(old) && beginsPath(node))
        .forEach(node -> edits.replace(node, file));
    String title = "Declare the module as `%s`, like its file".formatted(file);
    return edits.patch().map(patch -> Proposal.of(title, patch));
  }

  /// Whether a name is the first of a path, or the first behind `crate::` or `self::`.
  private static boolean beginsPath(SyntaxNode node) {
    Optional<SyntaxNode> parent = node.parent();
    if (parent.isEmpty()) {
      return false;
    }
    SyntaxNode path = parent.get();
    boolean scoped =
        path.is("scoped_identifier")
            || path.is("scoped_type_identifier")
            || path.is("use_wildcard");
    if (path.is("scoped_use_list") || (scoped && isFirst(path, node))) {
      return true;
    }
    boolean anchored = path.child("path").filter(p -> p.is("crate") || p.is("self")).isPresent();
    return (scoped && anchored)
        || (path.is("use_declaration") && path.child("argument").filter(node::equals).isPresent());
  }

  private static boolean isFirst(SyntaxNode path, SyntaxNode node) {
    return path.range().start() == node.range().start();
  }
}
