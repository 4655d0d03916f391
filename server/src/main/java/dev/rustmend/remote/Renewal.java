package dev.rustmend.remote;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.PassageText;
import dev.rustmend.search.VectorSpace;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.SortOrder;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.search.Hit;

/// Makes the team's index anew: the same passages with the terms of this program and the vectors of
/// `embedder`. The old index can only be read meanwhile, and goes when the new one is complete.
record Renewal(Cluster cluster, Embedder embedder) {
  private static final int PAGE = 200;

  /// How many passages there are. Throws [RemoteFailure]; the old index stays then.
  int run() throws InterruptedException {
    TeamIndex index = cluster.index();
    VectorSpace space = VectorSpace.of(embedder);
    Optional<String> old = index.name();
    String fresh = index.create(space, 1, System.currentTimeMillis());
    boolean done = false;
    try {
      int count = 0;
      if (old.isPresent()) {
        index.setWritable(old.get(), TeamIndex.Writing.BLOCKED);
        index.refresh(old.get());
        count = copy(old.get(), fresh, space);
      }
      index.refresh(fresh);
      index.swap(fresh, old);
      done = true;
      return count;
    } catch (IOException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.PASSING,
          "the team's index could not be read to its end; try again when the cluster is well",
          e);
    } finally {
      if (!done) {
        old.ifPresent(name -> undo(index, name, fresh));
      }
    }
  }

  private static void undo(TeamIndex index, String old, String fresh) {
    try {
      index.delete(fresh);
      index.setWritable(old, TeamIndex.Writing.ALLOWED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RemoteFailure e) {
      System.getLogger(Renewal.class.getName())
          .log(System.Logger.Level.WARNING, "the team''s index {0} may still be read only", old);
    }
  }

  private int copy(String from, String to, VectorSpace space)
      throws IOException, InterruptedException {
    OpenSearchClient client = cluster.client(Cluster.UNHURRIED);
    var publisher = new Publisher(client, to, Optional.of(space));
    int count = 0;
    List<FieldValue> after = List.of();
    while (true) {
      List<Hit<JsonObject>> page = page(client, from, after);
      if (page.isEmpty()) {
        return count;
      }
      Publication publication = publisher.publish(items(page), _ -> {});
      for (Map.Entry<String, String> refused : publication.refused().entrySet()) {
        throw new RemoteFailure(
            RemoteFailure.Kind.LASTING,
            "%s does not fit into a new index: %s; retract it and try again"
                .formatted(refused.getKey(), refused.getValue()));
      }
      count += page.size();
      after = page.getLast().sort();
    }
  }

  private List<Publisher.Item> items(List<Hit<JsonObject>> page) throws InterruptedException {
    List<TeamPassage> passages = page.stream().map(hit -> TeamPassage.of(hit.source())).toList();
    List<TeamPassage> meant =
        passages.stream().filter(it -> PassageText.isForMeaning(it.passage())).toList();
    List<float[]> made =
        embedder.embed(
            meant.stream().map(it -> PassageText.of(it.passage())).toList(), Embedder.Role.PASSAGE);
    var items = new ArrayList<Publisher.Item>();
    int next = 0;
    for (TeamPassage passage : passages) {
      boolean has = next < meant.size() && meant.get(next).equals(passage);
      items.add(new Publisher.Item(passage, has ? Optional.of(made.get(next)) : Optional.empty()));
      next += has ? 1 : 0;
    }
    return List.copyOf(items);
  }

  private static List<Hit<JsonObject>> page(
      OpenSearchClient client, String index, List<FieldValue> after) throws IOException {
    SearchRequest request =
        SearchRequest.of(search -> {
          search
              .index(index)
              .size(PAGE)
              .query(query -> query.matchAll(all -> all))
              .sort(sort ->
                  sort.field(field -> field.field(TeamPassage.IDENTITY).order(SortOrder.Asc)));
          return after.isEmpty() ? search : search.searchAfter(after);
        });
    return client.search(request, JsonObject.class).hits().hits();
  }
}
