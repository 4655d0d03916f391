package dev.rustmend.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON of OpenAI's protocol for conversations.
final class ChatMessages {
  private ChatMessages() {}

  /// One piece of an answer, or the whole one: its text, why it ended when this is the last piece,
  /// how many tokens there were when the service tells, and what went wrong when it tells that.
  record Piece(
      String text, Optional<String> finish, Optional<Usage> usage, Optional<String> failure) {}

  record Usage(int prompt, int cached, int generated) {}

  static String request(ChatEndpoint endpoint, CompletionRequest request) {
    var json = new JsonObject();
    if (!endpoint.model().isEmpty()) {
      json.addProperty("model", endpoint.model());
    }
    var messages = new JsonArray();
    for (Message message : request.messages()) {
      var item = new JsonObject();
      item.addProperty("role", message.role().name().toLowerCase(Locale.ROOT));
      item.addProperty("content", message.text());
      messages.add(item);
    }
    json.add("messages", messages);
    json.addProperty("stream", true);
    var options = new JsonObject();
    options.addProperty("include_usage", true);
    json.add("stream_options", options);
    json.addProperty("max_tokens", request.maxTokens());
    json.addProperty("temperature", request.sampling().temperature());
    json.addProperty("top_p", request.sampling().topP());
    json.addProperty("seed", request.sampling().seed());
    if (!request.stop().isEmpty()) {
      var stop = new JsonArray();
      request.stop().forEach(stop::add);
      json.add("stop", stop);
    }
    return json.toString();
  }

  /// What a chunk of a stream, or a whole answer, says; empty when it is neither.
  static Optional<Piece> piece(String json) {
    try {
      JsonObject object = JsonParser.parseString(json).getAsJsonObject();
      Optional<String> failure = failure(object);
      JsonArray choices = object.getAsJsonArray("choices");
      if (choices == null && failure.isEmpty()) {
        return Optional.empty();
      }
      if (choices == null || choices.isEmpty()) {
        return Optional.of(new Piece("", Optional.empty(), usage(object), failure));
      }
      JsonObject choice = choices.get(0).getAsJsonObject();
      JsonObject part =
          choice.has("delta") ? choice.getAsJsonObject("delta") : choice.getAsJsonObject("message");
      return Optional.of(
          new Piece(
              part == null ? "" : text(part.get("content")).orElse(""),
              text(choice.get("finish_reason")),
              usage(object),
              failure));
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException
        | ClassCastException _) {
      return Optional.empty();
    }
  }

  /// The sentence in the body of a failure; empty when there is none.
  static Optional<String> failure(String body) {
    try {
      return failure(JsonParser.parseString(body).getAsJsonObject());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | ClassCastException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> failure(JsonObject object) {
    JsonElement error = object.get("error");
    if (error == null || error.isJsonNull()) {
      return Optional.empty();
    }
    return error.isJsonObject()
        ? text(error.getAsJsonObject().get("message")).or(() -> Optional.of("it says no more"))
        : text(error);
  }

  private static Optional<Usage> usage(JsonObject object) {
    if (!(object.get("usage") instanceof JsonObject usage)) {
      return Optional.empty();
    }
    int cached =
        usage.get("prompt_tokens_details") instanceof JsonObject details
            ? number(details.get("cached_tokens"))
            : 0;
    return Optional.of(
        new Usage(
            number(usage.get("prompt_tokens")), cached, number(usage.get("completion_tokens"))));
  }

  private static Optional<String> text(@Nullable JsonElement element) {
    return element == null || !element.isJsonPrimitive()
        ? Optional.empty()
        : Optional.of(element.getAsString());
  }

  private static int number(@Nullable JsonElement element) {
    return element == null || !element.isJsonPrimitive() ? 0 : element.getAsInt();
  }
}
