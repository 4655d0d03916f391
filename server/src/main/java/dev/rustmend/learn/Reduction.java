package dev.rustmend.learn;

import dev.rustmend.syntax.RustTree;
import dev.rustmend.syntax.SyntaxNode;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextRange;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Makes an example smaller: takes out items and statements that both versions have, as long as
/// somebody says that what is left still shows the repair.
record Reduction(Judge judge, int attempts) {
  private static final Set<String> REMOVABLE =
      Set.of("let_declaration", "expression_statement", "use_declaration");

  /// Says whether an example still shows the repair.
  interface Judge {
    boolean shows(Example example) throws InterruptedException;
  }

  /// A program before and after a repair.
  record Example(String before, String after) {}

  Example reduced(Example example) throws InterruptedException {
    Example best = example;
    int left = attempts;
    int skipped = 0;
    while (left > 0) {
      List<Example> smaller = smaller(best);
      if (skipped >= smaller.size()) {
        return best;
      }
      left--;
      if (judge.shows(smaller.get(skipped))) {
        best = smaller.get(skipped);
      } else {
        skipped++;
      }
    }
    return best;
  }

  /// The example without one node each, the largest first.
  private static List<Example> smaller(Example example) {
    byte[] before = example.before().getBytes(StandardCharsets.UTF_8);
    byte[] after = example.after().getBytes(StandardCharsets.UTF_8);
    int head = 0;
    while (head < Math.min(before.length, after.length) && before[head] == after[head]) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(before.length, after.length) - head
        && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
      tail++;
    }
    int same = head;
    int behind = before.length - tail;
    int shift = after.length - before.length;
    return RustTree.parse(SourceText.of(example.before())).stream()
        .flatMap(tree -> tree.root().descendants())
        .filter(Reduction::isRemovable)
        .map(SyntaxNode::range)
        .filter(range -> range.end() <= same || range.start() >= behind)
        .sorted(Comparator.comparingInt(range -> -range.length()))
        .map(range -> {
          int by = range.start() >= behind ? shift : 0;
          return new Example(
              without(example.before(), range),
              without(example.after(), new TextRange(range.start() + by, range.end() + by)));
        })
        .toList();
  }

  private static boolean isRemovable(SyntaxNode node) {
    return REMOVABLE.contains(node.kind())
        || (node.kind().endsWith("_item") && !node.is("attribute_item"));
  }

  private static String without(String text, TextRange range) {
    SourceText source = SourceText.of(text);
    String left =
        source.slice(new TextRange(0, range.start()))
            + source.slice(new TextRange(range.end(), source.length()));
    var out = new StringBuilder();
    left.lines().filter(line -> !line.isBlank()).forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }
}
