package dev.rustmend.proof;

import dev.rustmend.cargo.Tools;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.Guide;
import dev.rustmend.kb.GuideReader;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/// Proves tasks and templates, `jobs` at a time. What was fine is remembered in `cache`.
record GuideProver(Path folder, Tools tools, ProofCache cache, CopiedText copied, int jobs) {

  /// What is wrong with the tasks and templates in `files`, their Markdown by id.
  List<EntryProblem> problems(Map<String, String> files, Prover.Listener listener)
      throws InterruptedException {
    if (files.isEmpty()) {
      return List.of();
    }
    var helpers = GuideProof.Helpers.of(tools);
    var problems = new ConcurrentLinkedQueue<EntryProblem>();
    var readable = new ConcurrentSkipListMap<String, Guide>();
    Workers.each(
        jobs,
        files.entrySet(),
        (file, worker) -> {
          GuideReader.Result read = GuideReader.read(file.getKey(), file.getValue());
          problems.addAll(read.problems());
          if (read.guide().isPresent()) {
            Guide guide = read.guide().get();
            readable.put(guide.id(), guide);
            Path workplace = folder.resolve("guides-" + worker).toAbsolutePath();
            var proof = new GuideProof(workplace, tools, helpers);
            problems.addAll(alone(guide, file.getValue(), proof));
          }
        },
        listener);
    problems.addAll(GuideForm.duplicates(readable));
    return List.copyOf(problems);
  }

  private List<EntryProblem> alone(Guide guide, String markdown, GuideProof proof)
      throws InterruptedException {
    var problems = new ArrayList<>(GuideForm.problems(guide, markdown));
    problems.addAll(copied.problems(guide));
    String key =
        SourceText.of("guide\n" + proof.helpers() + "\n" + guide.id() + "\n" + markdown).sha256();
    if (problems.isEmpty() && !cache.isProven(key)) {
      problems.addAll(proof.problems(guide));
      if (problems.isEmpty()) {
        cache.proven(key);
      }
    }
    return problems;
  }
}
