package dev.rustmend.bench;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A block of Rust code on a page of the documentation.
///
/// `text` is the code with its hidden lines, exactly as the author wrote it. `labels` are the words
/// behind the fence that the HTML keeps as classes: `compile_fail`, `E0382`, `edition2021`,
/// `ignore`. `edition` is there when the page says which one holds for this block.
record CodeBlock(String text, Set<String> labels, Optional<Edition> edition) {
  private static final Pattern CODE = Pattern.compile("E\\d{4}");

  CodeBlock {
    labels = Set.copyOf(labels);
  }

  /// Whether the author says that it does not compile. The Book has a label of its own for this,
  /// since its listings are not tested by rustdoc.
  boolean isBroken() {
    return labels.contains("compile_fail") || labels.contains("does_not_compile");
  }

  /// Whether it claims to be a whole Rust program that compiles.
  boolean isSound() {
    return !isBroken() && labels.contains("rust") && !labels.contains("ignore");
  }

  /// The error codes that the author says rustc answers with.
  NavigableSet<String> codes() {
    var codes = new TreeSet<String>();
    labels.stream().filter(label -> CODE.matcher(label).matches()).forEach(codes::add);
    return codes;
  }

  /// Whether it needs an edition that no stable compiler has.
  boolean needsFutureEdition() {
    return labels.contains("editionfuture");
  }
}
