package dev.rustmend.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A port behind which a real cluster is, until somebody cuts the cable.
final class Cable implements AutoCloseable {
  private final Optional<End> far;
  private final Optional<ServerSocket> near;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();

  /// Where the cluster listens.
  record End(String host, int port) {}

  /// Without a cluster it leads nowhere.
  Cable(Optional<End> far) throws IOException {
    this.far = far;
    this.near =
        far.isPresent()
            ? Optional.of(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()))
            : Optional.empty();
    near.ifPresent(port -> Thread.ofVirtual().name("bench-cable").start(() -> take(port)));
  }

  /// What a setting says to reach the cluster by it.
  Optional<String> address() {
    return near.map(port -> "http://127.0.0.1:" + port.getLocalPort());
  }

  private void take(ServerSocket port) {
    try {
      while (true) {
        Socket here = port.accept();
        ends.add(here);
        End end = far.orElseThrow();
        var there = new Socket(end.host(), end.port());
        ends.add(there);
        Thread.ofVirtual().name("bench-cable-in").start(() -> carry(here, there));
        Thread.ofVirtual().name("bench-cable-out").start(() -> carry(there, here));
      }
    } catch (IOException e) {
      // cut
    }
  }

  private static void carry(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // cut
    }
  }

  /// From now on nobody reaches the cluster.
  void cut() throws IOException {
    if (near.isPresent()) {
      near.get().close();
    }
    for (Socket end : ends) {
      end.close();
    }
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
