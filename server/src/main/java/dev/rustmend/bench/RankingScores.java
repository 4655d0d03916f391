package dev.rustmend.bench;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How good one ranking is for one labelled query.
///
/// `ndcg` is nDCG@10 with the gain 2^grade − 1 and the discount log2(rank + 1), over the ideal
/// order of all labels. `reciprocalRank` is 1 / rank of the first that helps (grade 2 or 3) among
/// the first ten, else 0. `helped` says that one of the first five helps. `bestFound` of `best`
/// passages with grade 3 are among the first five.
public record RankingScores(
    double ndcg, double reciprocalRank, boolean helped, int bestFound, int best) {
  /// So many hits are looked at.
  static final int DEPTH = 10;

  private static final int FIRST = 5;

  /// The scores of `ranked`, ids with the best first. A part of a section (`~2`) stands for its
  /// section; what stands for the same once more takes a rank and gains nothing.
  static RankingScores of(List<String> ranked, Map<String, Integer> grades) {
    Set<String> seen = new HashSet<>();
    double gain = 0;
    int first = 0;
    int bestFound = 0;
    for (int rank = 1; rank <= Math.min(DEPTH, ranked.size()); rank++) {
      String id = section(ranked.get(rank - 1));
      int grade = seen.add(id) ? grades.getOrDefault(id, 0) : 0;
      gain += gain(grade, rank);
      first = first == 0 && grade >= LabelledQuery.HELPS ? rank : first;
      bestFound += grade == LabelledQuery.BEST && rank <= FIRST ? 1 : 0;
    }
    double ideal = ideal(grades);
    return new RankingScores(
        ideal == 0 ? 0 : gain / ideal,
        first == 0 ? 0 : 1.0 / first,
        first > 0 && first <= FIRST,
        bestFound,
        (int) grades.values().stream().filter(grade -> grade == LabelledQuery.BEST).count());
  }

  /// The id without the number of a part.
  static String section(String id) {
    return id.replaceFirst("~\\d+$", "");
  }

  private static double ideal(Map<String, Integer> grades) {
    List<Integer> best =
        grades.values().stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
    double ideal = 0;
    for (int i = 0; i < best.size(); i++) {
      ideal += gain(best.get(i), i + 1);
    }
    return ideal;
  }

  private static double gain(int grade, int rank) {
    return ((1 << grade) - 1) * Math.log(2) / Math.log(rank + 1);
  }
}
