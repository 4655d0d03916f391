package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.knowledge.Library;
import dev.rustmend.knowledge.LibraryFacts;
import dev.rustmend.knowledge.LibraryFailure;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Habits;
import dev.rustmend.learn.Learning;
import dev.rustmend.learn.LogFailure;
import dev.rustmend.repair.Report;
import dev.rustmend.service.ReportJson;
import dev.rustmend.service.ShownFixes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend doctor`: what was found on this machine, and for each problem its remedy.
final class DoctorCommand implements Command {
  private final Wiring wiring;

  DoctorCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "doctor",
            "Looks at cargo, toolchains, the cache and the workspace; names each problem with its"
                + " remedy.");
    spec.addPositional(
        Options.optional("DIR", "A folder in the workspace; the current one unless given."));
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Path directory = invocation.path(invocation.parameter(0).orElse(""));
    if (!Files.isDirectory(directory)) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "there is no folder %s; check the path".formatted(directory));
    }
    var doctor = new Doctor(directory, invocation.terminal().environment());
    List<DoctorCheck> checks =
        new ArrayList<>(doctor.machine(wiring.loadSettings(invocation, directory)));
    checks.add(index(invocation));
    checks.add(learned(invocation, directory));
    boolean hasCargo =
        checks.stream().filter(it -> !it.ok()).noneMatch(it -> it.name().equals("cargo"));
    if (hasCargo) {
      checks.addAll(workspace(invocation, directory));
    }
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(json(checks)));
    } else {
      print(invocation, checks);
    }
    return checks.stream().allMatch(DoctorCheck::ok) ? Exit.CLEAN : Exit.ENVIRONMENT;
  }

  /// The search index: how much is in it, who writes it, and where it is.
  private DoctorCheck index(Invocation invocation) throws InterruptedException {
    try (Library library = wiring.library(invocation)) {
      LibraryFacts facts = library.facts();
      String detail =
          "%s, %d with a vector, %s, in %s"
              .formatted(
                  Count.of(facts.index().passages(), "passage"),
                  facts.index().withVector(),
                  facts.index().role().name().toLowerCase(Locale.ROOT),
                  facts.folder());
      if (!facts.notes().isEmpty()) {
        return DoctorCheck.advice(
            "index", String.join("; ", facts.notes()), "correct that, then `rustmend kb reindex`");
      }
      boolean whole = facts.documentationComplete() && facts.index().withVector() > 0;
      return whole
          ? DoctorCheck.fine("index", detail)
          : DoctorCheck.advice("index", detail + "; not complete", "rustmend kb reindex");
    } catch (LibraryFailure e) {
      return DoctorCheck.broken(
          "index", e.sentence(), "make its folder writable, or set RUSTMEND_CACHE_DIR");
    }
  }

  /// What was learned from the user's own repairs, and where it is.
  private DoctorCheck learned(Invocation invocation, Path directory) {
    Learning learning = wiring.learning();
    try {
      Habits habits = learning.habits();
      long established = habits.all().stream().filter(Habit::isEstablished).count();
      String detail =
          "%s learned from %s, %d established, in %s (learning = \"%s\")"
              .formatted(
                  Count.of(habits.all().size(), "recipe"),
                  Count.of(habits.countOfEpisodes(), "repair"),
                  established,
                  learning.file(),
                  wiring
                      .loadSettings(invocation, directory)
                      .settings()
                      .learning()
                      .name()
                      .toLowerCase(Locale.ROOT));
      return learning.problems().isEmpty()
          ? DoctorCheck.fine("learning", detail)
          : DoctorCheck.advice(
              "learning",
              detail + "; " + String.join("; ", learning.problems()),
              "nothing to do: the lines are left out, and `rustmend kb forget` takes them away");
    } catch (LogFailure e) {
      return DoctorCheck.broken(
          "learning", e.sentence(), "make it readable, or name another folder");
    }
  }

  /// The workspace around the folder: whether cargo can check it, and whether its shadow gives the
  /// same diagnostics.
  private List<DoctorCheck> workspace(Invocation invocation, Path directory)
      throws InterruptedException {
    if (!hasManifest(directory)) {
      return List.of(DoctorCheck.fine("workspace", directory + " belongs to no Cargo workspace"));
    }
    try (OpenWorkspace workspace = wiring.open(invocation, directory)) {
      Report report = CheckCommand.check(invocation, workspace);
      String root = workspace.session().root().toString();
      if (report.failure().isPresent()) {
        return List.of(
            DoctorCheck.broken(
                "workspace",
                root + ": " + report.failureSentence().orElseThrow(),
                "see `cargo check` there"));
      }
      return List.of(
          DoctorCheck.fine(
              "workspace",
              "%s: %s, %s"
                  .formatted(
                      root,
                      Count.of(report.errors(), "error"),
                      Count.of(ShownFixes.warnings(report), "warning"))),
          report
              .fidelity()
              .map(why ->
                  DoctorCheck.broken(
                      "shadow",
                      "the copy in which fixes are compiled differs: " + why,
                      "no fix is offered as verified until they agree"))
              .orElseGet(() ->
                  DoctorCheck.fine(
                      "shadow", "the copy in which fixes are compiled agrees with the workspace")));
    } catch (CommandFailure e) {
      return List.of(DoctorCheck.broken("workspace", e.sentence(), "see `cargo metadata` there"));
    }
  }

  private static boolean hasManifest(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("Cargo.toml"))) {
        return true;
      }
    }
    return false;
  }

  private static void print(Invocation invocation, List<DoctorCheck> checks) {
    Paint paint = invocation.paint(Terminal.Channel.OUT);
    int width = checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
    for (DoctorCheck check : checks) {
      String mark =
          !check.ok()
              ? paint.in(Ink.ERROR, "✗")
              : check.remedy().isEmpty() ? paint.in(Ink.GOOD, "✓") : paint.in(Ink.WARNING, "!");
      String name = paint.in(Ink.STRONG, ("%-" + width + "s").formatted(check.name()));
      invocation.print("%s %s  %s".formatted(mark, name, check.detail()));
      if (!check.remedy().isEmpty()) {
        invocation.print(
            " ".repeat(width + 4) + paint.in(Ink.HELP, "remedy") + ": " + check.remedy());
      }
    }
  }

  private static JsonObject json(List<DoctorCheck> checks) {
    var array = new JsonArray();
    for (DoctorCheck check : checks) {
      var json = new JsonObject();
      json.addProperty("name", check.name());
      json.addProperty("ok", check.ok());
      json.addProperty("detail", check.detail());
      json.addProperty("remedy", check.remedy());
      array.add(json);
    }
    var document = new JsonObject();
    document.add("checks", array);
    return document;
  }
}
