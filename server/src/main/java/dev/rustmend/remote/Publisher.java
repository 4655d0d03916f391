package dev.rustmend.remote;

import dev.rustmend.search.VectorSpace;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.WaitForActiveShardOptions;
import org.opensearch.client.opensearch.core.BulkRequest;
import org.opensearch.client.opensearch.core.MgetRequest;
import org.opensearch.client.opensearch.core.bulk.BulkOperation;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;

/// Writes passages in batches until each is acknowledged by every copy of its shard, or refused.
///
/// A document's id is made of its content, so that what was sent twice is there once: after an
/// answer that got lost, or in a run after one that was ended, only what is missing is sent again.
/// `target` is the name of an index or of the alias.
record Publisher(OpenSearchClient client, String target, Optional<VectorSpace> space) {
  private static final int BATCH = 100;

  /// One document to write.
  record Item(TeamPassage passage, Optional<float[]> vector) {
    BulkOperation operation(Optional<VectorSpace> space) {
      JsonObject document = passage.document(space, vector);
      return BulkOperation.of(
          bulk -> bulk.index(one -> one.id(passage.identity()).document(document)));
    }
  }

  /// Those of the items that are not there. Throws [RemoteFailure].
  List<Item> missing(List<Item> items) throws InterruptedException {
    var missing = new ArrayList<Item>();
    for (int from = 0; from < items.size(); from += BATCH) {
      List<Item> batch = items.subList(from, Math.min(items.size(), from + BATCH));
      Set<String> known = Patience.until(() -> known(batch));
      batch.stream()
          .filter(item -> !known.contains(item.passage().identity()))
          .forEach(missing::add);
    }
    return List.copyOf(missing);
  }

  private Set<String> known(List<Item> items) throws IOException {
    MgetRequest request =
        MgetRequest.of(get ->
            get.index(target)
                .ids(items.stream().map(item -> item.passage().identity()).toList())
                .sourceIncludes(List.of("id")));
    var known = new HashSet<String>();
    client
        .mget(request, JsonObject.class)
        .docs()
        .forEach(found -> {
          if (found.isResult() && found.result().found()) {
            known.add(found.result().id());
          }
        });
    return known;
  }

  /// Writes all of them; `acknowledged` hears of each document that is safe, by its id, at once.
  /// Throws [RemoteFailure] when the cluster does not answer for long.
  Publication publish(List<Item> items, Consumer<String> acknowledged) throws InterruptedException {
    List<Item> missing = missing(items);
    var refused = new LinkedHashMap<String, String>();
    int taken = 0;
    for (int from = 0; from < missing.size(); from += BATCH) {
      List<Item> batch = missing.subList(from, Math.min(missing.size(), from + BATCH));
      taken += publish(batch, acknowledged, refused);
    }
    return new Publication(items.size() - missing.size(), taken, refused);
  }

  private int publish(List<Item> batch, Consumer<String> acknowledged, Map<String, String> refused)
      throws InterruptedException {
    List<Item> left = batch;
    int taken = 0;
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt == Patience.ATTEMPTS) {
        throw new RemoteFailure(
            RemoteFailure.Kind.PASSING,
            "the team's knowledge base did not take %d entries, tried %d times; publish again when it answers, which sends what is missing"
                .formatted(left.size(), Patience.ATTEMPTS));
      }
      if (attempt > 0) {
        Patience.pause(attempt);
      }
      List<Item> sent = left;
      List<BulkResponseItem> answers = Patience.until(() -> send(sent));
      var again = new ArrayList<Item>();
      for (int i = 0; i < answers.size(); i++) {
        BulkResponseItem answer = answers.get(i);
        Item item = sent.get(i);
        if (answer.status() < 300) {
          taken++;
          acknowledged.accept(item.passage().identity());
        } else if (Patience.mayPass(answer.status())) {
          again.add(item);
        } else {
          refused.put(
              item.passage().passage().id(),
              answer.error() == null
                  ? "status " + answer.status()
                  : String.valueOf(answer.error().reason()));
        }
      }
      left = again;
    }
    return taken;
  }

  private List<BulkResponseItem> send(List<Item> items) throws IOException {
    List<BulkOperation> operations = items.stream().map(item -> item.operation(space)).toList();
    BulkRequest request =
        BulkRequest.of(bulk ->
            bulk.index(target)
                .waitForActiveShards(shards -> shards.option(WaitForActiveShardOptions.All))
                .timeout(time -> time.time("10s"))
                .operations(operations));
    return client.bulk(request).items();
  }
}
