package dev.rustmend.operation;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.text.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The trees of the texts that were asked for last, so that no text is parsed twice. Safe to use
/// from any thread.
public final class Trees {
  private static final int KEPT = 64;

  private final Map<SourceText, RustTree> trees = new LinkedHashMap<>(16, 0.75f, true);

  /// The tree of `text`; empty only where the platform has no parser.
  public Optional<RustTree> of(SourceText text) {
    synchronized (trees) {
      RustTree known = trees.get(text);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<RustTree> parsed = RustTree.parse(text);
    parsed.ifPresent(tree -> put(text, tree));
    return parsed;
  }

  private void put(SourceText text, RustTree tree) {
    synchronized (trees) {
      trees.put(text, tree);
      if (trees.size() > KEPT) {
        trees.remove(trees.keySet().iterator().next());
      }
    }
  }
}
