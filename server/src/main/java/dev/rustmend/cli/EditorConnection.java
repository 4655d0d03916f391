package dev.rustmend.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The two directions of a connection to one editor, other than stdio.
///
/// Editors disagree on who listens: VS Code's client listens before it starts the server, Neovim
/// connects to a server that listens. So we connect where somebody listens, and listen otherwise.
record EditorConnection(InputStream in, OutputStream out, Closeable socket) implements Closeable {

  /// A port of the loopback; `tell` hears when we wait for the editor.
  static EditorConnection onPort(int port, Consumer<String> tell) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    Socket socket;
    try {
      socket = new Socket(loopback, port);
    } catch (ConnectException _) {
      try (var server = new ServerSocket(port, 1, loopback)) {
        tell.accept("rustmend: waiting for an editor on port " + server.getLocalPort());
        socket = server.accept();
      }
    }
    socket.setTcpNoDelay(true);
    return new EditorConnection(socket.getInputStream(), socket.getOutputStream(), socket);
  }

  /// A Unix socket; a file that nobody listens at any more is replaced.
  static EditorConnection onSocketFile(Path file, Consumer<String> tell) throws IOException {
    var address = UnixDomainSocketAddress.of(file);
    SocketChannel channel;
    try {
      channel = SocketChannel.open(address);
    } catch (IOException _) {
      if (Files.isRegularFile(file) || Files.isDirectory(file)) {
        throw new IOException(file + " is not a socket");
      }
      Files.deleteIfExists(file);
      try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        server.bind(address, 1);
        tell.accept("rustmend: waiting for an editor on " + file);
        channel = server.accept();
      } finally {
        Files.deleteIfExists(file);
      }
    }
    return new EditorConnection(
        Channels.newInputStream(channel), Channels.newOutputStream(channel), channel);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
