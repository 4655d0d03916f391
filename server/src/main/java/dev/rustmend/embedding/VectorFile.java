package dev.rustmend.embedding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file of [VectorRecord]s that several processes append to, and where its records are.
///
/// Each append is one write, so a crash can at most cut one off or leave a hole: reading goes on
/// with the next mark whose checksum is right.
final class VectorFile {
  private static final int CHUNK_RECORDS = 1024;

  private final Path path;
  private final VectorRecord layout;
  private final Map<VectorRecord.Key, Long> places = new HashMap<>();
  private @Nullable Object identity;
  private long scanned;

  VectorFile(Path path, VectorRecord layout) {
    this.path = path;
    this.layout = layout;
  }

  /// The vectors of those `keys` that the file has.
  Map<VectorRecord.Key, float[]> read(Collection<VectorRecord.Key> keys) throws IOException {
    var found = new HashMap<VectorRecord.Key, float[]>();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      scan(channel);
      ByteBuffer record = ByteBuffer.allocate(layout.bytes());
      for (VectorRecord.Key key : keys) {
        Long place = places.get(key);
        if (place != null) {
          fill(channel, record.clear(), place);
          if (layout.key(record, 0).equals(Optional.of(key))) {
            found.put(key, layout.vector(record, 0));
          } else {
            places.remove(key);
          }
        }
      }
    } catch (NoSuchFileException _) {
      forget();
    }
    return found;
  }

  void append(Map<VectorRecord.Key, float[]> vectors) throws IOException {
    ByteBuffer records = ByteBuffer.allocate(layout.bytes() * vectors.size());
    vectors.forEach((key, vector) -> layout.write(records, key, vector));
    records.flip();
    Files.createDirectories(path.getParent());
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (records.hasRemaining()) {
        channel.write(records);
      }
    }
  }

  /// In bytes; 0 for a file that is not there.
  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  private void forget() {
    places.clear();
    identity = null;
    scanned = 0;
  }

  /// Notes what was appended since the last look. A file that has taken this one's place is read
  /// from its beginning.
  private void scan(FileChannel channel) throws IOException {
    Object now = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    if (!Objects.equals(identity, now) || channel.size() < scanned) {
      forget();
      identity = now;
    }
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_RECORDS * layout.bytes());
    while (channel.size() - scanned >= layout.bytes()) {
      fill(channel, chunk.clear(), scanned);
      int used = scan(chunk);
      if (used == 0) {
        return;
      }
      scanned += used;
    }
  }

  /// Notes the records of `chunk`, which begins at [#scanned]; returns how many bytes were read for
  /// good.
  private int scan(ByteBuffer chunk) {
    int at = 0;
    while (at + layout.bytes() <= chunk.limit()) {
      Optional<VectorRecord.Key> key = layout.key(chunk, at);
      long place = scanned + at;
      key.ifPresent(known -> places.put(known, place));
      at += key.isPresent() ? layout.bytes() : 1;
    }
    return at;
  }

  private static void fill(FileChannel channel, ByteBuffer buffer, long from) throws IOException {
    while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
      // a read may give less than asked for
    }
    buffer.flip();
  }
}
