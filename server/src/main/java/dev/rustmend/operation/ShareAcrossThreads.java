package dev.rustmend.operation;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.TextRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Shares between threads with `Arc` where `Rc` stood, and with `Mutex` where `RefCell` stood: the
/// types, their constructors, clones, borrows and imports.
///
/// rustc says ``` `Rc<T>` cannot be sent between threads safely ``` or ``` `RefCell<T>` cannot be
/// shared between threads safely ``` (E0277). A lock that is held twice waits for ever where a cell
/// would panic; both are faults of the program.
final class ShareAcrossThreads implements Operation {
  private static final Pattern MESSAGE =
      Pattern.compile(
          "`(Rc)<.*>?` cannot be (?:sent|shared) between threads safely|within `.*`, the trait `Send` is not implemented for `(Rc)<");

  private static final Pattern CELL =
      Pattern.compile("^`RefCell<.*>` cannot be shared between threads safely$");
  private static final Exchange RC = new Exchange("Rc", "rc", "Arc");
  private static final Exchange REF_CELL = new Exchange("RefCell", "cell", "Mutex");
  private static final int CHANGES_TYPES = 20;

  @Override
  public String name() {
    return "share-across-threads";
  }

  @Override
  public List<Proposal> proposals(Site site) {
    String message = site.diagnostic().message();
    boolean cell = CELL.matcher(message).find();
    boolean shared =
        MESSAGE.matcher(message).find()
            || site.remarks().stream()
                .anyMatch(remark -> remark.contains("is not implemented for `Rc<"));
    if (!shared && !cell) {
      return List.of();
    }
    var found = new ArrayList<Proposal>();
    if (shared) {
      Edits edits = site.edits();
      site.crate().trees().forEach((file, tree) -> rename(file, tree, RC, edits));
      found.addAll(Declarations.one("Share with `Arc` instead of `Rc`", edits, CHANGES_TYPES));
    }
    Edits locked = site.edits();
    site.crate()
        .trees()
        .forEach((file, tree) -> {
          rename(file, tree, RC, locked);
          rename(file, tree, REF_CELL, locked);
          lock(file, tree, locked);
        });
    found.addAll(
        Declarations.one(
            shared
                ? "Share with `Arc<Mutex<_>>` instead of `Rc<RefCell<_>>`"
                : "Lock with `Mutex` instead of `RefCell`",
            locked,
            2 * CHANGES_TYPES));
    return found;
  }

  /// A type for one thread, the module it lives in, and the type for several.
  private record Exchange(String name, String module, String by) {}

  private static void rename(Path file, RustTree tree, Exchange exchange, Edits edits) {
    if (!mentions(tree, exchange.name())) {
      return;
    }
    tree.root()
        .descendants()
        .filter(node -> node.children().isEmpty() && node.text().equals(exchange.name()))
        .forEach(node -> edits.replace(file, node.range(), exchange.by()));
    tree.root()
        .descendants()
        .filter(node -> node.is("scoped_identifier") || node.is("scoped_use_list"))
        .filter(node ->
            node.child("path")
                .filter(path -> path.text().equals("std::" + exchange.module()))
                .isPresent())
        .filter(node -> node.text().contains(exchange.name()))
        .forEach(node ->
            module(node, exchange.module())
                .ifPresent(name -> edits.replace(file, name.range(), "sync")));
  }

  /// Whether the file has the text at all: most files of a large crate do not.
  private static boolean mentions(RustTree tree, String text) {
    return tree.source().string().contains(text);
  }

  /// `.borrow()` and `.borrow_mut()` become `.lock().unwrap()`.
  private static void lock(Path file, RustTree tree, Edits edits) {
    if (!mentions(tree, ".borrow")) {
      return;
    }
    tree.root()
        .descendants()
        .filter(node -> node.children().isEmpty() && node.text().matches("borrow(_mut)?"))
        .filter(node -> {
          int end = node.range().end();
          int length = tree.source().length();
          return end + 2 <= length
              && node.range().start() > 0
              && tree.source()
                  .slice(new TextRange(node.range().start() - 1, end + 2))
                  .equals("." + node.text() + "()");
        })
        .forEach(node ->
            edits.replace(
                file,
                new TextRange(node.range().start(), node.range().end() + 2),
                "lock().unwrap()"));
  }

  /// The `rc` of `std::rc::Rc`, the `cell` of `std::cell::RefCell`.
  private static Optional<SyntaxNode> module(SyntaxNode scoped, String module) {
    return scoped
        .child("path")
        .flatMap(path -> path.child("name"))
        .filter(name -> name.text().equals(module));
  }
}
