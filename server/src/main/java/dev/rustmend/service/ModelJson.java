package dev.rustmend.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.repair.ModelAttempt;
import dev.rustmend.repair.ModelSample;
import java.util.Locale;

/// What a language model was asked by `fix`, as JSON.
public final class ModelJson {
  private ModelJson() {}

  /// Adds to `json`, which tells of the error, how the attempt ended and each answer.
  public static void attempt(ModelAttempt attempt, JsonObject json) {
    json.addProperty("model", attempt.model());
    json.addProperty("ending", attempt.ending().name().toLowerCase(Locale.ROOT));
    if (!attempt.why().isEmpty()) {
      json.addProperty("why", attempt.why());
    }
    attempt.repair().ifPresent(repair -> json.addProperty("title", repair.title()));
    json.addProperty("tokens", attempt.tokens());
    json.addProperty("seconds", attempt.time().toMillis() / 1000.0);
    var examples = new JsonArray();
    attempt.examples().forEach(examples::add);
    json.add("examples", examples);
    var samples = new JsonArray();
    attempt.samples().forEach(sample -> samples.add(sample(sample)));
    json.add("answers", samples);
  }

  /// One answer, its verdict and its cost.
  public static JsonObject sample(ModelSample sample) {
    var json = new JsonObject();
    json.addProperty("start", sample.start());
    json.addProperty("round", sample.round());
    json.addProperty("number", sample.number());
    json.addProperty("title", sample.title());
    json.addProperty("verdict", sample.verdict().word());
    json.addProperty("result", sample.result());
    json.addProperty("promptTokens", sample.promptTokens());
    json.addProperty("reusedTokens", sample.reusedTokens());
    json.addProperty("generatedTokens", sample.generatedTokens());
    json.addProperty("seconds", sample.time().toMillis() / 1000.0);
    return json;
  }
}
