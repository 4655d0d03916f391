package dev.rustmend.http;

import com.google.gson.JsonObject;
import dev.rustmend.service.ReportJson;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may come in: requests to this server by one of its own names, not from a page of a browser
/// that came from elsewhere, and with the token.
record Gate(Set<String> names, String token) {
  private static final String BEARER = "bearer ";
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  /// Why somebody is not let in.
  record Refusal(int status, String kind, String sentence) {
    JsonObject json() {
      return Failures.json(kind, sentence);
    }
  }

  static Gate of(HttpSetup setup) {
    Set<String> names =
        Stream.concat(
                Stream.concat(LOOPBACK.stream(), setup.names().stream()), Stream.of(setup.host()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new Gate(names, setup.token());
  }

  /// A page of a browser that was led here by a name of its own (DNS rebinding) is told by its
  /// `Host`, any other page by its `Origin`.
  Optional<Refusal> refusal(HttpServletRequest request, Route.Door door) {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
    if (!names.contains(name(host))) {
      return Optional.of(
          new Refusal(
              421, "foreign-host", "this server does not answer to that Host; use localhost"));
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !isOwn(origin)) {
      return Optional.of(
          new Refusal(
              403,
              "foreign-origin",
              "pages of a browser may not use this server; call it directly"));
    }
    if (door == Route.Door.TOKEN && !hasToken(request.getHeader("Authorization"))) {
      return Optional.of(
          new Refusal(
              401,
              "no-token",
              "the token is missing or wrong; send Authorization: Bearer with the token that rustmend"
                  + " serve names"));
    }
    return Optional.empty();
  }

  /// One line about a request that is answered.
  static String line(HttpServletRequest request, int status, long nanos) {
    var json = new JsonObject();
    json.addProperty("time", Instant.now().toString());
    json.addProperty("client", request.getRemoteAddr());
    json.addProperty("method", shortened(request.getMethod()));
    json.addProperty("path", shortened(request.getRequestURI()));
    json.addProperty("status", status);
    json.addProperty("ms", nanos / 1_000_000);
    json.addProperty("bytesIn", Math.max(0, request.getContentLengthLong()));
    return ReportJson.line(json);
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private boolean isOwn(String origin) {
    try {
      URI uri = URI.create(origin);
      return uri.getHost() != null && names.contains(uri.getHost().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Without the port.
  private static String name(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf(']') ? name.substring(0, colon) : name;
  }

  private boolean hasToken(@Nullable String authorization) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      return false;
    }
    byte[] given =
        authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8));
  }
}
