package dev.rustmend.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The parts that the JSON reports of all benchmarks have in common.
final class ReportJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private ReportJson() {}

  /// The file's text.
  static String text(JsonObject json) {
    return GSON.toJson(json) + "\n";
  }

  /// Records, strings, numbers and lists of them, by their names in Java.
  static JsonElement tree(Object value) {
    return GSON.toJsonTree(value);
  }

  /// What `json` makes of each value.
  static <T> JsonArray array(Collection<T> values, Function<T, ? extends JsonElement> json) {
    var array = new JsonArray();
    values.forEach(value -> array.add(json.apply(value)));
    return array;
  }

  /// An object with what `json` makes of each value under its name.
  static JsonObject byName(List<String> names, Function<String, ? extends JsonElement> json) {
    var object = new JsonObject();
    names.forEach(name -> object.add(name, json.apply(name)));
    return object;
  }

  /// The size of a sample and some of its quantiles, such as `p95` for 95.
  static JsonObject sample(Sample sample, int... percents) {
    var json = new JsonObject();
    json.addProperty("size", sample.size());
    for (int percent : percents) {
      json.addProperty("p" + percent, sample.quantile(percent / 100.0));
    }
    return json;
  }

  /// Seconds, to the millisecond.
  static double seconds(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
