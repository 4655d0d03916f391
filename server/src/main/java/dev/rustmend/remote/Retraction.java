package dev.rustmend.remote;

import dev.rustmend.search.Field;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.DeleteByQueryRequest;
import org.opensearch.client.opensearch.core.SearchRequest;

/// Finds documents by the ids of their passages, and takes them back.
record Retraction(Cluster cluster) {
  private static final int MOST = 1000;

  private interface Asking<T> {
    T answer() throws IOException;
  }

  List<TeamPassage> find(List<String> ids) throws InterruptedException {
    if (cluster.facts(Cluster.UNHURRIED).isEmpty() || ids.isEmpty()) {
      return List.of();
    }
    SearchRequest request =
        SearchRequest.of(search ->
            search
                .index(cluster.access().alias())
                .query(TeamQueries.anyOf(Field.ID, ids))
                .size(MOST));
    return told(() ->
        cluster.client(Cluster.UNHURRIED).search(request, JsonObject.class).hits().hits().stream()
            .map(hit -> TeamPassage.of(hit.source()))
            .toList());
  }

  int retract(List<String> ids) throws InterruptedException {
    if (cluster.facts(Cluster.UNHURRIED).isEmpty() || ids.isEmpty()) {
      return 0;
    }
    DeleteByQueryRequest request =
        DeleteByQueryRequest.of(delete ->
            delete
                .index(cluster.access().alias())
                .query(TeamQueries.anyOf(Field.ID, ids))
                .refresh(Refresh.True));
    return told(() -> {
      Long deleted = cluster.client(Cluster.UNHURRIED).deleteByQuery(request).deleted();
      return deleted == null ? 0 : Math.toIntExact(deleted);
    });
  }

  private static <T> T told(Asking<T> asking) throws InterruptedException {
    try {
      return asking.answer();
    } catch (OpenSearchException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.LASTING,
          "the team's knowledge base does not do this: " + e.error().reason(),
          e);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new java.io.UncheckedIOException(e);
    }
  }
}
