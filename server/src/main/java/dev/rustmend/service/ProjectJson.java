package dev.rustmend.service;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Withheld;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.Difference;
import dev.rustmend.text.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reports and outcomes as JSON of a bounded size: what comes first matters most, and what does not
/// fit is counted.
///
/// `name` says how a file is called; `mayEdit` which files a shown fix may touch.
record ProjectJson(
    Settings.Offers offers, Function<Path, String> name, Predicate<Path> mayEdit, Path root) {
  private static final int MOST_FIXES = 3;
  private static final int MOST_STEPS = 60;
  private static final int LONGEST_MESSAGE = 1_500;
  private static final int LONGEST_FIX = 12_000;
  private static final int LONGEST_DIFFS = 30_000;

  /// The problems, root cause first, each on its own.
  List<JsonElement> problems(Report report) {
    var all = new ArrayList<JsonElement>();
    RootCause.first(report.problems()).forEach(problem -> all.add(problem(problem)));
    return all;
  }

  JsonObject summary(Report report) {
    return new ReportJson(offers).summary(report);
  }

  /// The fixes that were applied, in short, and those that a person has to decide about.
  void addSteps(JsonObject json, FixOutcome outcome) {
    var applied = new JsonArray();
    outcome.audit().stream()
        .filter(record -> record.outcome().equals("kept"))
        .limit(MOST_STEPS)
        .forEach(record -> applied.add(step(record)));
    json.add("applied", applied);
    var withheld = new JsonArray();
    outcome.withheld().stream().limit(MOST_STEPS).forEach(each -> withheld.add(step(each)));
    json.add("withheld", withheld);
  }

  /// Adds `changed`, the files with their diffs, and `edits`, the same as edits of what was there.
  void addChanges(JsonObject json, FixOutcome outcome) {
    var changed = new JsonArray();
    var edits = new JsonArray();
    int room = LONGEST_DIFFS;
    int left = 0;
    for (Map.Entry<Path, FixOutcome.Change> entry : outcome.changes().entrySet()) {
      JsonObject change = change(entry.getKey(), entry.getValue(), Math.max(0, room));
      room -= change.get("diff").getAsString().length();
      changed.add(change);
      List<TextEdit> all = Difference.edits(entry.getValue().before(), entry.getValue().after());
      int size = all.stream().mapToInt(edit -> edit.newText().length()).sum();
      if (size > room) {
        left++;
        continue;
      }
      room -= size;
      for (TextEdit edit : all) {
        edits.add(edit(entry.getKey(), entry.getValue(), edit));
      }
    }
    json.add("changed", changed);
    json.add("edits", edits);
    if (left > 0) {
      json.addProperty("filesWithoutEdits", left);
    }
  }

  private JsonObject edit(Path file, FixOutcome.Change change, TextEdit edit) {
    JsonObject json = ReportJson.edit(file, change.before().sha256(), edit);
    json.addProperty("file", name.apply(file));
    if (change.isNew()) {
      json.addProperty("creates", true);
    }
    return json;
  }

  private JsonObject change(Path file, FixOutcome.Change change, int room) {
    var json = new JsonObject();
    json.addProperty("file", name.apply(file));
    json.addProperty("sha256Before", change.before().sha256());
    json.addProperty("sha256After", change.after().sha256());
    Path shown = file.startsWith(root) ? root.relativize(file) : file;
    String diff = String.join("\n", change.diff(shown.toString())) + "\n";
    json.addProperty("diff", diff.length() > room ? diff.substring(0, room) : diff);
    if (diff.length() > room) {
      json.addProperty("diffTruncated", true);
    }
    if (change.isNew()) {
      json.addProperty("created", true);
    }
    return json;
  }

  private JsonObject problem(Problem problem) {
    JsonObject json = diagnostic(problem.diagnostic());
    List<Fix> shown =
        ShownFixes.of(problem.fixes(), offers).stream()
            .filter(fix -> fix.patch().files().stream().allMatch(mayEdit))
            .toList();
    var fixes = new JsonArray();
    for (Fix fix : shown) {
      JsonObject each = renamed(new ReportJson(offers).fix(fix));
      boolean fits = ReportJson.line(each).length() <= LONGEST_FIX;
      if (fixes.size() < MOST_FIXES && fits) {
        fixes.add(each);
      }
    }
    json.add("fixes", fixes);
    if (shown.size() > fixes.size()) {
      json.addProperty("moreFixes", shown.size() - fixes.size());
    }
    return json;
  }

  private JsonObject renamed(JsonObject fix) {
    for (JsonElement edit : fix.getAsJsonArray("edits")) {
      JsonObject each = edit.getAsJsonObject();
      each.addProperty("file", name.apply(Path.of(each.get("file").getAsString())));
    }
    return fix;
  }

  private JsonObject diagnostic(Diagnostic diagnostic) {
    JsonObject json = ReportJson.diagnostic(diagnostic);
    String message = json.get("message").getAsString();
    if (message.length() > LONGEST_MESSAGE) {
      json.addProperty("message", message.substring(0, LONGEST_MESSAGE) + "…");
    }
    diagnostic.primary().ifPresent(span -> json.addProperty("file", name.apply(span.file())));
    return json;
  }

  private JsonObject step(AuditRecord record) {
    JsonObject json = diagnostic(record.diagnostic());
    json.addProperty("round", record.round());
    addFix(json, record.fix());
    return json;
  }

  private JsonObject step(Withheld withheld) {
    JsonObject json = diagnostic(withheld.problem().diagnostic());
    addFix(json, withheld.fix());
    json.addProperty("why", withheld.why());
    return json;
  }

  private static void addFix(JsonObject json, Fix fix) {
    json.addProperty("id", fix.id());
    json.addProperty("title", fix.title());
    json.addProperty("source", fix.sourceWord());
    json.addProperty("origin", fix.originName());
    json.addProperty("verdict", fix.verdictWord());
  }
}
