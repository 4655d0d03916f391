package dev.rustmend.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads from the JSON files of `bench fixes` and `bench mutations` what each entry did.
public final class RecordedUses {
  private RecordedUses() {}

  /// The uses of all cases of one file. Throws [IOException] when it is no such file.
  public static List<RecipeUse> in(Path file) throws IOException {
    var uses = new ArrayList<RecipeUse>();
    try {
      JsonObject report = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      for (JsonElement one : report.getAsJsonArray("cases")) {
        JsonObject outcomes = one.getAsJsonObject().getAsJsonObject("outcomes");
        for (Map.Entry<String, JsonElement> outcome : outcomes.entrySet()) {
          JsonElement listed = outcome.getValue().getAsJsonObject().get("uses");
          if (listed != null) {
            listed.getAsJsonArray().forEach(use -> uses.add(use(use.getAsJsonObject())));
          }
        }
      }
    } catch (JsonParseException
        | IllegalStateException
        | ClassCastException
        | NullPointerException e) {
      throw new IOException(file + " is no report of `rustmend bench`", e);
    }
    return uses;
  }

  /// Files of older versions tell no code, for which the entry's folder stands in, and no number of
  /// proposals but of those that were verified.
  private static RecipeUse use(JsonObject json) {
    String origin = json.get("origin").getAsString();
    JsonElement code = json.get("code");
    String folder = origin.replaceFirst("^kb:", "").replaceFirst("/.*", "");
    return new RecipeUse(
        origin,
        code != null ? code.getAsString() : folder.equals("uncoded") ? "" : folder,
        json.get(json.has("proposed") ? "proposed" : "verified").getAsInt(),
        json.get("verified").getAsInt(),
        json.get("held").getAsInt(),
        json.get("first").getAsInt(),
        json.get("kept").getAsInt());
  }
}
