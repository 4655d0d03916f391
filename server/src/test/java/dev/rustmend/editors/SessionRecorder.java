package dev.rustmend.editors;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Stands between an editor and a server, passes every byte on, and writes each message of either
/// side to a file, as [RecordedSession] reads it.
///
/// Arguments: the file, then the command of the server. Ends when the server does.
public final class SessionRecorder {
  private final BufferedWriter record;

  private SessionRecorder(BufferedWriter record) {
    this.record = record;
  }

  public static void main(String[] args) throws Exception {
    var server =
        new ProcessBuilder(List.of(args).subList(1, args.length))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int code;
    try (var record = Files.newBufferedWriter(Path.of(args[0]))) {
      var recorder = new SessionRecorder(record);
      Thread.ofPlatform()
          .daemon()
          .name("from client")
          .start(() -> recorder.pass("client", System.in, server.getOutputStream()));
      recorder.pass("server", server.getInputStream(), System.out);
      code = server.waitFor();
    }
    System.exit(code);
  }

  private void pass(String from, InputStream in, OutputStream out) {
    try (out) {
      for (String body = Framing.read(in); !body.isEmpty(); body = Framing.read(in)) {
        write(RecordedSession.Entry.of(from, body));
        Framing.write(out, body);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void write(RecordedSession.Entry entry) throws IOException {
    record.write(entry.line());
    record.newLine();
    record.flush();
  }
}
