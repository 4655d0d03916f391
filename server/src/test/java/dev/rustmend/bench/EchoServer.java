package dev.rustmend.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A language server for tests, in a process of its own: it says after the first opened file and
/// after each saved one that it works and that it is done, and its only code action holds the
/// request that asked for it.
final class EchoServer {
  private EchoServer() {}

  public static void main(String[] args) throws IOException {
    InputStream in = new BufferedInputStream(System.in);
    boolean checked = false;
    for (int length = length(in); length >= 0; length = length(in)) {
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      JsonObject message = JsonParser.parseString(body).getAsJsonObject();
      switch (message.has("method") ? message.get("method").getAsString() : "answer") {
        case "initialize" -> {
          // A question to the client, which must be answered before anything else works.
          send(
              "{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"workspace/configuration\","
                  + "\"params\":{\"items\":[{},{}]}}");
          answer(message, new JsonObject());
        }
        case "textDocument/didOpen" -> {
          if (!checked) {
            checked = true;
            status();
          }
        }
        case "textDocument/didSave" -> status();
        case "textDocument/codeAction" -> {
          var actions = new JsonArray();
          actions.add(message.get("params"));
          answer(message, actions);
        }
        case "textDocument/hover" ->
            send(
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":1,\"message\":\"no hover, é\"}}"
                    .formatted(message.get("id")));
        case "shutdown" -> answer(message, com.google.gson.JsonNull.INSTANCE);
        case "exit" -> {
          return;
        }
        default -> {}
      }
    }
  }

  private static void status() {
    status(false);
    status(true);
  }

  private static void status(boolean quiescent) {
    send(
        "{\"jsonrpc\":\"2.0\",\"method\":\"experimental/serverStatus\",\"params\":"
            + "{\"health\":\"ok\",\"quiescent\":"
            + quiescent
            + ",\"message\":\"\"}}");
  }

  private static void answer(JsonObject request, JsonElement result) {
    var answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", request.get("id"));
    answer.add("result", result);
    send(answer.toString());
  }

  private static void send(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    System.out.write(head, 0, head.length);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }

  private static int length(InputStream in) throws IOException {
    int length = -1;
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        line.append((char) c);
      } else if (line.toString().isBlank()) {
        return length;
      } else {
        length = Integer.parseInt(line.substring(line.indexOf(":") + 1).strip());
        line.setLength(0);
      }
    }
    return -1;
  }
}
