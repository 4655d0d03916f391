package dev.rustmend.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// The vectors that one model has made so far, by the text they were made of, in one file beside
/// the index. It outlives the index, so that making that anew does not embed anything again.
///
/// The file is only ever appended to. Each record has a checksum: what a crash left half-written at
/// the end is cut off when the file is next read. Only the index's writer uses it.
final class VectorCache {
  private static final int KEY = 16;
  private static final int CHECKSUM = 4;

  /// When the file is longer, the older half of it is dropped.
  private static final long LONGEST = 512L << 20;

  private final Path file;
  private final int record;
  private final VectorSpace space;
  private Optional<Map<String, Long>> places = Optional.empty();
  private long end;

  VectorCache(Path folder, VectorSpace space) {
    this.file = folder.resolve("vectors_" + space.tag() + ".bin");
    this.space = space;
    this.record = KEY + space.dimensions() * Float.BYTES + CHECKSUM;
  }

  /// The name of a text in the cache.
  static String key(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, KEY);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The vectors of the texts with these keys, as far as they are known.
  Map<String, float[]> get(List<String> keys) throws IOException {
    Map<String, Long> known = places();
    var found = new HashMap<String, float[]>();
    if (keys.stream().noneMatch(known::containsKey)) {
      return found;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = buffer(record);
      for (String key : keys) {
        Long place = known.get(key);
        if (place != null && read(channel, buffer, place) && isWhole(buffer)) {
          var vector = new float[space.dimensions()];
          buffer.position(KEY).asFloatBuffer().get(vector);
          found.put(key, vector);
        }
      }
    }
    return found;
  }

  /// Adds vectors that are not there yet.
  void put(Map<String, float[]> vectors) throws IOException {
    Map<String, Long> known = places();
    List<String> fresh = vectors.keySet().stream().filter(key -> !known.containsKey(key)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.truncate(end);
      for (String key : fresh) {
        write(channel, record(key, space.unit(vectors.getOrDefault(key, new float[0]))));
        known.put(key, end);
        end += record;
      }
    }
    if (end > LONGEST) {
      dropOlderHalf();
    }
  }

  private Map<String, Long> places() throws IOException {
    if (places.isEmpty()) {
      places = Optional.of(readPlaces());
    }
    return places.orElseThrow();
  }

  private Map<String, Long> readPlaces() throws IOException {
    var found = new HashMap<String, Long>();
    end = 0;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer buffer = buffer(record);
      while (read(channel, buffer, end)) {
        if (isWhole(buffer)) {
          var key = new byte[KEY];
          buffer.get(0, key);
          found.put(HexFormat.of().formatHex(key), end);
        }
        end += record;
      }
    } catch (java.nio.file.NoSuchFileException e) {
      end = 0;
    }
    return found;
  }

  private void dropOlderHalf() throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    long half = end / record / 2 * record;
    try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
        FileChannel to =
            FileChannel.open(
                fresh,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
      long at = half;
      while (at < end) {
        at += from.transferTo(at, end - at, to);
      }
      to.force(true);
    }
    java.nio.file.Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    places = Optional.empty();
  }

  private ByteBuffer record(String key, float[] vector) {
    ByteBuffer buffer = buffer(record);
    buffer.put(HexFormat.of().parseHex(key));
    for (float component : vector) {
      buffer.putFloat(component);
    }
    buffer.putInt(checksum(buffer));
    return buffer.flip();
  }

  private boolean isWhole(ByteBuffer buffer) {
    return buffer.getInt(record - CHECKSUM) == checksum(buffer);
  }

  private int checksum(ByteBuffer buffer) {
    var checksum = new CRC32();
    checksum.update(buffer.slice(0, record - CHECKSUM));
    return (int) checksum.getValue();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Reads a whole record at `place`; false when the file ends before its end.
  private static boolean read(FileChannel channel, ByteBuffer buffer, long place)
      throws IOException {
    buffer.clear();
    long at = place;
    while (buffer.hasRemaining()) {
      int count = channel.read(buffer, at);
      if (count < 0) {
        return false;
      }
      at += count;
    }
    return true;
  }

  private void write(FileChannel channel, ByteBuffer buffer) throws IOException {
    long at = end;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }
}
