package dev.rustmend.remote;

import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.operation.Operations;
import dev.rustmend.search.Companion;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.VectorSpace;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A team's knowledge base. Nothing is opened or sent before somebody asks. Safe to use from any
/// thread.
public final class Team implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Team.class.getName());

  /// Some seconds: long enough for a cluster that elects its manager, short enough for a wrong URL.
  private static final int FIRST_ATTEMPTS = 6;

  /// What the ids of the team's passages begin with.
  public static final String SCHEME = "team:";

  private final Cluster cluster;
  private final Breaker breaker;
  private final Promptly promptly;
  private final TeamEntries entries;
  private final CandidateSource fixes;

  public Team(Access access, Clock clock) {
    this.cluster = new Cluster(access);
    this.breaker = new Breaker(clock);
    this.promptly = new Promptly(breaker, access.patience());
    this.entries = new TeamEntries(cluster, promptly, clock);
    this.fixes = new TeamRecipes(entries, Operations.all());
  }

  /// Its passages, to be searched beside an index.
  public Companion companion() {
    return new TeamCompanion(cluster, promptly, TeamSearch.Rarities.KNOWN);
  }

  /// Its passages, to be searched alone.
  public Companion alone() {
    return new TeamCompanion(cluster, promptly, TeamSearch.Rarities.ASKED);
  }

  /// What its entries propose.
  public CandidateSource fixes() {
    return fixes;
  }

  /// What is there, in a few words for `doctor`. Throws [RemoteFailure] when it can not be used.
  public String describe() throws InterruptedException {
    Optional<TeamIndex.Facts> facts = cluster.facts(Cluster.SOON);
    String where = "OpenSearch at " + cluster.access().address();
    return facts
        .map(known -> "%s, index %s, vectors of %s".formatted(where, known.name(), known.model()))
        .orElse(where + ", and nothing published yet");
  }

  /// Why it is left alone at present; empty while all is well.
  public Optional<String> trouble() {
    return breaker.why();
  }

  /// What the team knows of an entry's fixes: adds `more`, in the background. `origin` is a fix's
  /// (`team:` and the short id).
  public void count(String origin, Counts more) {
    entries
        .identity(origin)
        .ifPresent(identity ->
            promptly.ask(
                "rustmend-team-evidence",
                () -> {
                  countNow(identity, more);
                  return identity;
                }));
  }

  /// The same, waited for. Throws [RemoteFailure].
  void countNow(String identity, Counts more) throws IOException, InterruptedException {
    new TeamEvidence(cluster.client(Cluster.LATER), cluster.access().evidence())
        .add(identity, more);
  }

  /// What became of the fixes of these entries, by identity. Throws [RemoteFailure].
  Map<String, Counts> counts(List<TeamPassage> passages) throws IOException {
    return entries.counts(cluster.client(Cluster.UNHURRIED), passages);
  }

  /// The passage ids of the team begin with a scheme; this is the entry's own id.
  static String entryId(String passage) {
    return passage.startsWith(SCHEME) ? passage.substring(SCHEME.length()) : passage;
  }

  /// What a fix of the entry is known by.
  static String origin(String passage) {
    String id = entryId(passage);
    return SCHEME + id.substring(id.indexOf('/') + 1);
  }

  /// Publishes passages, with the vectors that there are by passage id, in the space of the index,
  /// which is made when nothing was published before. `acknowledged` hears of each document that is
  /// safe. Throws [RemoteFailure].
  public Publication publish(
      List<TeamPassage> passages,
      VectorSpace space,
      Map<String, float[]> vectors,
      Consumer<String> acknowledged)
      throws InterruptedException {
    TeamIndex.Facts facts = prepared(space, 1);
    Optional<VectorSpace> fitting =
        Optional.of(space).filter(own -> own.field().equals(facts.vectorField()));
    List<Publisher.Item> items =
        passages.stream()
            .map(passage ->
                new Publisher.Item(
                    passage, Optional.ofNullable(vectors.get(passage.passage().id()))))
            .toList();
    Publication publication =
        new Publisher(cluster.client(Cluster.UNHURRIED), cluster.access().alias(), fitting)
            .publish(items, acknowledged);
    showAtOnce();
    return publication;
  }

  /// What was written is found within a second; this makes it at once, where that is possible.
  private void showAtOnce() throws InterruptedException {
    try {
      cluster.index().refresh(cluster.access().alias());
    } catch (RemoteFailure e) {
      LOG.log(System.Logger.Level.DEBUG, "the team''s index was not refreshed", e);
    }
  }

  /// The team's index, made with so many shards where there is none.
  public void prepare(VectorSpace space, int shards) throws InterruptedException {
    prepared(space, shards);
  }

  private TeamIndex.Facts prepared(VectorSpace space, int shards) throws InterruptedException {
    cluster.forget();
    Optional<TeamIndex.Facts> facts =
        Patience.until(FIRST_ATTEMPTS, () -> cluster.facts(Cluster.UNHURRIED));
    if (facts.isPresent()) {
      return facts.get();
    }
    String name = cluster.index().create(space, shards, System.currentTimeMillis());
    cluster.index().swap(name, Optional.empty());
    cluster.forget();
    return cluster
        .facts(Cluster.UNHURRIED)
        .orElseThrow(() ->
            new RemoteFailure(
                RemoteFailure.Kind.PASSING, "the team's index was deleted meanwhile"));
  }

  /// Makes a new index of all that is published, with vectors of `embedder`, and has the alias lead
  /// to it in one step; nobody can publish meanwhile. Returns how many passages there are. Throws
  /// [RemoteFailure], and then everything is as it was.
  public int renew(Embedder embedder) throws InterruptedException {
    int count = new Renewal(cluster, embedder).run();
    cluster.forget();
    return count;
  }

  /// The passages of the team with these ids, newest first. Throws [RemoteFailure].
  public List<TeamPassage> find(List<String> ids) throws InterruptedException {
    return new Retraction(cluster)
        .find(ids).stream()
            .sorted(Comparator.comparing((TeamPassage it) -> it.provenance().when()).reversed())
            .toList();
  }

  /// Takes back all documents with these passage ids; returns how many there were. Throws
  /// [RemoteFailure].
  public int retract(List<String> ids) throws InterruptedException {
    return new Retraction(cluster).retract(ids);
  }

  /// Deletes the indices with all that is in them, for benchmarks and tests. Throws
  /// [RemoteFailure].
  public void discard() throws InterruptedException {
    cluster.forget();
    Optional<TeamIndex.Facts> facts = cluster.facts(Cluster.UNHURRIED);
    if (facts.isPresent()) {
      cluster.index().delete(facts.get().name());
    }
    cluster.index().delete(cluster.access().evidence());
    cluster.forget();
  }

  /// How much there is: passages, and the bytes of one copy of them on the disk; nothing where
  /// nothing was published. Throws [RemoteFailure].
  public record Size(long passages, long bytes) {}

  /// See [Size].
  public Size size() throws InterruptedException {
    return cluster.index().size(cluster.access().alias());
  }

  /// Merges the index into one segment for each shard. Throws [RemoteFailure].
  public void settle() throws InterruptedException {
    cluster.index().merge(cluster.access().alias());
  }

  /// Ends what is under way.
  @Override
  public void close() {
    cluster.close();
  }
}
