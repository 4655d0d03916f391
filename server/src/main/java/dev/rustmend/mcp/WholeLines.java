package dev.rustmend.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes whole lines only, whoever writes: no message ever stands in the middle of another. Safe
/// to use from any thread, as long as one thread alone writes pieces.
final class WholeLines extends OutputStream {
  private final OutputStream out;
  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();

  WholeLines(OutputStream out) {
    this.out = out;
  }

  /// Writes a line of its own.
  synchronized void line(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public synchronized void write(int one) throws IOException {
    piece.write(one);
    if (one == '\n') {
      send();
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    piece.write(bytes, offset, length);
    if (length > 0 && bytes[offset + length - 1] == '\n') {
      send();
    }
  }

  private void send() throws IOException {
    piece.writeTo(out);
    piece.reset();
    out.flush();
  }
}
