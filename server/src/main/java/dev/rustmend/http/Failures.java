package dev.rustmend.http;

import com.google.gson.JsonObject;
import dev.rustmend.service.ServiceFailure;

/// Failures as statuses and documents of HTTP: `{"error":{"kind":…,"message":…}}`.
final class Failures {
  private Failures() {}

  static int status(ServiceFailure failure) {
    return switch (failure.kind()) {
      case INVALID -> 400;
      case NOT_FOUND -> 404;
      case OUTSIDE -> 403;
      case TOO_LARGE -> 413;
      case BUSY -> 503;
      case CHANGED -> 409;
      case ENVIRONMENT -> 422;
      case TIMEOUT -> 408;
      case CANCELLED -> 409;
      case INTERNAL -> 500;
    };
  }

  static JsonObject json(String kind, String sentence) {
    var error = new JsonObject();
    error.addProperty("kind", kind);
    error.addProperty("message", sentence);
    var json = new JsonObject();
    json.add("error", error);
    return json;
  }

  static JsonObject json(ServiceFailure failure) {
    return json(failure.kind().word(), failure.sentence());
  }
}
