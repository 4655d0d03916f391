package dev.rustmend.service;

import static dev.rustmend.service.Parameter.optional;

import com.google.gson.JsonObject;
import dev.rustmend.repair.Report;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `check`: what cargo says about a project, every error with its verified fixes.
record CheckCall(Projects projects, Builds builds, Pages pages) {
  static final Parameter DIR =
      optional(
          "dir",
          new Form.Text(4096),
          "A folder of the cargo project, absolute or below the first root; the first root unless given.");
  static final Parameter CURSOR =
      optional(
          "cursor",
          new Form.Text(64),
          "The nextCursor of an earlier answer: gives the rest of that list and does nothing else.");
  static final Parameter LIMIT =
      optional("limit", new Form.Whole(1, 200), "How many problems at most (20).");

  Call call() {
    return new Call(
        "check",
        "check_project",
        "Check a Rust project",
        "Runs cargo check on a project and returns each error, root cause first, with fixes that the"
            + " compiler has accepted in a copy of the project. Changes nothing. `success` is true"
            + " when there is no error.",
        List.of(DIR, LIMIT, CURSOR),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "proof?", Shapes.proof(),
                "summary?", Shapes.summary(),
                "problems", Shape.list(Shapes.problem()),
                "left?", Shape.whole(),
                "nextCursor?", Shape.text(),
                "unverifiedBecause?", Shape.text())),
        Effect.READS,
        Pace.LONG,
        this::answer);
  }

  private JsonObject answer(Arguments arguments, Call.Context context) throws InterruptedException {
    int limit = arguments.whole("limit", 20);
    Optional<String> cursor = arguments.text("cursor");
    if (cursor.isPresent()) {
      return rest(cursor.get(), limit);
    }
    Path dir = context.roots().existing(arguments.text("dir").orElse(""));
    try (Projects.Lease lease = projects.open(dir, context.roots());
        Builds.Turn _ = builds.turn(context.progress())) {
      Report report = run(lease, context.progress());
      var json = new JsonObject();
      json.addProperty("success", report.errors() == 0);
      json.add("proof", proof(lease, report));
      ProjectJson writer = writer(lease, context.roots());
      json.add("summary", writer.summary(report));
      report.fidelity().ifPresent(why -> json.addProperty("unverifiedBecause", why));
      pages.first(writer.problems(report), limit).addTo(json, "problems");
      return json;
    }
  }

  /// The rest of a list of problems; there are problems, so nothing is a success.
  private JsonObject rest(String cursor, int limit) {
    var json = new JsonObject();
    json.addProperty("success", false);
    pages.next(cursor, limit).addTo(json, "problems");
    return json;
  }

  /// Checks what is on the disk. Throws [ServiceFailure] where cargo could not do its work.
  static Report run(Projects.Lease lease, ProgressListener progress) throws InterruptedException {
    progress.progress("compiling", 0, 0);
    Report report =
        lease.session().run(Snapshot.ofDisk(), growing -> CheckWords.tell(progress, growing));
    if (report.failure().isPresent()) {
      throw new ServiceFailure(Kind.ENVIRONMENT, report.failureSentence().orElseThrow());
    }
    return report;
  }

  /// Writes with the names that the disk has; no fix is shown that touches anything outside.
  static ProjectJson writer(Projects.Lease lease, Roots roots) {
    return new ProjectJson(
        lease.settings().offers(), Path::toString, roots::allows, lease.session().root());
  }

  private static JsonObject proof(Projects.Lease lease, Report report) {
    var proof = new JsonObject();
    proof.addProperty("command", CheckWords.command(lease.settings().check()));
    proof.addProperty("errorsBefore", report.errors());
    proof.addProperty("compiles", report.compiles());
    proof.addProperty("seconds", report.time().toMillis() / 1000.0);
    return proof;
  }
}
