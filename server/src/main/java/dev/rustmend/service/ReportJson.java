package dev.rustmend.service;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.cargo.CargoFailure;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.repair.AuditRecord;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.ModelAttempt;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Rejection;
import dev.rustmend.repair.Report;
import dev.rustmend.repair.Withheld;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.ShownPath;
import dev.rustmend.text.SourceText;
import dev.rustmend.text.TextEdit;
import dev.rustmend.verify.Verdict;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Reports as JSON, in the names and units that users rely on: absolute paths, one-based lines and
/// columns as rustc counts them, edits in UTF-8 byte offsets of the text whose SHA-256 is given.
public final class ReportJson {
  private static final Gson DOCUMENT =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Gson LINE = new GsonBuilder().disableHtmlEscaping().create();

  private final Settings.Offers offers;

  /// Shows the fixes that `offers` say.
  public ReportJson(Settings.Offers offers) {
    this.offers = offers;
  }

  /// A document over several lines.
  public static String document(JsonElement json) {
    return DOCUMENT.toJson(json);
  }

  /// A document on one line.
  public static String line(JsonElement json) {
    return LINE.toJson(json);
  }

  /// `{"problems":[…],"summary":{…}}`, with `failure` or `fidelity` where there is one.
  public JsonObject report(Report report) {
    var json = new JsonObject();
    json.add("problems", array(report.problems(), this::problem));
    json.add("summary", summary(report));
    report.fidelity().ifPresent(why -> json.addProperty("unverifiedBecause", why));
    report.failure().ifPresent(failure -> json.add("failure", failure(failure)));
    return json;
  }

  /// The report that `fix` leaves behind, with the record of what it applied and what changed.
  public JsonObject outcome(FixOutcome outcome) {
    JsonObject json = report(outcome.after());
    json.add("applied", array(outcome.audit(), this::applied));
    json.add("withheld", array(outcome.withheld(), this::withheld));
    if (!outcome.model().isEmpty()) {
      json.add("model", array(outcome.model(), ReportJson::attempt));
    }
    var changed = new JsonArray();
    outcome
        .changes()
        .forEach((file, change) -> changed.add(change(outcome.before().root(), file, change)));
    json.add("changed", changed);
    json.addProperty("rounds", outcome.rounds());
    outcome.failure().ifPresent(failure -> json.add("failure", failure(failure)));
    return json;
  }

  /// `{"errors":…,"fixable":…,"warnings":…}`.
  public JsonObject summary(Report report) {
    var json = new JsonObject();
    json.addProperty("errors", report.errors());
    json.addProperty("fixable", report.fixable());
    json.addProperty("warnings", ShownFixes.warnings(report));
    return json;
  }

  /// A diagnostic with its fixes, and with what was rejected.
  public JsonObject problem(Problem problem) {
    JsonObject json = diagnostic(problem.diagnostic());
    json.add("fixes", array(ShownFixes.of(problem.fixes(), offers), this::fix));
    json.add("rejected", array(problem.rejections(), ReportJson::rejection));
    return json;
  }

  /// A fix that was applied, in which round, and what came of it.
  public JsonObject applied(AuditRecord record) {
    JsonObject json = diagnostic(record.diagnostic());
    json.addProperty("round", record.round());
    json.add("fix", fix(record.fix()));
    json.addProperty("outcome", record.outcome());
    return json;
  }

  private static JsonObject attempt(ModelAttempt attempt) {
    JsonObject json = diagnostic(attempt.error());
    ModelJson.attempt(attempt, json);
    return json;
  }

  private JsonObject withheld(Withheld withheld) {
    JsonObject json = diagnostic(withheld.problem().diagnostic());
    json.add("fix", fix(withheld.fix()));
    json.addProperty("why", withheld.why());
    return json;
  }

