package dev.rustmend.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.rustmend.http.Route.Door;
import dev.rustmend.service.Call;
import dev.rustmend.service.Parameter;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.RustmendService;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.service.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Every route there is: one table for the server and for its OpenAPI document.
record Routes(HttpSetup setup, Metrics metrics) {
  private static final Pattern COMMAS = Pattern.compile(",");

  /// How long answers are waited for at most; the service itself ends what takes longer.
  private static final Duration LONGEST = Duration.ofHours(1);

  /// The calls that take a query in the address too.
  private static final List<String> BY_ADDRESS = List.of("search", "explain");

  List<Route> all() {
    var routes = new ArrayList<Route>();
    for (Call call : setup.service().calls()) {
      switch (call.name()) {
        case "check-source", "fix-source" -> {}
        default -> routes.add(post(call));
      }
      if (BY_ADDRESS.contains(call.name())) {
        routes.add(byAddress(call));
      }
    }
    routes.add(
        new Route(
            "GET",
            "/v1/kb/{id}",
            "An entry of the knowledge base, by the id that a search gives; it may have slashes.",
            Door.TOKEN,
            Optional.empty(),
            Optional.of(
                Shape.object(
                    Map.of(
                        "id", Shape.text(),
                        "title", Shape.text(),
                        "kind", Shape.text(),
                        "markdown", Shape.text()))),
            exchange ->
                exchange.send(200, setup.service().entries().entry(exchange.rest()).json())));
    routes.addAll(jobs());
    routes.addAll(about());
    routes.addAll(setup.more());
    return List.copyOf(routes);
  }

  /// A call; with `files` in its body a check or fix is one of submitted sources.
  private Route post(Call call) {
    Optional<Call> ofSources = setup.service().call(call.name() + "-source");
    JsonObject input = call.input();
    if (ofSources.isPresent()) {
      var either = new JsonArray();
      either.add(input);
      either.add(ofSources.get().input());
      input = new JsonObject();
      input.add("anyOf", either);
    }
    return new Route(
        "POST",
        "/v1/" + call.name(),
        call.description(),
        Door.TOKEN,
        Optional.of(input),
        Optional.of(call.output()),
        endpoint(body -> body.has("files") && !call.takes("files") ? sources(ofSources) : call));
  }

  private static Call sources(Optional<Call> call) {
    return call.orElseThrow(() ->
        new ServiceFailure(
            Kind.INVALID, "this server takes no sources; name a folder of the project in `dir`"));
  }

  private Route byAddress(Call call) {
    CallEndpoint endpoint = endpoint(_ -> call);
    return new Route(
        "GET",
        "/v1/" + call.name(),
        call.description(),
        Door.TOKEN,
        Optional.of(call.input()),
        Optional.of(call.output()),
        exchange -> endpoint.answer(exchange, arguments(call, exchange)));
  }

  private CallEndpoint endpoint(Function<JsonObject, Call> call) {
    return new CallEndpoint(setup.service().jobs(), setup.roots(), LONGEST, call);
  }

  private static JsonObject arguments(Call call, Exchange exchange) {
    var json = new JsonObject();
    for (Parameter parameter : call.parameters()) {
      exchange
          .query(parameter.name())
          .ifPresent(text -> {
            switch (parameter.form()) {
              case Form.Whole _ ->
                  json.add(
                      parameter.name(),
                      text.matches("\\d{1,9}")
                          ? new JsonPrimitive(Integer.parseInt(text))
                          : new JsonPrimitive(text));
              case Form.Flag _ ->
                  json.add(parameter.name(), new JsonPrimitive(text.equals("true")));
              case Form.Texts _ -> {
                var list = new JsonArray();
                COMMAS.splitAsStream(text).forEach(list::add);
                json.add(parameter.name(), list);
              }
              case Form.Text _, Form.Choice _, Form.Files _ ->
                  json.addProperty(parameter.name(), text);
            }
          });
    }
    return json;
  }

  private List<Route> jobs() {
    var jobs = new JobEndpoint(setup.service().jobs());
    return List.of(
        Route.of(
            "GET",
            "/v1/jobs/{id}",
            "How far a call is that was made with Prefer: respond-async, and what came of it.",
            Door.TOKEN,
            jobs::show),
        Route.of("DELETE", "/v1/jobs/{id}", "Ends a call.", Door.TOKEN, jobs::cancel));
  }

  private List<Route> about() {
    RustmendService service = setup.service();
    return List.of(
        Route.of(
            "GET",
            "/healthz",
            "Whether the server is there.",
            Door.OPEN,
            exchange -> {
              var json = new JsonObject();
              json.addProperty("status", "ok");
              json.addProperty("version", setup.version());
              json.addProperty("running", service.jobs().running());
              exchange.send(200, json);
            }),
        Route.of(
            "GET",
            "/metrics",
            "Metrics for Prometheus.",
            Door.TOKEN,
            exchange -> exchange.send(200, Metrics.TYPE, metrics.text())),
        Route.of(
            "GET",
            "/openapi.json",
            "This document.",
            Door.OPEN,
            exchange ->
                exchange.send(
                    200, OpenApi.document(new Routes(setup, metrics).all(), setup.version()))));
  }
}
