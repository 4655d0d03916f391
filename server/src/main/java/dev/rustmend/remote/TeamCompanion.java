package dev.rustmend.remote;

import dev.rustmend.search.Companion;
import dev.rustmend.search.Inquiry;
import dev.rustmend.search.Lookup;
import java.io.IOException;
import java.util.Optional;

/// A team's passages beside an index.
record TeamCompanion(Cluster cluster, Promptly promptly, TeamSearch.Rarities rarities)
    implements Companion {

  @Override
  public Optional<Pending> ask(Inquiry inquiry) {
    if (inquiry.words().stream().allMatch(wanted -> wanted.query().clauses().isEmpty())) {
      return Optional.empty();
    }
    return promptly
        .ask("rustmend-team-search", () -> found(inquiry))
        .map(answer -> new Asked(answer));
  }

  private Optional<Lookup> found(Inquiry inquiry) throws IOException, InterruptedException {
    Optional<TeamIndex.Facts> facts = cluster.facts();
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TeamSearch(cluster.client(Cluster.UNHURRIED), facts.get(), inquiry)
                .found(rarities));
  }

  private record Asked(Promptly.Answer<Optional<Lookup>> answer) implements Pending {
    @Override
    public Optional<Lookup> found() throws InterruptedException {
      return answer.inTime(Promptly.Late.IS_GIVEN_UP).flatMap(found -> found);
    }
  }
}
