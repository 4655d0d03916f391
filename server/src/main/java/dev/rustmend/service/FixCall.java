package dev.rustmend.service;

import static dev.rustmend.service.Parameter.optional;

import com.google.gson.JsonObject;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.repair.Fix;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.repair.Problem;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `fix`: applies verified fixes until cargo is clean or none is left.
record FixCall(Projects projects, Builds builds, Learning learning) {
  private static final Logger LOG = System.getLogger(FixCall.class.getName());
  static final List<Parameter> WISHES =
      List.of(
          optional(
              "only",
              new Form.Texts(50),
              "Only errors and lints with these codes, such as [\"E0382\"]; all errors unless given."),
          optional(
              "maxRounds", new Form.Whole(1, 50), "How many times to fix and check again (20)."),
          optional(
              "model",
              new Form.Flag(),
              "false asks no language model. Otherwise one is asked about what nothing else repairs, if"
                  + " the user has configured one."));

  Call call() {
    return new Call(
        "fix",
        "fix_project",
        "Fix a Rust project",
        "Applies fixes that the compiler has accepted, round after round, until cargo is clean or no"
            + " verified fix is left; writes the files whole or not at all, and returns the diff. Fixes"
            + " that would delete code or weaken it are not applied but listed in `withheld`. With"
            + " dryRun nothing is written. `success` is true when no error is left.",
        List.of(
            CheckCall.DIR,
            WISHES.get(0),
            WISHES.get(1),
            WISHES.get(2),
            optional("file", new Form.Text(4096), "Only problems in this file."),
            optional(
                "fixes",
                new Form.Texts(50),
                "Only the fixes with these ids, as check_project gave them; for choosing among several,"
                    + " or for one that was withheld."),
            optional(
                "dryRun", new Form.Flag(), "true shows what would change and writes nothing.")),
        output(),
        Effect.WRITES_SOURCES,
        Pace.LONG,
        this::answer);
  }

  static JsonObject output() {
    return Shape.object(
        Map.of(
            "success", Shape.flag(),
            "written?", Shape.flag(),
            "proof", Shapes.proof(),
            "applied", Shape.list(Shapes.step()),
            "withheld", Shape.list(Shapes.step()),
            "changed", Shape.list(Shapes.change()),
            "edits", Shape.list(Shapes.edit()),
            "filesWithoutEdits?", Shape.whole(),
            "summary", Shapes.summary(),
            "problems", Shape.list(Shapes.problem())));
  }

  private JsonObject answer(Arguments arguments, Call.Context context) throws InterruptedException {
    Roots roots = context.roots();
    Optional<Path> file = arguments.text("file").map(roots::existing);
    Path dir = arguments.text("dir").map(roots::existing).or(() -> file).orElseGet(roots::first);
    FixRequest request = wishes(arguments, file);
    boolean dryRun = arguments.flag("dryRun", false);
    Set<String> chosen = Set.copyOf(arguments.texts("fixes"));
    try (Projects.Lease lease = projects.open(dir, roots)) {
      lease.project().writing().lockInterruptibly();
      try (Builds.Turn _ = builds.turn(context.progress())) {
        FixOutcome outcome = run(lease, request, chooser(roots, chosen), context.progress());
        boolean written = !dryRun && !outcome.changes().isEmpty();
        if (written) {
          write(lease, outcome, roots);
        }
        var writer = CheckCall.writer(lease, roots);
        var json = json(outcome, writer, CheckWords.command(lease.settings().check()));
        json.addProperty("written", written);
        return json;
      } finally {
        lease.project().writing().unlock();
      }
    }
  }

  /// What `only`, `maxRounds` and `model` say.
  static FixRequest wishes(Arguments arguments, Optional<Path> file) {
    return new FixRequest(
        arguments.whole("maxRounds", FixRequest.everything().maxRounds()),
        new HashSet<>(arguments.texts("only")),
        file,
        arguments.flag("model", true) ? ModelUse.ASKED_LAST : ModelUse.NOT_ASKED);
  }

  private static FixOutcome run(
      Projects.Lease lease, FixRequest request, FixChooser chooser, ProgressListener progress)
      throws InterruptedException {
    progress.progress("checking", 0, 0);
    FixOutcome outcome =
        new FixLoop(lease.session())
            .run(
                Snapshot.ofDisk(),
                request,
                chooser,
                record ->
                    progress.progress(
                        "round %d: %s".formatted(record.round(), record.fix().title()), 0, 0));
    if (outcome.failure().isPresent()) {
      throw new ServiceFailure(Kind.ENVIRONMENT, outcome.failureSentence().orElseThrow());
    }
    return outcome;
  }

  private void write(Projects.Lease lease, FixOutcome outcome, Roots roots)
      throws InterruptedException {
    for (Path file : outcome.changes().keySet()) {
      if (!roots.allows(file)) {
        throw new ServiceFailure(
            Kind.OUTSIDE,
            "the fix would change %s, outside of the folders that may be used; nothing was written"
                .formatted(file));
      }
    }
    try {
      learning.wrote(
          outcome.changes().values().stream().map(FixOutcome.Change::after).toList(),
          lease.settings().learning());
    } catch (LogFailure e) {
      LOG.log(Level.WARNING, e.sentence());
    }
    ChangeWriter.write(outcome.changes());
  }

  /// The answer about an outcome.
  static JsonObject json(FixOutcome outcome, ProjectJson writer, String command) {
    var json = new JsonObject();
    json.addProperty("success", outcome.isClean());
    var proof = new JsonObject();
    proof.addProperty("command", command);
    proof.addProperty("errorsBefore", outcome.before().errors());
    proof.addProperty("errorsAfter", outcome.after().errors());
    proof.addProperty("rounds", outcome.rounds());
    proof.addProperty("compiles", outcome.compiles());
    json.add("proof", proof);
    writer.addSteps(json, outcome);
    writer.addChanges(json, outcome);
    json.add("summary", writer.summary(outcome.after()));
    var left = new Pages().first(writer.problems(outcome.after()), 20);
    json.add("problems", left.items());
    if (left.left() > 0) {
      json.addProperty("problemsLeftOut", left.left());
    }
    return json;
  }

  /// Never a fix that touches anything outside; of the chosen ones each is taken, else the best.
  private static FixChooser chooser(Roots roots, Set<String> chosen) {
    return new FixChooser() {
      private final FixChooser best = FixChooser.best();

      @Override
      public List<Fix> choose(Problem problem) throws InterruptedException {
        List<Fix> fixes = chosen.isEmpty() ? best.choose(problem) : named(problem);
        return fixes.stream()
            .filter(fix -> fix.patch().files().stream().allMatch(roots::allows))
            .toList();
      }

      private List<Fix> named(Problem problem) {
        return problem.fixes().stream()
            .filter(fix -> fix.isOffered() && chosen.contains(fix.id()))
            .toList();
      }

      @Override
      public boolean isAutomatic() {
        return chosen.isEmpty();
      }
    };
  }
}
