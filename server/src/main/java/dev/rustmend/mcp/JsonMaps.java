package dev.rustmend.mcp;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// JSON in the two forms that it has here: ours, and the maps of the protocol's library.
final class JsonMaps {
  private static final Gson GSON =
      new GsonBuilder()
          .serializeNulls()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();
  private static final TypeToken<Map<String, Object>> MAP = new TypeToken<>() {};

  private JsonMaps() {}

  static Map<String, Object> map(JsonObject json) {
    return GSON.fromJson(json, MAP);
  }

  /// No map is an empty object.
  static JsonObject json(@Nullable Map<String, ? extends @Nullable Object> map) {
    return map == null ? new JsonObject() : GSON.toJsonTree(map).getAsJsonObject();
  }
}
