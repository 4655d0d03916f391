package dev.rustmend.bench;

import java.util.List;

/// The means over some queries: nDCG@10, MRR, the share with help among the first five, and the
/// share of all passages with grade 3 that are among the first five.
record RetrievalSummary(Mean ndcg, Mean reciprocalRank, Share helped, Share best) {
  static RetrievalSummary of(List<RankingScores> scores) {
    return new RetrievalSummary(
        Mean.of(scores.stream().map(RankingScores::ndcg).toList()),
        Mean.of(scores.stream().map(RankingScores::reciprocalRank).toList()),
        new Share((int) scores.stream().filter(RankingScores::helped).count(), scores.size()),
        new Share(
            scores.stream().mapToInt(RankingScores::bestFound).sum(),
            scores.stream().mapToInt(RankingScores::best).sum()));
  }
}
