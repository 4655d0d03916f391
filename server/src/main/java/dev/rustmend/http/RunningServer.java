package dev.rustmend.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.rustmend.service.ReportJson;
import dev.rustmend.service.Roots;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A server of this user on this machine: the process, how to reach it, the version of rustmend,
/// and the folders that requests may use.
public record RunningServer(
    long process, String host, int port, String token, String version, Roots roots) {

  /// Whether its process is still there.
  boolean isAlive() {
    return ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false);
  }

  /// Whether it may use all of these folders.
  boolean serves(Roots wanted) {
    return !wanted.folders().isEmpty() && wanted.folders().stream().allMatch(roots::allows);
  }

  /// The address of a path of its API.
  URI address(String path) {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return URI.create("http://%s:%d%s".formatted(name, port, path));
  }

  /// The server as a line of JSON.
  String line() {
    var folders = new JsonArray();
    roots.folders().forEach(folder -> folders.add(folder.toString()));
    var json = new JsonObject();
    json.addProperty("process", process);
    json.addProperty("host", host);
    json.addProperty("port", port);
    json.addProperty("token", token);
    json.addProperty("version", version);
    json.add("roots", folders);
    return ReportJson.line(json);
  }

  /// The server that such a line is about; empty for any other text, such as one that is not
  /// written to its end yet.
  static Optional<RunningServer> read(String line) {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      List<Path> folders =
          json.getAsJsonArray("roots").asList().stream()
              .map(folder -> Path.of(folder.getAsString()))
              .toList();
      return Optional.of(
          new RunningServer(
              json.get("process").getAsLong(),
              json.get("host").getAsString(),
              json.get("port").getAsInt(),
              json.get("token").getAsString(),
              json.get("version").getAsString(),
              new Roots(folders)));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException _) {
      return Optional.empty();
    }
  }
}
