package dev.rustmend.model;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/// Little-endian values from a file, one after the other. What does not fit into the rest of the
/// file is an [EOFException] before anything is allocated for it.
final class GgufInput {
  private static final int BUFFER = 1 << 16;

  private final SeekableByteChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private final long size;

  GgufInput(SeekableByteChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  /// Bytes read so far.
  long position() throws IOException {
    return channel.position() - buffer.remaining();
  }

  long left() throws IOException {
    return size - position();
  }

  byte int8() throws IOException {
    need(1);
    return buffer.get();
  }

  short int16() throws IOException {
    need(2);
    return buffer.getShort();
  }

  int int32() throws IOException {
    need(4);
    return buffer.getInt();
  }

  long int64() throws IOException {
    need(8);
    return buffer.getLong();
  }

  /// A text with its length before it. Throws [GgufFormatException] when it is longer than `most`
  /// bytes.
  String text(int most) throws IOException, GgufFormatException {
    long length = length();
    if (length > most) {
      throw new GgufFormatException(
          "holds a text of %d bytes where none is that long".formatted(length));
    }
    var bytes = new byte[(int) length];
    int done = 0;
    while (done < bytes.length) {
      need(1);
      int part = Math.min(buffer.remaining(), bytes.length - done);
      buffer.get(bytes, done, part);
      done += part;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// Goes past a text.
  void skipText() throws IOException {
    skip(length());
  }

  void skip(long bytes) throws IOException {
    if (bytes < 0 || bytes > left()) {
      throw new EOFException();
    }
    if (bytes <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) bytes);
    } else {
      channel.position(position() + bytes);
      buffer.limit(0);
    }
  }

  /// A count or length of something that takes at least one byte each.
  long length() throws IOException {
    long length = int64();
    if (length < 0 || length > left()) {
      throw new EOFException();
    }
    return length;
  }

  private void need(int bytes) throws IOException {
    if (buffer.remaining() >= bytes) {
      return;
    }
    buffer.compact();
    while (buffer.position() < bytes) {
      if (channel.read(buffer) < 0) {
        throw new EOFException();
      }
    }
    buffer.flip();
  }
}
