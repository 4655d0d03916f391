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
  private static final int CONFLICTS = 50;
  private static final String ADD =
      "for (e in params.entrySet()) { ctx._source[e.getKey()] += e.getValue() }";

  /// Adds to what is known of an entry. Throws [RemoteFailure] when the cluster does not take it.
  void add(String identity, Counts more) throws IOException {
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
    UpdateRequest<JsonObject, JsonObject> request =
        UpdateRequest.of(update ->
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
    try {
      client.update(request, JsonObject.class);
    } catch (OpenSearchException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.PASSING, "the team's evidence is not taken: " + e.error().reason(), e);
    }
  }
}
