package dev.rustmend.remote;

import dev.rustmend.search.Companion;
import dev.rustmend.search.Inquiry;
import dev.rustmend.search.Lookup;
import dev.rustmend.search.Passage;
import java.io.IOException;
import java.util.List;
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

  @Override
  public Optional<Passage> passage(String id) throws InterruptedException {
    if (!id.startsWith(Team.SCHEME)) {
      return Optional.empty();
    }
    Optional<Promptly.Answer<List<TeamPassage>>> asked =
        promptly.ask("rustmend-team-passage", () -> new Retraction(cluster).find(List.of(id)));
    return asked.isEmpty()
        ? Optional.empty()
        : asked.get().inTime(Promptly.Late.IS_GIVEN_UP).stream()
            .flatMap(List::stream)
            .map(TeamPassage::passage)
            .findFirst();
  }

  @Override
  public Optional<String> trouble() {
    return promptly.breaker().why();
  }

  private Optional<Lookup> found(Inquiry inquiry) throws IOException, InterruptedException {
    Optional<TeamIndex.Facts> facts = cluster.facts(Cluster.SOON);
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TeamSearch(
                    cluster.client(Cluster.UNHURRIED),
                    cluster.access().alias(),
                    facts.get(),
                    inquiry)
                .found(rarities));
  }

  private record Asked(Promptly.Answer<Optional<Lookup>> answer) implements Pending {
    @Override
    public Optional<Lookup> found() throws InterruptedException {
      return answer.inTime(Promptly.Late.IS_GIVEN_UP).flatMap(found -> found);
    }
  }
}
