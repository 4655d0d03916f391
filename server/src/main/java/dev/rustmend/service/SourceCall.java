package dev.rustmend.service;

import static dev.rustmend.service.Parameter.required;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.SourceRequest.Wish;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// `fix-source` and `check-source`: sources in, verdict, fixed sources and edits out; nothing of
/// the user's is touched.
record SourceCall(SourceFixer fixer, Builds builds, Supplier<Settings> settings) {
  private static final Parameter FILES =
      required(
          "files",
          new Form.Files(),
          "The sources by relative path, such as {\"src/main.rs\":\"fn main() {}\"}. Without a"
              + " Cargo.toml they are one package without dependencies.");

  Call fix() {
    var parameters = new ArrayList<Parameter>(List.of(FILES));
    parameters.addAll(FixCall.WISHES);
    JsonObject output = FixCall.output();
    return new Call(
        "fix-source",
        "fix_source",
        "Fix Rust sources",
        "Repairs sources that are given here, in a workspace that is thrown away: returns the fixed"
            + " files and the edits, and touches nothing on disk. `success` is true when no error is"
            + " left.",
        parameters,
        Shape.with(
            Shape.with(output, "files", Shape.mapOf(Shape.text())),
            "notes",
            Shape.list(Shape.text())),
        Effect.READS,
        Pace.LONG,
        (arguments, context) -> answer(arguments, context, Wish.FIX));
  }

  /// The same as a mere check.
  Call check() {
    return new Call(
        "check-source",
        "check_source",
        "Check Rust sources",
        "Compiles sources that are given here, in a workspace that is thrown away, and returns each"
            + " error with its verified fixes.",
        List.of(FILES),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "proof", Shapes.proof(),
                "summary", Shapes.summary(),
                "problems", Shape.list(Shapes.problem()),
                "notes?", Shape.list(Shape.text()))),
        Effect.READS,
        Pace.LONG,
        (arguments, context) -> answer(arguments, context, Wish.CHECK));
  }

  private JsonObject answer(Arguments arguments, Call.Context context, Wish wish)
      throws InterruptedException {
    FixRequest wishes = FixCall.wishes(arguments, Optional.empty());
    var request = new SourceRequest(arguments.files("files"), wish, wishes);
    try (Builds.Turn _ = builds.turn(context.progress())) {
      SourceResult result = fixer.fix(request, context.progress());
      Path root = result.root();
      var writer =
          new ProjectJson(
              settings.get().offers(),
              file -> name(root, file),
              file -> file.startsWith(root),
              root);
      JsonObject json = FixCall.json(result.outcome(), writer, result.command());
      if (wish == Wish.CHECK) {
        List.of("applied", "withheld", "changed", "edits").forEach(json::remove);
      } else {
        addFiles(json, result);
      }
      if (!result.notes().isEmpty()) {
        var notes = new JsonArray();
        result.notes().forEach(notes::add);
        json.add("notes", notes);
      }
      return json;
    }
  }

  private static void addFiles(JsonObject json, SourceResult result) {
    var files = new JsonObject();
    result.files().forEach(files::addProperty);
    json.add("files", files);
  }

  /// The path as it was submitted, with slashes.
  private static String name(Path root, Path file) {
    return file.startsWith(root)
        ? root.relativize(file).toString().replace('\\', '/')
        : file.toString();
  }
}
