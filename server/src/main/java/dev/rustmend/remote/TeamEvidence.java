package dev.rustmend.remote;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch.core.UpdateRequest;

/// Counts what becomes of the team's fixes: each count is added by the cluster itself, so that two
/// who count at once are both counted. All that is sent is the entry's identity and the numbers.
record TeamEvidence(OpenSearchClient client, String index) {
  /// How often the node itself tries again when somebody else counted at that instant.
  private static final int CONFLICTS = 50;

  /// How often we do, after pauses, when that was not enough: a conflict says that nothing was
  /// counted.
  private static final int ATTEMPTS = 5;

  private static final int CONFLICT = 409;
  private static final String ADD =
      "for (e in params.entrySet()) { ctx._source[e.getKey()] += e.getValue() }";

  /// Adds to what is known of an entry. Throws [RemoteFailure] when the cluster does not take it.
  void add(String identity, Counts more) throws IOException, InterruptedException {
    UpdateRequest<JsonObject, JsonObject> request = request(identity, more);
    for (int attempt = 1; !isTaken(request, attempt); attempt++) {
      Patience.pause(attempt);
    }
  }

  /// Whether the cluster took it; no when somebody else was quicker and there are attempts left.
  private boolean isTaken(UpdateRequest<JsonObject, JsonObject> request, int attempt)
      throws IOException {
    try {
      client.update(request, JsonObject.class);
      return true;
    } catch (OpenSearchException e) {
      if (e.status() == CONFLICT && attempt < ATTEMPTS) {
        return false;
      }
      throw new RemoteFailure(
          RemoteFailure.Kind.PASSING, "the team's evidence is not taken: " + e.error().reason(), e);
    }
  }

  private UpdateRequest<JsonObject, JsonObject> request(String identity, Counts more) {
    Map<String, Long> numbers =
        Map.of(
            "offered", more.offered(),
            "taken", more.taken(),
            "kept", more.kept(),
            "undone", more.undone());
    var first = PlainMapper.JSON.createObjectBuilder();
    var params = new java.util.TreeMap<String, JsonData>();
    numbers.forEach((name, number) -> {
      first.add(name, number);
      params.put(name, JsonData.of(number));
    });
    JsonObject upsert = first.build();
    return UpdateRequest.of(update ->
        update
            .index(index)
            .id(identity)
            .retryOnConflict(CONFLICTS)
            .script(script ->
                script.inline(inline ->
                    inline
                        .lang(lang ->
                            lang.builtin(
                                org.opensearch.client.opensearch._types.BuiltinScriptLanguage
                                    .Painless))
                        .source(ADD)
                        .params(params)))
            .upsert(upsert));
  }
}
