package dev.rustmend.operation;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.text.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The trees of the texts that were asked for last, so that no text is parsed twice. Safe to use
/// from any thread.
public final class Trees {
  private static final int MAX_BYTES = 4 << 20;

  private final Kept trees = new Kept();
  private final Kept opened = new Kept();
  private final KnownFiles files = new KnownFiles();

  /// Trees up to [#MAX_BYTES] of source, the one asked for longest ago first. It holds a whole
  /// crate of common size: when one is looked through in order, a smaller cache would never hit.
  private static final class Kept {
    private final Map<SourceText, RustTree> trees = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    @Nullable RustTree get(SourceText text) {
      return trees.get(text);
    }

    void put(SourceText text, RustTree tree) {
      if (trees.put(text, tree) == null) {
        bytes += text.length();
      }
      var eldest = trees.keySet().iterator();
      while (bytes > MAX_BYTES && eldest.hasNext()) {
        bytes -= eldest.next().length();
        eldest.remove();
      }
    }
  }

  /// What is known of the files of the states that were asked for last.
  KnownFiles files() {
    return files;
  }

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

  /// Makes both trees of `text` before somebody asks for them.
  public void prepare(SourceText text) {
    opened(text);
  }

  private void put(Kept cache, SourceText text, RustTree tree) {
    synchronized (trees) {
      cache.put(text, tree);
    }
  }
}
