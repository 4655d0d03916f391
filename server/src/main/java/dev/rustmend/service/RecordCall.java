package dev.rustmend.service;

import static dev.rustmend.service.Parameter.optional;
import static dev.rustmend.service.Parameter.required;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.DiagnosticKey;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.learn.Taught;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `record-fix`: a repair that somebody made, for rustmend to learn from. The compiler says whether
/// it is one.
record RecordCall(Projects projects, Builds builds, Learning learning) {

  Call call() {
    return new Call(
        "record-fix",
        "record_fix",
        "Remember a repair",
        "Remembers a repair that you or the user made, so that the same error is repaired so next time"
            + " on this machine. Give the file's text with the error as `before`. The compiler checks"
            + " both versions: nothing is remembered unless the error was there and is gone, with no"
            + " new one. Changes no source file.",
        List.of(
            required("file", new Form.Text(4096), "The source file that was repaired."),
            required("before", new Form.Text(400_000), "Its whole text with the error."),
            optional(
                "after",
                new Form.Text(400_000),
                "Its whole text without the error; what the disk has unless given."),
            optional("code", new Form.Text(100), "The error's code, where there are several.")),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "message", Shape.text(),
                "recipes", Shape.list(Shape.text()),
                "proof",
                    Shape.object(
                        Map.of(
                            "command", Shape.text(),
                            "errorsBefore", Shape.whole(),
                            "errorsAfter", Shape.whole())))),
        Effect.WRITES_MEMORY,
        Pace.LONG,
        this::answer);
  }

  private JsonObject answer(Arguments arguments, Call.Context context) throws InterruptedException {
    Path file = context.roots().existing(arguments.needed("file"));
    try (Projects.Lease lease = projects.open(file, context.roots());
        Builds.Turn _ = builds.turn(context.progress())) {
      if (lease.settings().learning() == Settings.Learning.OFF) {
        throw new ServiceFailure(
            Kind.INVALID,
            "learning is switched off; the user can set `learning = \"project\"` in rustmend.toml");
      }
      Report broken = report(lease, file, arguments.text("before"), context);
      Report repaired = report(lease, file, arguments.text("after"), context);
      Diagnostic error = repaired(broken, repaired, file, arguments.text("code"));
      return json(lease, broken, repaired, teach(broken, repaired, file, error));
    }
  }

  private Taught teach(Report broken, Report repaired, Path file, Diagnostic error)
      throws InterruptedException {
    try {
      return learning.teach(broken, repaired, file, error);
    } catch (LogFailure e) {
      throw new ServiceFailure(Kind.ENVIRONMENT, e.sentence(), e);
    }
  }

  private static Report report(
      Projects.Lease lease, Path file, Optional<String> text, Call.Context context)
      throws InterruptedException {
    Snapshot snapshot =
        text.map(
                it -> {
                  var workspace = new Workspace();
                  workspace.put(file, 1, SourceText.of(it));
                  return workspace.snapshot();
                })
            .orElseGet(Snapshot::ofDisk);
    Report report =
        lease.session().run(snapshot, growing -> CheckWords.tell(context.progress(), growing));
    if (report.failure().isPresent()) {
      throw new ServiceFailure(Kind.ENVIRONMENT, report.failureSentence().orElseThrow());
    }
    return report;
  }

  /// The error in `file` that the repair has ended.
  private static Diagnostic repaired(
      Report broken, Report repaired, Path file, Optional<String> code) {
    List<Diagnostic> there =
        errors(broken).stream()
            .filter(error -> error.primary().filter(it -> it.file().equals(file)).isPresent())
            .filter(error -> code.isEmpty() || error.codeText().equals(code.get()))
            .toList();
    if (there.isEmpty()) {
      throw new ServiceFailure(
          Kind.INVALID,
          "with `before` the compiler reports no error%s in %s, so there is nothing to learn"
              .formatted(code.map(it -> " " + it).orElse(""), file));
    }
    List<DiagnosticKey> left =
        errors(repaired).stream()
            .map(error -> DiagnosticKey.of(error, repaired.snapshot()::read))
            .toList();
    return there.stream()
        .filter(error -> !left.contains(DiagnosticKey.of(error, broken.snapshot()::read)))
        .filter(_ -> repaired.errors() < broken.errors())
        .findFirst()
        .orElseThrow(() ->
            new ServiceFailure(
                Kind.INVALID,
                "with `after` the compiler still reports that error, or others in its place (%d before, %d after), so there is nothing to learn"
                    .formatted(broken.errors(), repaired.errors())));
  }

  private static List<Diagnostic> errors(Report report) {
    return report.problems().stream().map(Problem::diagnostic).filter(Diagnostic::isError).toList();
  }

  private static JsonObject json(
      Projects.Lease lease, Report broken, Report repaired, Taught taught) {
    var json = new JsonObject();
    var recipes = new JsonArray();
    switch (taught) {
      case Taught.Remembered remembered -> {
        remembered.recipes().forEach(recipes::add);
        json.addProperty("success", true);
        json.addProperty(
            "message",
            recipes.isEmpty()
                ? "remembered; it can not be said as a recipe yet, a second one like it may help"
                : "remembered; `rustmend kb list --learned` shows it, `rustmend kb forget` takes it back");
      }
      case Taught.Nothing(String sentence) -> {
        json.addProperty("success", false);
        json.addProperty("message", "not remembered: " + sentence);
      }
    }
    json.add("recipes", recipes);
    var proof = new JsonObject();
    proof.addProperty("command", CheckWords.command(lease.settings().check()));
    proof.addProperty("errorsBefore", broken.errors());
    proof.addProperty("errorsAfter", repaired.errors());
    json.add("proof", proof);
    return json;
  }
}
