package dev.rustmend.embedding;

import dev.rustmend.search.Embedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An embedder that computes each text once, and remembers its vector in rustmend's cache folder
/// from then on. What is known needs no model: it need not even be loaded.
public final class CachingEmbedder implements Embedder {
  /// How many vectors an interruption may cost.
  private static final int BATCH = 32;

  private final Embedder source;
  private final VectorCache cache;

  /// `cache` is rustmend's cache folder.
  public CachingEmbedder(Embedder source, Path cache) {
    this(source, new VectorCache(cache, source.model(), source.dimensions()));
  }

  CachingEmbedder(Embedder source, VectorCache cache) {
    this.source = source;
    this.cache = cache;
  }

  @Override
  public String model() {
    return source.model();
  }

  @Override
  public int dimensions() {
    return source.dimensions();
  }

  @Override
  public List<float[]> embed(List<String> texts, Role role) throws InterruptedException {
    List<VectorRecord.Key> keys =
        texts.stream().map(text -> VectorRecord.Key.of(role.name(), text)).toList();
    Map<VectorRecord.Key, float[]> known = new HashMap<>(cache.get(keys));
    var missing = new LinkedHashMap<VectorRecord.Key, String>();
    for (int i = 0; i < keys.size(); i++) {
      if (!known.containsKey(keys.get(i))) {
        missing.put(keys.get(i), texts.get(i));
      }
    }
    List<VectorRecord.Key> open = List.copyOf(missing.keySet());
    for (int from = 0; from < open.size(); from += BATCH) {
      List<VectorRecord.Key> batch = open.subList(from, Math.min(from + BATCH, open.size()));
      Map<VectorRecord.Key, float[]> fresh = compute(batch, missing, role);
      cache.put(fresh);
      known.putAll(fresh);
    }
    var vectors = new ArrayList<float[]>(keys.size());
    for (VectorRecord.Key key : keys) {
      vectors.add(known.getOrDefault(key, new float[0]));
    }
    return vectors;
  }

  @Override
  public Map<String, float[]> remembered(Collection<String> texts, Role role) {
    var keys = new HashMap<String, VectorRecord.Key>();
    texts.forEach(text -> keys.put(text, VectorRecord.Key.of(role.name(), text)));
    Map<VectorRecord.Key, float[]> known = cache.get(keys.values());
    var remembered = new HashMap<String, float[]>();
    keys.forEach((text, key) -> {
      float[] vector = known.get(key);
      if (vector != null) {
        remembered.put(text, vector);
      }
    });
    return remembered;
  }

  private Map<VectorRecord.Key, float[]> compute(
      List<VectorRecord.Key> batch, Map<VectorRecord.Key, String> texts, Role role)
      throws InterruptedException {
    List<float[]> vectors =
        source.embed(batch.stream().map(key -> texts.getOrDefault(key, "")).toList(), role);
    var fresh = new LinkedHashMap<VectorRecord.Key, float[]>();
    for (int i = 0; i < batch.size(); i++) {
      fresh.put(batch.get(i), vectors.get(i));
    }
    return fresh;
  }
}
