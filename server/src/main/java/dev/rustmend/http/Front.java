package dev.rustmend.http;

import com.google.gson.JsonObject;
import dev.rustmend.service.ServiceFailure;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers every request: lets it in or not, finds its route, turns failures into answers, counts
/// it and writes its line.
final class Front extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(Front.class.getName());
  private static final String ELSEWHERE = "other";

  private final transient HttpSetup setup;
  private final transient Gate gate;
  private final transient List<Route> routes;
  private final transient Metrics metrics;
  private final transient ProtocolDoor protocol;

  Front(HttpSetup setup, List<Route> routes, Metrics metrics, ProtocolDoor protocol) {
    this.setup = setup;
    this.gate = Gate.of(setup);
    this.routes = routes;
    this.metrics = metrics;
    this.protocol = protocol;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long began = System.nanoTime();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    String route = ELSEWHERE;
    try {
      route = answer(request, response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      long nanos = System.nanoTime() - began;
      metrics.count(methodLabel(request), route, response.getStatus(), nanos);
      setup.log().accept(Gate.line(request, response.getStatus(), nanos));
    }
  }

  private static String methodLabel(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "POST", "DELETE" -> request.getMethod();
      default -> ELSEWHERE;
    };
  }

  /// Returns the path of the route, for the metrics.
  private String answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    String path = request.getRequestURI();
    boolean toProtocol = path.equals(ProtocolDoor.PATH);
    List<Route> there = routes.stream().filter(route -> route.fits(path)).toList();
    Optional<Route> found =
        there.stream().filter(route -> route.method().equals(request.getMethod())).findFirst();
    Route.Door door = found.map(Route::door).orElse(Route.Door.TOKEN);
    Optional<Gate.Refusal> refusal = gate.refusal(request, door);
    if (refusal.isPresent()) {
      if (refusal.get().status() == 401) {
        response.setHeader("WWW-Authenticate", "Bearer realm=\"rustmend\"");
      }
      refuse(response, refusal.get().status(), refusal.get().json());
      return ELSEWHERE;
    }
    if (toProtocol) {
      protocol.answer(request, response, setup.limits());
      return ProtocolDoor.PATH;
    }
    if (found.isEmpty()) {
      unknown(response, there);
      return ELSEWHERE;
    }
    answer(found.get(), request, response);
    return found.get().path();
  }

  private void answer(Route route, HttpServletRequest request, HttpServletResponse response)
      throws IOException, InterruptedException {
    try {
      route.endpoint().answer(new Exchange(request, response, setup.limits(), route));
    } catch (ServiceFailure e) {
      if (Failures.status(e) == 503) {
        response.setHeader("Retry-After", "5");
      }
      refuse(response, Failures.status(e), Failures.json(e));
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.DEBUG, "a client went away", e);
      refuse(
          response,
          400,
          Failures.json("broken", "the request did not arrive whole; send it again"));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a request could not be answered", e);
      refuse(
          response,
          500,
          Failures.json(
              "internal", "rustmend made a mistake with this request; its log says which"));
    }
  }

  private static void unknown(HttpServletResponse response, List<Route> there) throws IOException {
    if (there.isEmpty()) {
      refuse(
          response,
          404,
          Failures.json("not-found", "there is nothing at this address; see /openapi.json"));
      return;
    }
    String methods = there.stream().map(Route::method).collect(Collectors.joining(", "));
    response.setHeader("Allow", methods);
    refuse(response, 405, Failures.json("method", "this address takes " + methods));
  }

  /// Sends a refusal and closes the connection, since a body may be left that nobody reads.
  static void refuse(HttpServletResponse response, int status, JsonObject json) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(status);
    response.setHeader("Connection", "close");
    response.setContentType("application/json;charset=utf-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    response.flushBuffer();
  }
}