  /// One fix with its proof and its edits.
  public JsonObject fix(Fix fix) {
    var json = new JsonObject();
    json.addProperty("id", fix.id());
    json.addProperty("title", fix.title());
    json.addProperty("source", fix.sourceWord());
    json.addProperty("origin", fix.originName());
    json.addProperty("verdict", fix.verdictWord());
    switch (fix.verdict()) {
      case Verdict.Compiles(int before, int after, var doubt) -> {
        counts(json, before, after);
        doubt.ifPresent(why -> json.addProperty("doubt", why));
      }
      case Verdict.Advances(int before, int after) -> counts(json, before, after);
      case Verdict.Rejected(String why) -> json.addProperty("why", why);
      case Verdict.Unknown(String why) -> json.addProperty("why", why);
    }
    json.addProperty("preferred", fix.preferred());
    var edits = new JsonArray();
    for (Map.Entry<Path, List<TextEdit>> file : fix.patch().edits().entrySet()) {
      boolean creates = fix.patch().creates(file.getKey());
      String sha256 =
          creates ? SourceText.of("").sha256() : fix.sha256().getOrDefault(file.getKey(), "");
      for (TextEdit edit : file.getValue()) {
        JsonObject member = edit(file.getKey(), sha256, edit);
        if (creates) {
          member.addProperty("creates", true);
        }
        edits.add(member);
      }
    }
    json.add("edits", edits);
    return json;
  }

  /// `{"kind":…,"message":…,"detail":…}`.
  public static JsonObject failure(CargoFailure failure) {
    var json = new JsonObject();
    json.addProperty("kind", failure.kind().name().toLowerCase(Locale.ROOT));
    json.addProperty("message", failure.sentence());
    json.addProperty("detail", failure.detail());
    return json;
  }

  /// The code, level, message and place of a diagnostic, and what rustc says of that place.
  static JsonObject diagnostic(Diagnostic diagnostic) {
    var json = new JsonObject();
    json.addProperty("code", diagnostic.codeText());
    json.addProperty("level", diagnostic.level().word());
    json.addProperty("message", diagnostic.message());
    diagnostic
        .primary()
        .ifPresent(span -> {
          json.addProperty("file", span.file().toString());
          json.addProperty("line", span.line());
          json.addProperty("column", span.column());
          span.label().ifPresent(label -> json.addProperty("label", label));
        });
    return json;
  }

  private static JsonObject rejection(Rejection rejection) {
    var json = new JsonObject();
    json.addProperty("title", rejection.candidate().title());
    json.addProperty("source", rejection.candidate().origin().source().word());
    json.addProperty("verdict", rejection.verdict().word());
    switch (rejection.verdict()) {
      case Verdict.Compiles _, Verdict.Advances _ -> {}
      case Verdict.Rejected(String why) -> json.addProperty("why", why);
      case Verdict.Unknown(String why) -> json.addProperty("why", why);
    }
    return json;
  }

  static JsonObject edit(Path file, String sha256, TextEdit edit) {
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    json.addProperty("sha256", sha256);
    json.addProperty("start", edit.range().start());
    json.addProperty("end", edit.range().end());
    json.addProperty("newText", edit.newText());
    return json;
  }

  private static JsonObject change(Path root, Path file, FixOutcome.Change change) {
    String name = ShownPath.of(file, root);
    var json = new JsonObject();
    json.addProperty("file", file.toString());
    json.addProperty("sha256Before", change.before().sha256());
    json.addProperty("sha256After", change.after().sha256());
    json.addProperty("diff", String.join("\n", change.diff(name)) + "\n");
    if (change.isNew()) {
      json.addProperty("created", true);
    }
    return json;
  }

  private static void counts(JsonObject json, int before, int after) {
    json.addProperty("errorsBefore", before);
    json.addProperty("errorsAfter", after);
  }

  private static <T> JsonArray array(Collection<T> items, Function<T, JsonObject> toJson) {
    var array = new JsonArray();
    items.forEach(item -> array.add(toJson.apply(item)));
    return array;
  }
}
