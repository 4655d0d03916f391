package dev.rustmend.mcp;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.rustmend.service.Nesting;
import dev.rustmend.service.ReportJson;

/// Looks at each message before the library does: it keeps out what is no JSON-RPC, marks calls of
/// tools with the id of their request, and takes notice of cancellations, none of which the library
/// does.
public record Inbox(Requests requests) {
  /// Where in `_meta` the id of a request stands.
  static final String REQUEST = "rustmend/request";

  private static final int DEEPEST = 64;

  /// What becomes of a message.
  public sealed interface Verdict {
    /// It goes to the library, in this form.
    record Pass(String message) implements Verdict {}

    /// It does not; `answer` is what the client gets.
    record Refused(String answer) implements Verdict {}
  }

  /// Looks at one message of `client`.
  public Verdict look(String client, String message) {
    if (Nesting.of(message) > DEEPEST) {
      return refused(-32600, "the message is nested too deeply");
    }
    JsonElement parsed;
    try {
      parsed = JsonParser.parseString(message);
    } catch (JsonParseException | NumberFormatException e) {
      return refused(-32700, "the message is no JSON");
    }
    if (!(parsed instanceof JsonObject json) || !isMessage(json)) {
      return refused(-32600, "the message is no JSON-RPC 2.0 request, notification or response");
    }
    String method = text(json, "method");
    if (method.equals("notifications/cancelled") && json.get("params") instanceof JsonObject it) {
      requests.cancel(client, String.valueOf(it.get("requestId")));
    }
    if (method.equals("tools/call") && json.get("params") instanceof JsonObject params) {
      mark(params, json.get("id"));
      return new Verdict.Pass(ReportJson.line(json));
    }
    return new Verdict.Pass(message);
  }

  private static void mark(JsonObject params, JsonElement id) {
    JsonObject meta = params.get("_meta") instanceof JsonObject given ? given : new JsonObject();
    meta.addProperty(REQUEST, String.valueOf(id));
    params.add("_meta", meta);
  }

  private static boolean isMessage(JsonObject json) {
    if (!text(json, "jsonrpc").equals("2.0")) {
      return false;
    }
    JsonElement id = json.get("id");
    boolean sound =
        id == null || (id instanceof JsonPrimitive it && (it.isString() || it.isNumber()));
    boolean request = !text(json, "method").isEmpty();
    boolean response = id != null && (json.has("result") || json.has("error"));
    JsonElement params = json.get("params");
    return sound && (request || response) && (params == null || params instanceof JsonObject);
  }

  private static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonPrimitive it && it.isString() ? it.getAsString() : "";
  }

  private static Verdict refused(int code, String sentence) {
    var error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", sentence);
    var answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", JsonNull.INSTANCE);
    answer.add("error", error);
    return new Verdict.Refused(new GsonBuilder().serializeNulls().create().toJson(answer));
  }
}
