package dev.rustmend.service;

import static dev.rustmend.service.Parameter.optional;
import static dev.rustmend.service.Parameter.required;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.learn.Contribution;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ServiceFailure.Kind;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// `export` and `import`: what was learned here and brought along, carried to another machine.
record CarryCalls(Learning learning, Notes notes, EntryProof proof, Builds builds) {
  /// Paths of a request lie nowhere; this is where they are thought to be.
  private static final Path NOWHERE = Path.of("/");

  Call export() {
    return new Call(
        "export",
        "export_knowledge",
        "Export what was learned",
        "Returns the recipes that were learned or imported as files of entries, proven by the"
            + " compiler, with neutral names in place of yours, and the notes; `import` takes them.",
        List.of(
            optional("learned", new Form.Flag(), "false leaves out the recipes."),
            optional("notes", new Form.Flag(), "false leaves out the notes."),
            optional(
                "verbatim", new Form.Flag(), "true keeps your code as it is, names included.")),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "files", Shape.mapOf(Shape.text()),
                "leftOut", Shape.list(Shape.text()))),
        Effect.READS,
        Pace.LONG,
        this::export);
  }

  Call take() {
    return new Call(
        "import",
        "import_knowledge",
        "Import knowledge",
        "Takes over files that `export` returned, and JSON or question texts of Rust Coder: recipes"
            + " of entries as if they had been learned in every workspace, texts as notes. `success`"
            + " is false when there was nothing to take over.",
        List.of(
            required(
                "files",
                new Form.Files(),
                "The texts by path, such as {\"errors/E0382/mine.md\":\"# …\"}.")),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "recipes", Shape.whole(),
                "notes", Shape.whole(),
                "leftOut", Shape.list(Shape.text()))),
        Effect.WRITES_MEMORY,
        Pace.PROMPT,
        this::take);
  }

  private JsonObject export(Arguments arguments, Call.Context context) throws InterruptedException {
    SortedMap<String, String> files = new TreeMap<>();
    var leftOut = new ArrayList<String>();
    try {
      if (arguments.flag("notes", true)) {
        notes.texts().forEach((name, text) -> files.put(Notes.EXPORTED + "/" + name, text));
      }
      if (arguments.flag("learned", true)) {
        Contribution.Wording wording =
            arguments.flag("verbatim", false)
                ? Contribution.Wording.VERBATIM
                : Contribution.Wording.NEUTRAL;
        addEntries(files, leftOut, wording, context.progress());
      }
    } catch (LogFailure e) {
      throw new ServiceFailure(Kind.ENVIRONMENT, e.sentence(), e);
    } catch (UncheckedIOException e) {
      throw unreadable(e);
    }
    var json = new JsonObject();
    json.addProperty("success", leftOut.isEmpty());
    var texts = new JsonObject();
    files.forEach(texts::addProperty);
    json.add("files", texts);
    json.add("leftOut", array(leftOut));
    return json;
  }

  private void addEntries(
      SortedMap<String, String> files,
      List<String> leftOut,
      Contribution.Wording wording,
      ProgressListener progress)
      throws InterruptedException {
    List<Habit> habits = learning.habits().established();
    if (habits.isEmpty()) {
      return;
    }
    try (Builds.Turn _ = builds.turn(progress)) {
      var contribution = new Contribution(proof.open(), wording);
      for (Habit habit : habits) {
        progress.progress("proving " + habit.recipe().id(), files.size(), habits.size());
        switch (contribution.of(habit)) {
          case Contribution.Entry(String id, String markdown) -> {
            if (!files.containsValue(markdown)) {
              files.put(id + ".md", markdown);
            }
          }
          case Contribution.Impossible(List<String> why) ->
              leftOut.add(
                  "no example of %s stands alone: %s"
                      .formatted(habit.recipe().id(), String.join(" ", why)));
        }
      }
    }
  }

  private JsonObject take(Arguments arguments, Call.Context context) {
    SortedMap<Path, String> files = new TreeMap<>();
    try {
      arguments.files("files").forEach((path, text) -> files.put(NOWHERE.resolve(path), text));
    } catch (InvalidPathException e) {
      throw new ServiceFailure(
          Kind.INVALID, "a path has characters that no path may have; check it", e);
    }
    try {
      KnowledgeImport.Taken taken = new KnowledgeImport(learning, notes).take(files);
      var json = new JsonObject();
      json.addProperty("success", taken.recipes() + taken.notes() > 0);
      json.addProperty("recipes", taken.recipes());
      json.addProperty("notes", taken.notes());
      json.add("leftOut", array(taken.leftOut()));
      return json;
    } catch (LogFailure e) {
      throw new ServiceFailure(Kind.ENVIRONMENT, e.sentence(), e);
    } catch (UncheckedIOException e) {
      throw unreadable(e);
    }
  }

  private static ServiceFailure unreadable(UncheckedIOException e) {
    return new ServiceFailure(Kind.ENVIRONMENT, e.getMessage() + "; make the folder yours", e);
  }

  private static JsonArray array(List<String> lines) {
    var array = new JsonArray();
    lines.forEach(array::add);
    return array;
  }
}
