package dev.rustmend.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes one ranking of several. Every ranking is a list of numbers of documents with their scores,
/// best first; what comes out is a score from 0 to 1 for each document.
final class Fusion {
  /// The customary constant: the first ranks of a list differ little, so that two lists that agree
  /// beat one that is sure.
  private static final double RANK_CONSTANT = 60;

  private Fusion() {}

  /// Reciprocal rank fusion: the sum of 1 / (60 + rank), as a share of what the first of every list
  /// would have.
  static Map<Integer, Double> reciprocalRanks(List<List<Ranked>> rankings) {
    var scores = new HashMap<Integer, Double>();
    double best = rankings.size() / (RANK_CONSTANT + 1);
    for (List<Ranked> ranking : rankings) {
      int rank = 1;
      for (Ranked ranked : ranking) {
        scores.merge(ranked.document(), 1 / (RANK_CONSTANT + rank) / best, Double::sum);
        rank++;
      }
    }
    return scores;
  }

  /// The scores of two rankings, each stretched so that its last has 0 and its first has 1; the
  /// first one counts `share`, the second the rest. Who is missing in a ranking has 0 there.
  static Map<Integer, Double> stretched(List<Ranked> first, List<Ranked> second, double share) {
    var scores = new HashMap<Integer, Double>();
    addStretched(scores, first, share);
    addStretched(scores, second, 1 - share);
    return scores;
  }

  private static void addStretched(
      Map<Integer, Double> scores, List<Ranked> ranking, double weight) {
    if (ranking.isEmpty()) {
      return;
    }
    double most = ranking.getFirst().score();
    double least = ranking.getLast().score();
    for (Ranked ranked : ranking) {
      double share = most > least ? (ranked.score() - least) / (most - least) : 1;
      scores.merge(ranked.document(), weight * share, Double::sum);
    }
  }

  /// Scores as a ranking.
  static List<Ranked> ranked(Map<Integer, Double> scores) {
    return scores.entrySet().stream()
        .map(score -> new Ranked(score.getKey(), score.getValue()))
        .sorted(Comparator.comparingDouble(Ranked::score).reversed())
        .toList();
  }

  /// The scores of one ranking as they are.
  static Map<Integer, Double> plain(List<Ranked> ranking) {
    var scores = new HashMap<Integer, Double>();
    ranking.forEach(ranked -> scores.put(ranked.document(), ranked.score()));
    return scores;
  }
}
