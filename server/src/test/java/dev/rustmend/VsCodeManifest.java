package dev.rustmend;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.rustmend.settings.Setting;
import dev.rustmend.settings.SettingsTable;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The part of the VS Code extension's `package.json` that is generated from the table of settings:
/// the properties of the first group of `contributes.configuration`. The other groups are the
/// extension's own.
final class VsCodeManifest {
  static final Path FILE = SourceTree.ROOT.resolve("vscode-client/package.json");

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Pattern WHOLE = Pattern.compile("a whole number from (\\d+) to (\\d+)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /// Where code and searches go, and which programs run on them, is not for a workspace to say.
  private static final List<String> OF_THE_MACHINE = List.of("model.", "embedding.");

  private VsCodeManifest() {}

  /// `manifest` with every setting of the server as the code has it.
  static String rewritten(String manifest) {
    JsonObject root = JsonParser.parseString(manifest).getAsJsonObject();
    JsonArray groups = root.getAsJsonObject("contributes").getAsJsonArray("configuration");
    groups.get(0).getAsJsonObject().add("properties", properties());
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject properties() {
    var properties = new JsonObject();
    for (Setting<?> setting : SettingsTable.all()) {
      properties.add("rustmend." + setting.name(), property(setting));
    }
    return properties;
  }

  private static JsonObject property(Setting<?> setting) {
    JsonObject property = type(setting);
    property.addProperty(
        "scope",
        OF_THE_MACHINE.stream().anyMatch(setting.name()::startsWith) ? "machine" : "window");
    property.addProperty("order", SettingsTable.all().indexOf(setting));
    property.addProperty("markdownDescription", setting.description());
    return property;
  }

  /// The type, its bounds and the default. Throws where a kind of value is not known here, so that
  /// a new one is not forgotten.
  private static JsonObject type(Setting<?> setting) {
    String allowed = setting.type().allowed();
    var type = new JsonObject();
    JsonElement initial = JsonParser.parseString(setting.shownDefault());
    Matcher whole = WHOLE.matcher(allowed);
    if (allowed.equals("true or false")) {
      type.addProperty("type", "boolean");
    } else if (allowed.equals("a text")) {
      type.addProperty("type", "string");
    } else if (allowed.equals("a table of texts")) {
      type.addProperty("type", "object");
      type.add("additionalProperties", named("string"));
    } else if (allowed.startsWith("a list of ")) {
      type.addProperty("type", "array");
      type.add("items", named("string"));
    } else if (whole.matches()) {
      number(type, whole);
    } else if (allowed.startsWith("\"auto\" or ") && whole.find()) {
      var both = new JsonArray();
      both.add("string");
      both.add("integer");
      number(type, whole);
      type.add("type", both);
      type.addProperty("pattern", "^auto$");
    } else if (allowed.startsWith("\"")) {
      type.addProperty("type", "string");
      var words = new JsonArray();
      QUOTED.matcher(allowed).results().map(word -> word.group(1)).forEach(words::add);
      type.add("enum", words);
    } else {
      throw new AssertionError("VS Code's manifest knows no values that are " + allowed);
    }
    type.add("default", initial);
    return type;
  }

  private static void number(JsonObject type, MatchResult bounds) {
    type.addProperty("type", "integer");
    type.add("minimum", new JsonPrimitive(Integer.valueOf(bounds.group(1))));
    type.add("maximum", new JsonPrimitive(Integer.valueOf(bounds.group(2))));
  }

  private static JsonObject named(String type) {
    var object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }
}
