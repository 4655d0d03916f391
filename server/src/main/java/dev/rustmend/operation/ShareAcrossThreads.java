package dev.rustmend.operation;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shares between threads with `Arc` where `Rc` stood: the type, its constructors, its clones and
/// its import.
///
/// rustc says ``` `Rc<T>` cannot be sent between threads safely ``` (E0277).
final class ShareAcrossThreads implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "`(Rc)<.*>?` cannot be (?:sent|shared) between threads safely|within `.*`, the trait `Send` is not implemented for `(Rc)<");

  @Override
  public String name() {
    return "share-across-threads";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    boolean shared =
        MESSAGE.matcher(site.diagnostic().message()).find()
            || site.remarks().stream()
                .anyMatch(remark -> remark.contains("is not implemented for `Rc<"));
    if (!shared) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    Edits edits = site.edits();
    for (Map.Entry<Path, RustTree> file : site.crate().trees().entrySet()) {
      rename(file.getKey(), file.getValue(), edits);
    }
    edits
        .patch()
        .ifPresent(patch ->
            found.add(Proposal.of("Share with `Arc` instead of `Rc`", patch).penalized(20)));
    return found;
  }

  private static void rename(Path file, RustTree tree, Edits edits) {
    tree.root()
        .descendants()
        .filter(node -> node.children().isEmpty() && node.text().equals("Rc"))
        .forEach(node -> edits.replace(file, node.range(), "Arc"));
    tree.root()
        .descendants()
        .filter(node -> node.is("scoped_identifier") || node.is("scoped_use_list"))
        .filter(
            node -> node.child("path").filter(path -> path.text().equals("std::rc")).isPresent())
        .forEach(node -> module(node).ifPresent(name -> edits.replace(file, name.range(), "sync")));
  }

  /// The `rc` of `std::rc::Rc`.
  private static Optional<SyntaxNode> module(SyntaxNode scoped) {
    return scoped
        .child("path")
        .flatMap(path -> path.child("name"))
        .filter(name -> name.text().equals("rc"));
  }
}
