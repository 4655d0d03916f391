package dev.rustmend.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.zip.CRC32C;

/// How a vector of so many dimensions stands in a file: a mark, the key of its text (16 bytes), the
/// components as 16-bit floats, and a checksum of all that. All records have one length.
record VectorRecord(int dimensions) {
  private static final int MARK = 0x564D5231;
  private static final int KEY_BYTES = 16;
  private static final int HEAD = Integer.BYTES + KEY_BYTES;

  /// The hash of a text.
  record Key(long first, long second) {

    /// `role` is part of the content: models see queries differently.
    static Key of(String role, String text) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(role.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Key(hash.getLong(), hash.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java runtime has SHA-256", e);
      }
    }
  }

  /// The length of a record.
  int bytes() {
    return HEAD + Short.BYTES * dimensions + Integer.BYTES;
  }

  void write(ByteBuffer out, Key key, float[] vector) {
    int start = out.position();
    out.putInt(MARK).putLong(key.first()).putLong(key.second());
    for (float component : vector) {
      out.putShort(Float.floatToFloat16(component));
    }
    out.putInt(checksum(out, start));
  }

  /// The key of the record at `start`; empty when there is no whole and undamaged one.
  Optional<Key> key(ByteBuffer in, int start) {
    int end = start + bytes() - Integer.BYTES;
    if (start + bytes() > in.limit()
        || in.getInt(start) != MARK
        || in.getInt(end) != checksum(in, start)) {
      return Optional.empty();
    }
    return Optional.of(
        new Key(in.getLong(start + Integer.BYTES), in.getLong(start + Integer.BYTES + Long.BYTES)));
  }

  float[] vector(ByteBuffer in, int start) {
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = Float.float16ToFloat(in.getShort(start + HEAD + Short.BYTES * i));
    }
    return UnitVector.of(vector);
  }

  private int checksum(ByteBuffer record, int start) {
    var checksum = new CRC32C();
    checksum.update(record.duplicate().clear().slice(start, bytes() - Integer.BYTES));
    return (int) checksum.getValue();
  }
}
