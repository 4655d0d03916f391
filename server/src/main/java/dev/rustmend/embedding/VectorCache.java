package dev.rustmend.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The vectors of one model by the content of their texts, in two files of rustmend's cache folder.
///
/// When the younger file has half of the allowed records, it takes the place of the older one; what
/// is found in the older one is copied to the younger, so what is in use stays. A folder that can
/// not be read or written makes the cache forget, and nothing else. Several processes may share it.
final class VectorCache {
  private static final System.Logger LOG = System.getLogger(VectorCache.class.getName());

  /// About 70 MB for 384 components.
  private static final int MOST_RECORDS = 90_000;

  private final Path youngerPath;
  private final Path olderPath;
  private final VectorFile younger;
  private final VectorFile older;
  private final long mostBytes;

  VectorCache(Path cache, String model, int dimensions) {
    this(cache, model, dimensions, MOST_RECORDS);
  }

  VectorCache(Path cache, String model, int dimensions, int mostRecords) {
    Path folder =
        cache
            .resolve("vectors")
            .resolve(model.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + dimensions);
    var layout = new VectorRecord(dimensions);
    this.youngerPath = folder.resolve("younger.bin");
    this.olderPath = folder.resolve("older.bin");
    this.younger = new VectorFile(youngerPath, layout);
    this.older = new VectorFile(olderPath, layout);
    this.mostBytes = (long) layout.bytes() * mostRecords / 2;
  }

  /// The vectors of those `keys` that are known.
  synchronized Map<VectorRecord.Key, float[]> get(Collection<VectorRecord.Key> keys) {
    try {
      Map<VectorRecord.Key, float[]> found = new HashMap<>(younger.read(keys));
      Map<VectorRecord.Key, float[]> aging =
          older.read(keys.stream().filter(key -> !found.containsKey(key)).toList());
      if (!aging.isEmpty()) {
        put(aging);
        found.putAll(aging);
      }
      return found;
    } catch (IOException e) {
      complain(e);
      return Map.of();
    }
  }

  /// Keeps `vectors` for later.
  synchronized void put(Map<VectorRecord.Key, float[]> vectors) {
    if (vectors.isEmpty()) {
      return;
    }
    try {
      if (younger.size() >= mostBytes) {
        Files.move(youngerPath, olderPath, StandardCopyOption.REPLACE_EXISTING);
      }
      younger.append(new LinkedHashMap<>(vectors));
    } catch (IOException e) {
      complain(e);
    }
  }

  private void complain(IOException e) {
    LOG.log(
        System.Logger.Level.INFO,
        "vectors can not be kept in {0} ({1}); they are computed anew",
        youngerPath.getParent(),
        e.getClass().getSimpleName());
  }
}
