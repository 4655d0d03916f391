package dev.rustmend.lsp;

import dev.rustmend.repair.Fix;
import dev.rustmend.text.Patch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// All fixes of one document that can be made in one stroke: for each of its problems the best one
/// that compiles and touches no other file, as long as it does not conflict with those before it.
record FixAll(Patch patch, int count, List<FoundProblem> problems) {

  /// Gathers the fixes; empty when there is none.
  static Optional<FixAll> of(List<ReadyReport> reports, Path file) {
    var none = new FixAll(Patch.empty(), 0, List.of());
    FixAll all =
        FoundProblem.in(reports, file).stream()
            .reduce(none, (sum, found) -> sum.with(found, file), (one, other) -> other);
    return all.count == 0 ? Optional.empty() : Optional.of(all);
  }

  private FixAll with(FoundProblem found, Path file) {
    return found.problem().fixes().stream()
        .filter(Fix::preferred)
        .filter(fix -> fix.patch().files().equals(Set.of(file)))
        .findFirst()
        .flatMap(fix -> patch.merge(fix.patch()))
        .map(merged -> new FixAll(merged, count + 1, plus(found)))
        .orElse(this);
  }

  private List<FoundProblem> plus(FoundProblem found) {
    return Stream.concat(problems.stream(), Stream.of(found)).toList();
  }
}
