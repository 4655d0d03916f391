package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.assist.CodePlace;
import dev.rustmend.assist.Explainer;
import dev.rustmend.assist.LintDescriptions;
import dev.rustmend.assist.Spelled;
import dev.rustmend.cargo.RustcExplain;
import dev.rustmend.cli.ExplanationPrinter.Explained;
import dev.rustmend.repair.ModelHold;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.service.ReportJson;
import dev.rustmend.service.SourcePlace;
import dev.rustmend.settings.Settings;
import dev.rustmend.wording.Material;
import dev.rustmend.wording.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend explain`: what an error code means, or what the errors at a place mean there and what
/// was tried against them.
final class ExplainCommand implements Command {
  private static final String MODEL = "--model";

  private final Wiring wiring;

  ExplainCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "explain",
            "Says what an error means, and for one in your code what was tried against it: the"
                + " proposals, their verdicts and their order.");
    spec.addPositional(
        Options.required("CODE|FILE:LINE[:COL]", "An error code such as E0382, or a place."));
    spec.addOption(
        Options.flag(MODEL, "Have the chosen model put it into words for your code.").build());
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    String subject = invocation.parameter(0).orElse("");
    Optional<SourcePlace> place = SourcePlace.parse(subject, invocation::path);
    return place.isPresent()
        ? explainPlace(invocation, place.get())
        : explainCode(invocation, subject);
  }

  private Exit explainCode(Invocation invocation, String subject) throws InterruptedException {
    Path directory = invocation.terminal().directory();
    var explainer = new Explainer(new RustcExplain(directory));
    Spelled spelled = explainer.spelled(subject);
    String code = spelled.code();
    Optional<String> meaning = explainer.code(code);
    if (meaning.isEmpty()) {
      meaning = new LintDescriptions(directory, invocation.terminal().environment()).of(code);
    }
    String markdown =
        explainer.lesson(code, meaning).orElseThrow(() -> unknown(subject, spelled.nearest()));
    String past = past(invocation, directory, code);
    var page = new Explained(Material.ofLesson(code, markdown), markdown + past, new JsonObject());
    page.json().addProperty("code", code);
    try (var printer = printer(invocation, () -> wiring.settings(invocation))) {
      printer.print(page).ifPresent(json -> invocation.print(ReportJson.document(json)));
    }
    return Exit.CLEAN;
  }

  private static CommandFailure unknown(String subject, Optional<String> nearest) {
    return new CommandFailure(
        Exit.USAGE,
        "%s is no error code or lint of this rustc and no place such as src/main.rs:4; %s"
            .formatted(
                subject,
                nearest.map(code -> "the nearest one is " + code).orElse("check the spelling")));
  }

  private Exit explainPlace(Invocation invocation, SourcePlace place) throws InterruptedException {
    if (!Files.isRegularFile(place.file())) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "there is no file %s; check the path".formatted(place.file()));
    }
    try (OpenWorkspace workspace = wiring.open(invocation, place.file())) {
      Report report = CheckCommand.check(invocation, workspace);
      if (report.failure().isPresent()) {
        throw new CommandFailure(Exit.ENVIRONMENT, report.failureSentence().orElseThrow());
      }
      List<Problem> problems = place.problemsIn(report);
      if (problems.isEmpty()) {
        throw new CommandFailure(Exit.REMAIN, place.nothingIn(report));
      }
      print(invocation, workspace, report, problems);
      return Exit.CLEAN;
    }
  }

  private void print(
      Invocation invocation, OpenWorkspace workspace, Report report, List<Problem> problems)
      throws InterruptedException {
    var explainer = new Explainer(new RustcExplain(workspace.session().root()));
    var json = new ReportJson(workspace.settings().offers());
    var all = new JsonArray();
    try (var printer = printer(invocation, workspace::settings)) {
      for (Problem problem : problems) {
        String markdown = explainer.full(problem, report.snapshot());
        Material material = material(problem, report, markdown);
        String past = past(invocation, workspace.session().root(), problem.diagnostic().codeText());
        printer
            .print(new Explained(material, markdown + past, json.problem(problem)))
            .ifPresentOrElse(all::add, () -> invocation.print(""));
      }
    }
    if (invocation.has(Options.JSON)) {
      var document = new JsonObject();
      document.add("problems", all);
      invocation.print(ReportJson.document(document));
    }
  }

  /// How the user has repaired such errors in the workspace; a model gets to see none of it.
  private String past(Invocation invocation, Path folder, String code) {
    return wiring.loadSettings(invocation, folder).settings().learning() == Settings.Learning.OFF
        ? ""
        : Learned.with(wiring, learning -> learning.past(folder, code));
  }

  private static Material material(Problem problem, Report report, String markdown) {
    List<Source> code =
        CodePlace.of(problem, report.snapshot()).stream()
            .map(place -> new Source(place.where(), place.markdown()))
            .toList();
    return Material.ofProblem(code, markdown);
  }

  /// `settings` are asked for when a model is wanted.
  private ExplanationPrinter printer(Invocation invocation, Supplier<Settings> settings) {
    ModelHold hold = wiring.models().hold();
    if (!invocation.has(MODEL)) {
      return new ExplanationPrinter(invocation, Optional.empty(), hold);
    }
    Settings.Model model = settings.get().model();
    if (model.isNone()) {
      invocation.tell(
          "rustmend: no model's words: no model is chosen; see `rustmend model list`, then `rustmend"
              + " model use NAME`");
      return new ExplanationPrinter(invocation, Optional.empty(), hold);
    }
    return new ExplanationPrinter(
        invocation, Optional.of(ModelWriting.with(hold, model, invocation)), hold);
  }
}
