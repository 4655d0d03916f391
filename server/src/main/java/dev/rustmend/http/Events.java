package dev.rustmend.http;

import com.google.gson.JsonObject;
import dev.rustmend.service.ReportJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A stream of server-sent events. Confined to one thread.
final class Events {
  private final OutputStream out;

  Events(OutputStream out) {
    this.out = out;
  }

  /// Sends one event. Throws [IOException] when nobody reads any more.
  void send(String name, JsonObject data) throws IOException {
    write("event: %s\ndata: %s\n\n".formatted(name, ReportJson.line(data)));
  }

  /// Sends a sign of life.
  void ping() throws IOException {
    write(": working\n\n");
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
