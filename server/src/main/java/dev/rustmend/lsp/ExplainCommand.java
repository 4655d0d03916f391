package dev.rustmend.lsp;

import dev.rustmend.assist.CodePlace;
import dev.rustmend.assist.Explainer;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Sessions;
import dev.rustmend.wording.Material;
import dev.rustmend.wording.Source;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;

/// `rustmend.server.explain`: all there is to say about an error, shown as a Markdown document; in
/// a model's words where `"model": true` asks for them and one is set.
record ExplainCommand(
    Sessions sessions,
    OpenDocuments documents,
    Runs runs,
    RustmendClient client,
    ClientProfile profile,
    Explainer explainer,
    PageViewer viewer,
    WrittenPages written,
    LearnedHere learned) {
  private static final String WORDED = "-worded";

  String explain(CommandTarget target) {
    Snapshot snapshot = documents.snapshot();
    return runs.add(ServerCommand.EXPLAIN.word(), runId -> explain(runId, target, snapshot));
  }

  private void explain(String runId, CommandTarget target, Snapshot snapshot)
      throws InterruptedException {
    Optional<Explanation> found = explanation(target, snapshot);
    if (found.isEmpty()) {
      client.showMessage(Messages.info("there is no error here that it knows of"));
      return;
    }
    Explanation explanation = found.get();
    if (!target.model().orElse(false)) {
      viewer.show(explanation.page(""));
    } else if (written.hasModel()) {
      written.show(runId, explanation.page(WORDED), explanation.material());
    } else {
      client.showMessage(Messages.info("no model is set; see `rustmend model list`"));
      viewer.show(explanation.page(""));
    }
  }

  /// What there is to say, about the code or lint `code`.
  private record Explanation(String code, Material material, String past) {
    /// A lint's name has colons, which some file systems do not.
    Page page(String suffix) {
      String name = code.isEmpty() ? "error" : code.replace("::", "-");
      return new Page("the explanation", "explain", name + suffix, material.wordForWord() + past);
    }
  }

  /// How the user has repaired such errors in the workspace of `file`; no model gets to see it.
  private String past(Optional<Path> file, String code) {
    return file.or(documents::latest)
        .flatMap(sessions::find)
        .map(session -> learned.past(session.root(), code))
        .orElse("");
  }

  /// About the error at a place, else about a code.
  private Optional<Explanation> explanation(CommandTarget target, Snapshot snapshot)
      throws InterruptedException {
    Optional<FoundProblem> found =
        target.file().flatMap(file -> target.position().flatMap(at -> found(file, at, snapshot)));
    if (found.isPresent()) {
      Problem problem = found.get().problem();
      List<Source> code =
          CodePlace.of(problem, snapshot).stream()
              .map(place -> new Source(place.where(), place.markdown()))
              .toList();
      return Optional.of(
          new Explanation(
              problem.diagnostic().codeText(),
              Material.ofProblem(code, explainer.full(problem, snapshot)),
              past(target.file(), problem.diagnostic().codeText())));
    }
    String code = target.code().orElse("");
    return code.isEmpty()
        ? Optional.empty()
        : explainer
            .lesson(code, explainer.code(code))
            .map(text ->
                new Explanation(code, Material.ofLesson(code, text), past(target.file(), code)));
  }

  private Optional<FoundProblem> found(Path file, Position position, Snapshot snapshot) {
    return FoundProblem.under(sessions, snapshot, file, position, profile.unit()).stream()
        .findFirst();
  }
}
