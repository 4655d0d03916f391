package dev.rustmend.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes every connection and never says a word.
final class DeafPort implements AutoCloseable {
  private final ServerSocket port;
  private final List<Socket> held = new CopyOnWriteArrayList<>();

  DeafPort() throws IOException {
    this.port = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("bench-deaf").start(this::take);
  }

  String address() {
    return "http://127.0.0.1:" + port.getLocalPort();
  }

  private void take() {
    try {
      while (true) {
        held.add(port.accept());
      }
    } catch (IOException e) {
      // closed
    }
  }

  @Override
  public void close() throws IOException {
    port.close();
    for (Socket socket : held) {
      socket.close();
    }
  }
}
