package dev.rustmend.remote;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// Requests to one cluster and their answers, as bytes. Safe to use from any thread; interrupting
/// the thread ends its request. Redirects are not followed, so that no login goes elsewhere.
final class Wire implements AutoCloseable {
  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";
  private static final Duration CONNECTING = Duration.ofSeconds(5);

  private final Access access;
  private final HttpClient client;

  /// What came back.
  record Reply(int status, String body) {
    boolean isFine() {
      return status >= 200 && status < 300;
    }

    /// The body as an object; an empty one when it is none.
    JsonObject json() {
      try (var reader = PlainMapper.JSON.createReader(new StringReader(body))) {
        return reader.readObject();
      } catch (JsonException | IllegalStateException e) {
        return JsonValue.EMPTY_JSON_OBJECT;
      }
    }
  }

  /// Throws [RemoteFailure] when a certificate can not be used.
  Wire(Access access) {
    this.access = access;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING);
    access.trust().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  Access access() {
    return access;
  }

  /// Sends a body of this type, or none, and waits so long at most. Throws [RemoteFailure] when
  /// nothing comes back.
  Reply send(String method, String path, String type, byte[] body, Duration patience)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(access.address().at(path))
            .timeout(patience)
            .header("Accept", JSON)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", type);
    }
    access.login().ifPresent(login -> request.header("Authorization", login.header()));
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (HttpTimeoutException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.PASSING,
          "the team's knowledge base at %s did not answer within %d ms"
              .formatted(access.address(), patience.toMillis()),
          e);
    } catch (IOException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.PASSING,
          "the team's knowledge base at %s can not be reached (%s); see `knowledge.remote`"
              .formatted(access.address(), e.getClass().getSimpleName()),
          e);
    }
  }

  /// The same with a JSON text, or nothing where it is empty.
  Reply send(String method, String path, String json, Duration patience)
      throws InterruptedException {
    return send(method, path, JSON, json.getBytes(StandardCharsets.UTF_8), patience);
  }

  /// What is said of a status that is no success; empty for those that a caller knows better.
  Optional<RemoteFailure> failure(Reply reply) {
    return switch (reply.status()) {
      case 401, 403 ->
          Optional.of(
              new RemoteFailure(
                  RemoteFailure.Kind.LASTING,
                  "the team's knowledge base at %s does not allow this (status %d); check the login and its role"
                      .formatted(access.address(), reply.status())));
      case 429, 502, 503, 504 ->
          Optional.of(
              new RemoteFailure(
                  RemoteFailure.Kind.PASSING,
                  "the team's knowledge base at %s is too busy (status %d); try again in a while"
                      .formatted(access.address(), reply.status())));
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
