package dev.rustmend.http;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.rustmend.service.Arguments;
import dev.rustmend.service.Call;
import dev.rustmend.service.Neighbor;
import dev.rustmend.service.ProgressListener;
import dev.rustmend.service.ReportJson;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks a running server of the same user and `version` for what it can answer faster, since it has
/// the workspace warm. A request brings the folders that it may use along, and the server allows
/// none besides. Safe to use from any thread.
public record ServerNextDoor(RunningServers servers, String version) implements Neighbor {
  private static final Logger LOG = System.getLogger(ServerNextDoor.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String EVENT = "event: ";
  private static final String DATA = "data: ";

  @Override
  public Optional<JsonObject> answer(Call call, Arguments arguments, Call.Context context)
      throws InterruptedException {
    for (RunningServer server : servers.all()) {
      if (server.version().equals(version) && server.serves(context.roots())) {
        Optional<JsonObject> answer = ask(server, call, arguments, context);
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonObject> ask(
      RunningServer server, Call call, Arguments arguments, Call.Context context)
      throws InterruptedException {
    HttpRequest request =
        to(server, "/v1/" + call.name())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .header(NarrowedRoots.HEADER, NarrowedRoots.text(context.roots()))
            .POST(BodyPublishers.ofString(ReportJson.line(arguments.json())))
            .build();
    try (HttpClient client = client()) {
      HttpResponse<Stream<String>> response = client.send(request, BodyHandlers.ofLines());
      try (Stream<String> lines = response.body()) {
        return response.statusCode() == 200
            ? read(server, lines.iterator(), context.progress())
            : refused(lines.reduce("", String::concat));
      }
    } catch (IOException | UncheckedIOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the request was interrupted");
      }
      LOG.log(Level.DEBUG, "the server next door does not answer", e);
      return Optional.empty();
    }
  }

  /// The result among the events; empty when the stream ends without one.
  private static Optional<JsonObject> read(
      RunningServer server, Iterator<String> lines, ProgressListener progress)
      throws InterruptedException {
    String event = "";
    String job = "";
    try {
      while (lines.hasNext()) {
        String line = lines.next();
        if (line.startsWith(EVENT)) {
          event = line.substring(EVENT.length());
        } else if (line.startsWith(DATA)) {
          JsonObject data = JsonParser.parseString(line.substring(DATA.length())).getAsJsonObject();
          switch (event) {
            case "job" -> job = data.get("job").getAsString();
            case "progress" ->
                progress.progress(
                    data.get("message").getAsString(),
                    data.get("done").getAsInt(),
                    data.get("total").getAsInt());
            case "result" -> {
              return Optional.of(data);
            }
            default -> throw failure(data);
          }
        }
      }
      return Optional.empty();
    } catch (UncheckedIOException e) {
      if (Thread.interrupted()) {
        end(server, job);
        throw new InterruptedException("the request was interrupted");
      }
      throw e;
    }
  }

  /// Nobody wants the answer any more, and the server will not notice that before it writes.
  private static void end(RunningServer server, String job) throws InterruptedException {
    HttpRequest request = to(server, "/v1/jobs/" + job).timeout(PATIENCE).DELETE().build();
    try (HttpClient client = client()) {
      client.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the server next door has gone away", e);
    }
  }

  /// What is wrong with the request is told; what is wrong with the way to the server is not, since
  /// the request can be answered here.
  private static Optional<JsonObject> refused(String body) {
    try {
      throw failure(JsonParser.parseString(body).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "the server next door answers with something else", e);
      return Optional.empty();
    }
  }

  /// Throws [IllegalStateException] for a document that is not about a failure of the service.
  private static ServiceFailure failure(JsonObject document) {
    if (!(document.get("error") instanceof JsonObject error)) {
      throw new IllegalStateException("this is no failure");
    }
    String word = error.get("kind").getAsString();
    for (Kind kind : Kind.values()) {
      if (kind.word().equals(word)) {
        return new ServiceFailure(kind, error.get("message").getAsString());
      }
    }
    throw new IllegalStateException("this failure is not one of the service: " + word);
  }

  private static HttpRequest.Builder to(RunningServer server, String path) {
    return HttpRequest.newBuilder(server.address(path))
        .header("Authorization", "Bearer " + server.token());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(PATIENCE)
        .build();
  }
}
