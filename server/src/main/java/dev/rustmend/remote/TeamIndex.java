package dev.rustmend.remote;

import dev.rustmend.search.VectorSpace;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// The indices of a team on its cluster. Readers and writers know one name, an alias; behind it is
/// one index, whose fields have a version, and which is replaced as a whole.
final class TeamIndex {
  /// The version of the fields and of the terms in them.
  static final int VERSION = 1;

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final String META = "rustmend";

  private final Wire wire;

  TeamIndex(Wire wire) {
    this.wire = wire;
  }

  /// What is behind the alias: the name of the index, and the field of its vectors with the model
  /// that makes them, both empty where there are none.
  record Facts(String name, String vectorField, String model) {}

  /// Throws [RemoteFailure] when this is no OpenSearch.
  void requireOpenSearch(Duration patience) throws InterruptedException {
    Wire.Reply reply = wire.send("GET", "/", "", patience);
    raise(reply);
    JsonObject root = reply.json();
    JsonObject version = TeamPassage.object(root, "version");
    if (version.getString("distribution", "").equals("opensearch")) {
      return;
    }
    boolean elastic = root.getString("tagline", "").contains("You Know, for Search");
    throw lasting(
        elastic
            ? "%s is Elasticsearch, which finds vectors in another way; `knowledge.remote` wants OpenSearch"
                .formatted(wire.access().address())
            : "%s does not answer as OpenSearch does (status %d); check `knowledge.remote`"
                .formatted(wire.access().address(), reply.status()));
  }

  /// What is behind the alias; empty where nothing was published yet. Throws [RemoteFailure] when
  /// its fields are of another version.
  Optional<Facts> facts(Duration patience) throws InterruptedException {
    Wire.Reply reply = wire.send("GET", "/" + wire.access().alias() + "/_mapping", "", patience);
    if (reply.status() == 404) {
      return Optional.empty();
    }
    raise(reply);
    JsonObject indices = reply.json();
    if (indices.size() != 1) {
      throw lasting(
          "the alias %s leads to %d indices and must lead to one; see `rustmend kb publish --renew`"
              .formatted(wire.access().alias(), indices.size()));
    }
    String name = indices.keySet().iterator().next();
    JsonObject mappings = TeamPassage.object(TeamPassage.object(indices, name), "mappings");
    JsonObject meta = TeamPassage.object(TeamPassage.object(mappings, "_meta"), META);
    int version = meta.getInt("version", 0);
    if (version != VERSION) {
      throw lasting(
          "the team's index %s has version %d of its fields and this rustmend reads version %d; %s"
              .formatted(
                  name,
                  version,
                  VERSION,
                  version < VERSION
                      ? "a publisher's `rustmend kb publish --renew` makes it anew"
                      : "install a newer rustmend"));
    }
    return Optional.of(new Facts(name, meta.getString("vector", ""), meta.getString("model", "")));
  }

  /// Makes a new index for vectors of `space`, with nothing in it and no alias, and the one for
  /// evidence unless it is there. Returns its name.
  String create(VectorSpace space, int shards, long now) throws InterruptedException {
    String name = "%s-v%d-%d".formatted(wire.access().alias(), VERSION, now);
    String definition =
        resource("index.json")
            .replace("$shards", String.valueOf(shards))
            .replace("$version", String.valueOf(VERSION))
            .replace("$dimensions", String.valueOf(space.dimensions()))
            .replace("$vector", space.field())
            .replace("\"$model\"", PlainMapper.JSON.createValue(space.model()).toString());
    raise(wire.send("PUT", "/" + name, definition, PATIENCE));
    Wire.Reply evidence =
        wire.send("PUT", "/" + wire.access().evidence(), resource("evidence.json"), PATIENCE);
    if (evidence.status() != 400) { // it is there already
      raise(evidence);
    }
    return name;
  }

  /// Has the alias lead to `name` and to nothing else, in one step; `before` is deleted afterwards.
  void swap(String name, Optional<String> before) throws InterruptedException {
    String alias = wire.access().alias();
    String remove =
        before.isEmpty()
            ? ""
            : "{\"remove\":{\"index\":\"%s\",\"alias\":\"%s\"}},".formatted(before.get(), alias);
    String actions =
        "{\"actions\":[%s{\"add\":{\"index\":\"%s\",\"alias\":\"%s\",\"is_write_index\":true}}]}"
            .formatted(remove, name, alias);
    raise(wire.send("POST", "/_aliases", actions, PATIENCE));
    if (before.isPresent()) {
      raise(wire.send("DELETE", "/" + before.get(), "", PATIENCE));
    }
  }

  /// The name of the one index behind the alias, whatever version its fields have.
  Optional<String> name() throws InterruptedException {
    Wire.Reply reply = wire.send("GET", "/_alias/" + wire.access().alias(), "", PATIENCE);
    if (reply.status() == 404) {
      return Optional.empty();
    }
    raise(reply);
    return reply.json().keySet().stream().findFirst();
  }

  /// Lets an index be written, or only read.
  void setWritable(String name, Writing writing) throws InterruptedException {
    raise(
        wire.send(
            "PUT",
            "/" + name + "/_settings",
            "{\"index.blocks.write\":%s}".formatted(writing == Writing.BLOCKED),
            PATIENCE));
  }

  /// Whether an index takes documents.
  enum Writing {
    ALLOWED,
    BLOCKED
  }

  /// Deletes an index that nobody uses.
  void delete(String name) throws InterruptedException {
    wire.send("DELETE", "/" + name, "", PATIENCE);
  }

  /// How much an index has, in its primary shards.
  Team.Size size(String name) throws InterruptedException {
    Wire.Reply reply = wire.send("GET", "/" + name + "/_stats/docs,store", "", PATIENCE);
    if (reply.status() == 404) {
      return new Team.Size(0, 0);
    }
    raise(reply);
    JsonObject primaries =
        TeamPassage.object(TeamPassage.object(reply.json(), "_all"), "primaries");
    return new Team.Size(
        number(TeamPassage.object(primaries, "docs"), "count"),
        number(TeamPassage.object(primaries, "store"), "size_in_bytes"));
  }

  private static long number(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? number.longValue() : 0;
  }

  /// Merges the segments of each shard into one, however long that takes.
  void merge(String name) throws InterruptedException {
    raise(
        wire.send("POST", "/" + name + "/_forcemerge?max_num_segments=1", "", Duration.ofHours(2)));
    refresh(name);
  }

  /// Has everything written so far found.
  void refresh(String name) throws InterruptedException {
    raise(wire.send("POST", "/" + name + "/_refresh", "", PATIENCE));
  }

  private void raise(Wire.Reply reply) {
    if (!reply.isFine()) {
      JsonObject error = TeamPassage.object(reply.json(), "error");
      throw wire.failure(reply)
          .orElseGet(() ->
              lasting(
                  "the team's knowledge base at %s answers with status %d: %s"
                      .formatted(
                          wire.access().address(),
                          reply.status(),
                          error.getString("reason", "no reason"))));
    }
  }

  private static RemoteFailure lasting(String sentence) {
    return new RemoteFailure(RemoteFailure.Kind.LASTING, sentence);
  }

  private static String resource(String name) {
    try (InputStream in = TeamIndex.class.getResourceAsStream("/team/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks team/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a file in the program can not be read", e);
    }
  }
}
