package dev.rustmend.syntax;

import dev.rustmend.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.treesitter.TreeSitterRust;

/// The native parser: loaded on first use, called with UTF-8 bytes, and its trees copied out, so
/// that nothing native outlives a call.
final class TreeSitter {
  private static final System.Logger LOG = System.getLogger(TreeSitter.class.getName());

  private TreeSitter() {}

  /// The grammar's names, by the numbers that nodes carry.
  record Grammar(NativeTrees trees, List<String> kinds, List<String> fields) {}

  /// The grammar and the reason why there is none exclude each other.
  private record Loaded(@Nullable Grammar grammar, Optional<String> failure) {}

  /// Loads when first touched: the class initializer of a holder runs once, in one thread.
  private static final class Holder {
    static final Loaded LOADED = load();
  }

  /// Why there is no native parser on this platform; empty when there is one.
  static Optional<String> failure() {
    return Holder.LOADED.failure;
  }

  static Optional<Grammar> grammar() {
    return Optional.ofNullable(Holder.LOADED.grammar);
  }

  // The binding throws RuntimeException for an unknown platform and lets the linker's errors
  // through.
  private static Loaded load() {
    try {
      var language = new TreeSitterRust();
      List<String> kinds =
          IntStream.range(0, language.symbolCount())
              .mapToObj(id -> language.symbolName(id).intern())
              .toList();
      List<String> fields =
          IntStream.rangeClosed(0, language.fieldCount())
              .mapToObj(id -> id == 0 ? "" : language.fieldNameForId(id).intern())
              .toList();
      return new Loaded(
          new Grammar(new NativeTrees(kinds.size()), kinds, fields), Optional.empty());
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.WARNING, "no Rust parser on this platform", e);
      return new Loaded(null, Optional.of("the native Rust parser can not be loaded: " + e));
    }
  }

  /// The nodes of `text`.
  static NodeArrays parse(Grammar grammar, SourceText text) {
    return grammar.trees.parse(text.bytes());
  }
}
