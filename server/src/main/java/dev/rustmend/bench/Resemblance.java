package dev.rustmend.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the sound block of a page that resembles a broken one most: often its repaired version.
///
/// A cheap heuristic. Both programs are cut into tokens, comments left out; the resemblance is
/// Sørensen and Dice's coefficient of their pairs of neighboring tokens. The first best one after
/// the broken block wins, before those that stand in front of it; below one half there is none.
final class Resemblance {
  private static final double LEAST = 0.5;
  private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
  private static final Pattern TOKEN = Pattern.compile("\\w+|\"[^\"]*\"|[^\\s\\w]");

  private Resemblance() {}

  /// The twin of block `broken` among `blocks`.
  static Optional<BrokenProgram.Twin> twin(List<CodeBlock> blocks, int broken) {
    String source = ExampleProgram.of(blocks.get(broken).text());
    var order = new ArrayList<>(blocks.subList(broken + 1, blocks.size()));
    order.addAll(blocks.subList(0, broken).reversed());
    Optional<BrokenProgram.Twin> best = Optional.empty();
    for (CodeBlock block : order) {
      if (block.isSound()) {
        String candidate = ExampleProgram.of(block.text());
        double resemblance = between(source, candidate);
        if (resemblance >= best.map(BrokenProgram.Twin::resemblance).orElse(LEAST)
            && best.stream().noneMatch(twin -> twin.resemblance() == resemblance)) {
          best = Optional.of(new BrokenProgram.Twin(candidate, resemblance));
        }
      }
    }
    return best;
  }

  /// How much two programs have in common: 0 nothing, 1 every pair of tokens.
  static double between(String one, String other) {
    Map<String, Integer> ones = pairs(one);
    Map<String, Integer> others = pairs(other);
    int common = 0;
    for (var entry : ones.entrySet()) {
      common += Math.min(entry.getValue(), others.getOrDefault(entry.getKey(), 0));
    }
    int all = size(ones) + size(others);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static Map<String, Integer> pairs(String source) {
    var pairs = new HashMap<String, Integer>();
    String previous = "";
    var tokens = TOKEN.matcher(COMMENT.matcher(source).replaceAll(""));
    while (tokens.find()) {
      pairs.merge(previous + " " + tokens.group(), 1, Integer::sum);
      previous = tokens.group();
    }
    return pairs;
  }

  private static int size(Map<String, Integer> pairs) {
    return pairs.values().stream().mapToInt(Integer::intValue).sum();
  }
}
