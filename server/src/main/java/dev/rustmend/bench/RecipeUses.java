package dev.rustmend.bench;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.Origin;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Counts what each source of proposals did.
final class RecipeUses {
  private RecipeUses() {}

  /// What each source did for one program: in the state that the loop began with, in the one it
  /// ended with, and among the steps that it took. `proposals` are all for the state that the loop
  /// began with, most of which are never tried.
  static List<RecipeUse> of(FixOutcome outcome, List<Candidate> proposals) {
    var uses = new ArrayList<RecipeUse>();
    for (Candidate proposal : proposals) {
      String code = proposal.target().codeText();
      for (String name : proposal.origin().names()) {
        if (proposal.origin().source() != Origin.Source.RUSTC || name.equals("rustc")) {
          uses.add(new RecipeUse(name, code, 1, 0, 0, 0, 0));
        }
      }
    }
    boolean moved = !outcome.changes().isEmpty();
    Stream.concat(
            outcome.before().problems().stream(),
            moved ? outcome.after().problems().stream() : Stream.<Problem>of())
        .filter(problem -> problem.diagnostic().isError())
        .forEach(problem -> uses.addAll(of(problem)));
    for (AuditRecord record : outcome.audit()) {
      if (record.outcome().equals("kept")) {
        for (String name : record.fix().origin().names()) {
          uses.add(new RecipeUse(name, record.diagnostic().codeText(), 0, 0, 0, 0, 1));
        }
      }
    }
    return sum(uses.stream(), use -> use.origin() + " " + use.code());
  }

  private static List<RecipeUse> of(Problem problem) {
    String code = problem.diagnostic().codeText();
    var uses = new ArrayList<RecipeUse>();
    for (Rejection rejection : problem.rejections()) {
      for (String name : rejection.candidate().origin().names()) {
        uses.add(new RecipeUse(name, code, 0, 1, 0, 0, 0));
      }
    }
    for (Fix fix : problem.fixes()) {
      int first = fix.equals(problem.fixes().getFirst()) ? 1 : 0;
      for (String name : fix.origin().names()) {
        uses.add(new RecipeUse(name, code, 0, 1, 1, first, 0));
      }
    }
    return uses;
  }

  /// The uses of each origin added up, the most kept first.
  static List<RecipeUse> sum(Stream<RecipeUse> uses) {
    return sum(uses, RecipeUse::origin);
  }

  private static List<RecipeUse> sum(Stream<RecipeUse> uses, Function<RecipeUse, String> key) {
    Map<String, RecipeUse> summed = new TreeMap<>();
    uses.forEach(use -> summed.merge(key.apply(use), use, RecipeUse::plus));
    return summed.values().stream()
        .sorted((one, other) -> Integer.compare(other.kept(), one.kept()))
        .toList();
  }
}
