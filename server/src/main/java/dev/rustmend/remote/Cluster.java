package dev.rustmend.remote;

import java.time.Duration;
import java.util.Optional;
import org.opensearch.client.opensearch.OpenSearchClient;

/// The connection to one cluster, with what is known of the team's index there. Nothing is sent
/// before somebody asks. Safe to use from any thread.
final class Cluster implements AutoCloseable {
  /// How long something takes that nobody waits for.
  static final Duration UNHURRIED = Duration.ofMinutes(3);

  /// How long something takes at most that goes on when nobody waits for it any more: whoever does
  /// not answer by then is taken for gone.
  static final Duration SOON = Duration.ofSeconds(3);

  /// How long something takes at most that is told to the cluster, and that nobody waits for.
  static final Duration LATER = Duration.ofSeconds(30);

  /// How long a mapping is taken for what it was.
  private static final Duration KNOWN = Duration.ofMinutes(5);

  private final Wire wire;
  private final TeamIndex index;
  private boolean isOpenSearch;
  private long lookedAt;
  private Optional<TeamIndex.Facts> facts = Optional.empty();
  private Optional<Missed> missed = Optional.empty();

  /// A failure to learn them, and when it was ([System#nanoTime]).
  private record Missed(RemoteFailure failure, long at) {}

  Cluster(Access access) {
    this.wire = new Wire(access);
    this.index = new TeamIndex(wire);
  }

  TeamIndex index() {
    return index;
  }

  Access access() {
    return wire.access();
  }

  /// The official client; a request takes so long at most.
  OpenSearchClient client(Duration patience) {
    return new OpenSearchClient(new WireTransport(wire, patience));
  }

  /// What is behind the team's alias; empty where nothing was published. Throws [RemoteFailure]
  /// when that is not known after `patience`. Of several that ask at the same time one goes, and
  /// its failure is everybody's.
  Optional<TeamIndex.Facts> facts(Duration patience) throws InterruptedException {
    long asked = System.nanoTime();
    synchronized (this) {
      if (missed.isPresent() && missed.get().at() - asked > 0) {
        throw missed.get().failure();
      }
      if (facts.isEmpty() || System.nanoTime() - lookedAt > KNOWN.toNanos()) {
        try {
          facts = asked(patience);
          lookedAt = System.nanoTime();
        } catch (RemoteFailure e) {
          missed = Optional.of(new Missed(e, System.nanoTime()));
          throw e;
        }
      }
      return facts;
    }
  }

  private Optional<TeamIndex.Facts> asked(Duration patience) throws InterruptedException {
    if (!isOpenSearch) {
      index.requireOpenSearch(patience);
      isOpenSearch = true;
    }
    return index.facts(patience);
  }

  /// Forgets what is known of the index.
  synchronized void forget() {
    facts = Optional.empty();
  }

  @Override
  public void close() {
    wire.close();
  }
}
