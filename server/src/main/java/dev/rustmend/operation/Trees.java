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
  private final Map<SourceText, RustTree> opened = new LinkedHashMap<>(16, 0.75f, true);

  /// The tree of `text`; empty only where the platform has no parser.
  public Optional<RustTree> of(SourceText text) {
    synchronized (trees) {
      RustTree known = trees.get(text);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<RustTree> parsed = RustTree.parse(text);
    parsed.ifPresent(tree -> put(trees, text, tree));
    return parsed;
  }

  /// The tree of `text` with the arguments of well-known macros read as expressions, see
  /// [RustTree#opened].
  Optional<RustTree> opened(SourceText text) {
    synchronized (trees) {
      RustTree known = opened.get(text);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<RustTree> parsed = of(text).map(RustTree::opened);
    parsed.ifPresent(tree -> put(opened, text, tree));
    return parsed;
  }

  private void put(Map<SourceText, RustTree> cache, SourceText text, RustTree tree) {
    synchronized (trees) {
      cache.put(text, tree);
      if (cache.size() > KEPT) {
        cache.remove(cache.keySet().iterator().next());
      }
    }
  }
}
