package dev.rustmend.editors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/// What rust-analyzer shows of a `cargo check`: each error's first primary span with its message,
/// `rustc` as the source and the rendered text as `data`; spans of suggestions are lost.
final class CargoDiagnostics {
  private CargoDiagnostics() {}

  /// The errors in `file`, which lies in the folder `src` of a package.
  static List<Diagnostic> of(Path file) {
    try {
      var cargo =
          new ProcessBuilder("cargo", "check", "--quiet", "--message-format=json")
              .directory(file.getParent().getParent().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      List<String> lines = Files.readAllLines(file);
      try (var reader = cargo.inputReader(StandardCharsets.UTF_8)) {
        var found = new ArrayList<Diagnostic>();
        reader.lines().forEach(line -> addTo(found, line, lines));
        return found;
      } finally {
        cargo.destroy();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addTo(List<Diagnostic> found, String line, List<String> lines) {
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    if (!json.has("message")) {
      return;
    }
    JsonObject message = json.getAsJsonObject("message");
    if (!message.get("level").getAsString().equals("error")) {
      return;
    }
    for (JsonElement span : message.getAsJsonArray("spans")) {
      if (span.getAsJsonObject().get("is_primary").getAsBoolean()) {
        found.add(diagnostic(message, span.getAsJsonObject(), lines));
        return;
      }
    }
  }

  private static Diagnostic diagnostic(JsonObject message, JsonObject span, List<String> lines) {
    var range = new Range(position(span, "start", lines), position(span, "end", lines));
    var diagnostic = new Diagnostic(range, message.get("message").getAsString());
    diagnostic.setSeverity(DiagnosticSeverity.Error);
    diagnostic.setSource("rustc");
    diagnostic.setCode(message.getAsJsonObject("code").get("code").getAsString());
    var data = new JsonObject();
    data.add("rendered", message.get("rendered"));
    diagnostic.setData(data);
    return diagnostic;
  }

  /// rustc counts characters from one, LSP counts UTF-16 units from zero.
  private static Position position(JsonObject span, String end, List<String> lines) {
    int line = span.get("line_" + end).getAsInt() - 1;
    int characters = span.get("column_" + end).getAsInt() - 1;
    return new Position(line, lines.get(line).offsetByCodePoints(0, characters));
  }
}
