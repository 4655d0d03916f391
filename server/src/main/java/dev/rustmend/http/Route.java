package dev.rustmend.http;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Optional;

/// One method at one address. A `path` that ends in `}` has one parameter, which is all of the rest
/// of an address and may have slashes. `input` and `output` are JSON Schemas.
public record Route(
    String method,
    String path,
    String summary,
    Door door,
    Optional<JsonObject> input,
    Optional<JsonObject> output,
    Endpoint endpoint) {

  /// Who may come.
  public enum Door {
    /// Everybody who reaches the server.
    OPEN,
    /// Who has the token.
    TOKEN
  }

  /// Answers a request.
  @FunctionalInterface
  public interface Endpoint {
    /// Sends the answer. Throws [dev.rustmend.service.ServiceFailure] for what becomes an answer
    /// with an error.
    void answer(Exchange exchange) throws IOException, InterruptedException;
  }

  /// A route with neither input nor output schema.
  public static Route of(String method, String path, String summary, Door door, Endpoint endpoint) {
    return new Route(method, path, summary, door, Optional.empty(), Optional.empty(), endpoint);
  }

  /// What stands before the parameter; the whole path where there is none.
  String fixedPart() {
    int brace = path.indexOf('{');
    return brace < 0 ? path : path.substring(0, brace);
  }

  /// Whether this route is for `address`.
  boolean fits(String address) {
    return path.indexOf('{') < 0
        ? path.equals(address)
        : address.startsWith(fixedPart()) && address.length() > fixedPart().length();
  }
}
