package dev.rustmend.remote;

import java.time.Duration;
import java.util.Optional;
import org.opensearch.client.opensearch.OpenSearchClient;

/// The connection to one cluster, with what is known of the team's index there. Nothing is sent
/// before somebody asks. Safe to use from any thread.
final class Cluster implements AutoCloseable {
  /// How long something takes that nobody waits for.
  static final Duration UNHURRIED = Duration.ofMinutes(3);

  /// How long something takes at most that goes on when nobody waits for it any more.
  static final Duration SOON = Duration.ofSeconds(10);

  /// How long a mapping is taken for what it was.
  private static final Duration KNOWN = Duration.ofMinutes(5);

  private final Wire wire;
  private final TeamIndex index;
  private boolean isOpenSearch;
  private long lookedAt;
  private Optional<TeamIndex.Facts> facts = Optional.empty();

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

  /// What is behind the team's alias; empty where nothing was published. Throws [RemoteFailure].
  synchronized Optional<TeamIndex.Facts> facts() throws InterruptedException {
    Optional<TeamIndex.Facts> known = facts;
    if (known.isEmpty() || System.nanoTime() - lookedAt > KNOWN.toNanos()) {
      if (!isOpenSearch) {
        index.requireOpenSearch(UNHURRIED);
        isOpenSearch = true;
      }
      known = index.facts(UNHURRIED);
      facts = known;
      lookedAt = System.nanoTime();
    }
    return known;
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
