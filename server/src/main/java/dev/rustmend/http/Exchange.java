package dev.rustmend.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.rustmend.service.Nesting;
import dev.rustmend.service.ReportJson;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// One request with its answer.
public final class Exchange {
  private static final int DEEPEST = 64;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final HttpLimits limits;
  private final Route route;

  Exchange(
      HttpServletRequest request, HttpServletResponse response, HttpLimits limits, Route route) {
    this.request = request;
    this.response = response;
    this.limits = limits;
    this.route = route;
  }

  /// The parameter at the end of the path, decoded.
  public String rest() {
    String raw = request.getRequestURI().substring(route.fixedPart().length());
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure(Kind.INVALID, "the address has a % that is none; check it", e);
    }
  }

  /// A header; empty text where there is none.
  public String header(String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  /// A parameter of the address.
  public Optional<String> query(String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  /// The body as a JSON object; an empty one where there is no body. Throws [ServiceFailure].
  public JsonObject json() throws IOException {
    String text = new String(body(request, limits), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return new JsonObject();
    }
    String type = header("Content-Type").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json")) {
      throw new ServiceFailure(
          Kind.INVALID, "the body must be JSON; send it with Content-Type: application/json");
    }
    if (Nesting.of(text) > DEEPEST) {
      throw new ServiceFailure(Kind.INVALID, "the body is nested too deeply; check it");
    }
    try {
      JsonElement parsed = JsonParser.parseString(text);
      if (parsed instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParseException | NumberFormatException e) {
      throw new ServiceFailure(Kind.INVALID, "the body is no JSON; check it", e);
    }
    throw new ServiceFailure(Kind.INVALID, "the body must be a JSON object; check it");
  }

  /// Reads a body. Throws [ServiceFailure] for one that is too large or comes too slowly.
  static byte[] body(HttpServletRequest request, HttpLimits limits) throws IOException {
    if (request.getContentLengthLong() > limits.body()) {
      throw tooLarge(limits);
    }
    long deadline = System.nanoTime() + limits.receiving().toNanos();
    var body = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    InputStream in = request.getInputStream();
    for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
      body.write(piece, 0, count);
      if (body.size() > limits.body()) {
        throw tooLarge(limits);
      }
      if (System.nanoTime() > deadline) {
        throw new ServiceFailure(
            Kind.TIMEOUT,
            "the body came too slowly; send it within %d seconds"
                .formatted(limits.receiving().toSeconds()));
      }
    }
    return body.toByteArray();
  }

  /// Sends a JSON document.
  public void send(int status, JsonElement json) throws IOException {
    send(status, "application/json", ReportJson.line(json) + "\n");
  }

  /// Sends a text.
  public void send(int status, String type, String text) throws IOException {
    send(status, type + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends bytes.
  public void send(int status, String type, byte[] bytes) throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    try (ServletOutputStream out = response.getOutputStream()) {
      out.write(bytes);
    }
  }

  /// Sets a header of the answer.
  public void setHeader(String name, String value) {
    response.setHeader(name, value);
  }

  /// Begins a stream of events.
  Events events() throws IOException {
    response.setStatus(200);
    response.setContentType("text/event-stream;charset=utf-8");
    response.flushBuffer();
    return new Events(response.getOutputStream());
  }

  private static ServiceFailure tooLarge(HttpLimits limits) {
    return new ServiceFailure(
        Kind.TOO_LARGE, "the body has more than %d bytes; send less".formatted(limits.body()));
  }
}
