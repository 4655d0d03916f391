package dev.rustmend.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The lines of a client, as far as they are messages: others are answered here and left out. A
/// line that is too long is skipped without being kept. Confined to the thread that reads it.
final class LineGate extends InputStream {
  private final InputStream in;
  private final int longest;
  private final Inbox inbox;
  private final Consumer<String> answer;
  private final Runnable atEnd;
  private byte[] ready = new byte[0];
  private int at;
  private boolean ended;

  /// `answer` gets what a refused message is answered with; `atEnd` is run once, before whoever
  /// reads hears of the end.
  LineGate(InputStream in, int longest, Inbox inbox, Consumer<String> answer, Runnable atEnd) {
    this.in = in;
    this.longest = longest;
    this.inbox = inbox;
    this.answer = answer;
    this.atEnd = atEnd;
  }

  @Override
  public int read() throws IOException {
    return fill() ? ready[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, ready.length - at);
    System.arraycopy(ready, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return ready.length - at;
  }

  private boolean fill() throws IOException {
    while (at == ready.length && !ended) {
      nextLine();
    }
    return at < ready.length;
  }

  private void nextLine() throws IOException {
    var line = new ByteArrayOutputStream();
    long size = 0;
    int next = in.read();
    while (next >= 0 && next != '\n') {
      if (++size <= longest) {
        line.write(next);
      }
      next = in.read();
    }
    if (next < 0) {
      ended = true;
      atEnd.run();
    }
    String message = size > longest ? "" : line.toString(StandardCharsets.UTF_8);
    if (size > longest || !message.isBlank()) {
      switch (inbox.look(StdioServer.CLIENT, size > longest ? "too long" : message)) {
        case Inbox.Verdict.Pass(String passed) -> {
          ready = (passed + "\n").getBytes(StandardCharsets.UTF_8);
          at = 0;
        }
        case Inbox.Verdict.Refused(String refusal) -> answer.accept(refusal);
      }
    }
  }
}
