package dev.rustmend.service;

import static dev.rustmend.service.Parameter.optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.assist.CodePlace;
import dev.rustmend.assist.Explainer;
import dev.rustmend.assist.LintDescriptions;
import dev.rustmend.assist.Spelled;
import dev.rustmend.cargo.RustcExplain;
import dev.rustmend.repair.ModelHold;
import dev.rustmend.repair.Models;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.settings.Settings;
import dev.rustmend.wording.Material;
import dev.rustmend.wording.Source;
import dev.rustmend.wording.Worded;
import dev.rustmend.wording.Wording;
import dev.rustmend.wording.WordingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `explain`: what an error code means, or what the errors at a place mean there.
record ExplainCall(
    Projects projects, Builds builds, Map<String, String> environment, Models models) {
  private static final int LONGEST = 40_000;
  private static final int MOST = 3;

  Call call() {
    return new Call(
        "explain",
        "explain_error",
        "Explain a Rust error",
        "Explains an error: with `code` what it means and how it is repaired; with `file` and `line`"
            + " what it means in that code, with the fixes that were verified and those that were"
            + " rejected.",
        List.of(
            optional("code", new Form.Text(100), "An error code or lint, such as E0382."),
            optional("file", new Form.Text(4096), "A source file of the project."),
            optional("line", new Form.Whole(1, 10_000_000), "The line, from 1."),
            optional("column", new Form.Whole(1, 1_000_000), "The column in characters, from 1."),
            optional(
                "model",
                new Form.Flag(),
                "true has the user's language model put it into words as well, if one is configured.")),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "code?", Shape.text(),
                "explanation", Shape.about("Markdown", Shape.text()),
                "truncated?", Shape.flag(),
                "problems?", Shape.list(Shapes.problem()),
                "wording?", Shape.mapOf(new JsonObject()))),
        Effect.READS,
        Pace.LONG,
        this::answer);
  }

  private JsonObject answer(Arguments arguments, Call.Context context) throws InterruptedException {
    Optional<String> code = arguments.text("code");
    Optional<String> file = arguments.text("file");
    if (file.isPresent() && arguments.json().has("line")) {
      Path path = context.roots().existing(file.get());
      int line = arguments.whole("line", 1);
      return place(new SourcePlace(path, line, arguments.whole("column", 0)), arguments, context);
    }
    if (code.isEmpty()) {
      throw new ServiceFailure(Kind.INVALID, "give either `code`, or `file` and `line`");
    }
    return code(code.get(), context.roots());
  }

  private JsonObject code(String word, Roots roots) throws InterruptedException {
    Path directory = roots.first();
    var explainer = new Explainer(new RustcExplain(directory));
    Spelled spelled = explainer.spelled(word);
    Optional<String> meaning = explainer.code(spelled.code());
    if (meaning.isEmpty()) {
      meaning = new LintDescriptions(directory, environment).of(spelled.code());
    }
    String markdown =
        explainer.lesson(spelled.code(), meaning).orElseThrow(() -> unknown(word, spelled));
    var json = new JsonObject();
    json.addProperty("success", true);
    json.addProperty("code", spelled.code());
    addText(json, markdown);
    return json;
  }

  private static ServiceFailure unknown(String word, Spelled spelled) {
    return new ServiceFailure(
        Kind.NOT_FOUND,
        "%s is no error code or lint of this rustc; %s"
            .formatted(
                word,
                spelled.nearest().map(near -> "the nearest one is " + near).orElse("check it")));
  }

  private JsonObject place(SourcePlace place, Arguments arguments, Call.Context context)
      throws InterruptedException {
    Roots roots = context.roots();
    try (Projects.Lease lease = projects.open(place.file(), roots);
        Builds.Turn _ = builds.turn(context.progress())) {
      Report report = CheckCall.run(lease, context.progress());
      List<Problem> found = place.problemsIn(report);
      if (found.isEmpty()) {
        throw new ServiceFailure(Kind.NOT_FOUND, place.nothingIn(report));
      }
      List<Problem> shown = found.stream().limit(MOST).toList();
      var explainer = new Explainer(new RustcExplain(lease.session().root()));
      var pages = new ArrayList<String>();
      for (Problem problem : shown) {
        pages.add(explainer.full(problem, report.snapshot()));
      }
      var json = new JsonObject();
      json.addProperty("success", true);
      addText(json, String.join("\n", pages));
      var problems = new JsonArray();
      CheckCall.writer(lease, roots).problems(report.with(shown)).forEach(problems::add);
      json.add("problems", problems);
      if (arguments.flag("model", false)) {
        addWords(json, shown.getFirst(), report, pages.getFirst(), lease.settings().model());
      }
      return json;
    }
  }

  private void addWords(
      JsonObject json, Problem problem, Report report, String page, Settings.Model model)
      throws InterruptedException {
    if (model.isNone()) {
      json.addProperty("note", "no model is chosen, so nothing was put into words");
      return;
    }
    List<Source> code =
        CodePlace.of(problem, report.snapshot()).stream()
            .map(place -> new Source(place.where(), place.markdown()))
            .toList();
    try (ModelHold hold = models.hold()) {
      var writer = new Wording(() -> hold.of(model), model.contextSize());
      switch (writer.word(Material.ofProblem(code, page), WordingListener.NONE)) {
        case Worded.Text text -> json.add("wording", KnowledgeJson.worded(text));
        case Worded.Failed(String sentence) -> json.addProperty("note", sentence);
      }
    }
  }

  private static void addText(JsonObject json, String markdown) {
    boolean whole = markdown.length() <= LONGEST;
    json.addProperty("explanation", whole ? markdown : markdown.substring(0, LONGEST));
    if (!whole) {
      json.addProperty("truncated", true);
    }
  }
}
