package dev.rustmend.cli;

import com.google.gson.JsonObject;
import dev.rustmend.service.ReportJson;

/// The stream of `--json-lines`: one object on each line, told apart by `event`.
final class Events {
  private Events() {}

  /// Prints `body` as an event of the kind `event`, at once.
  static void print(Invocation invocation, String event, JsonObject body) {
    var line = new JsonObject();
    line.addProperty("event", event);
    body.entrySet().forEach(entry -> line.add(entry.getKey(), entry.getValue()));
    invocation.print(ReportJson.line(line));
    invocation.terminal().out().flush();
  }
}
