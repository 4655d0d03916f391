package dev.rustmend.lsp;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.messages.Message;

/// The queue of messages to the client, written by one thread of its own.
///
/// A client that does not read for a while thus never stops the reader thread, which would leave
/// both sides waiting for the other; and no thread that may be interrupted ever writes, since an
/// interrupt in the middle of a write closes a socket.
final class Outbox implements MessageConsumer {
  private final BlockingQueue<Optional<Message>> queue = new LinkedBlockingQueue<>();
  private final MessageConsumer wire;
  private final Thread writer;
  private volatile boolean gone;

  Outbox(MessageConsumer wire) {
    this.wire = wire;
    this.writer = Thread.ofPlatform().daemon().name("rustmend-lsp-writer").start(this::write);
  }

  @Override
  public void consume(Message message) {
    queue.add(Optional.of(message));
  }

  /// Writes what is queued and ends, or gives up after `patience`.
  void close(Duration patience) throws InterruptedException {
    queue.add(Optional.empty());
    var _ = writer.join(patience);
  }

  private void write() {
    try {
      Optional<Message> next = queue.take();
      while (next.isPresent()) {
        send(next.get());
        next = queue.take();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(Message message) {
    if (gone) {
      return;
    }
    try {
      wire.consume(message);
    } catch (JsonRpcException e) {
      // The client has closed its end. Nobody reads what follows; the end of the input, which comes
      // with it, ends the server.
      gone = true;
    }
  }
}
