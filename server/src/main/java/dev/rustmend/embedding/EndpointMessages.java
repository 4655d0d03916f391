package dev.rustmend.embedding;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The JSON of OpenAI's protocol for embeddings.
final class EndpointMessages {
  private EndpointMessages() {}

  static String request(String model, List<String> texts) {
    var input = new JsonArray();
    texts.forEach(input::add);
    var request = new JsonObject();
    request.addProperty("model", model);
    request.addProperty("encoding_format", "float");
    request.add("input", input);
    return request.toString();
  }

  /// The vectors of an answer, brought to unit length and into the order of the texts; empty when
  /// it is not one vector of numbers for each of `count` texts.
  static Optional<List<float[]>> vectors(String json, int count) {
    try {
      JsonArray data = JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("data");
      var vectors = new float @Nullable [count][];
      for (int i = 0; i < data.size(); i++) {
        JsonObject item = data.get(i).getAsJsonObject();
        JsonElement index = item.get("index");
        vectors[index == null ? i : index.getAsInt()] = vector(item.getAsJsonArray("embedding"));
      }
      boolean whole = Arrays.stream(vectors).allMatch(Objects::nonNull);
      return whole ? Optional.of(List.of(vectors)) : Optional.empty();
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException
        | NullPointerException
        | ClassCastException
        | IndexOutOfBoundsException _) {
      return Optional.empty();
    }
  }

  private static float[] vector(JsonArray components) {
    var vector = new float[components.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = components.get(i).getAsFloat();
      if (!Float.isFinite(vector[i])) {
        throw new NumberFormatException("not a number that counts");
      }
    }
    if (vector.length == 0) {
      throw new IllegalStateException("a vector without components");
    }
    return UnitVector.of(vector);
  }
}
