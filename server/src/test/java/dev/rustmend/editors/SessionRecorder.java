package dev.rustmend.editors;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Stands between an editor and a server, passes every byte on, and writes each message of either
/// side to a file: one line of JSON with `from` (`client` or `server`) and `message`.
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
      for (byte[] body = message(in); body.length > 0; body = message(in)) {
        write(from, new String(body, StandardCharsets.UTF_8));
        out.write(
            ("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void write(String from, String message) throws IOException {
    var line = new JsonObject();
    line.addProperty("from", from);
    line.add("message", JsonParser.parseString(message));
    record.write(line.toString());
    record.newLine();
    record.flush();
  }

  /// The body of the next message, or nothing at the end of the stream.
  private static byte[] message(InputStream in) throws IOException {
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.startsWith("Content-Length: ")) {
        length = Integer.parseInt(header.substring("Content-Length: ".length()));
      }
    }
    return in.readNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }
}
