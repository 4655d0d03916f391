package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.text.CanonicalEdits;
import dev.rustmend.text.TextEdit;
import dev.rustmend.workspace.Snapshot;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/// What the sources propose for the diagnostics of one state. It may begin while cargo still runs,
/// on a thread of its own: on a large crate reading the trees takes as long as a part of the check.
/// Safe to use from any thread.
final class Proposing implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Proposing.class.getName());

  private final List<CandidateSource> sources;
  private final int maxCandidates;
  private final Snapshot snapshot;
  private final Map<Diagnostic, FutureTask<List<Candidate>>> tasks = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("rustmend-propose").factory());

  Proposing(List<CandidateSource> sources, int maxCandidates, Snapshot snapshot) {
    this.sources = sources;
    this.maxCandidates = maxCandidates;
    this.snapshot = snapshot;
    worker.execute(() -> sources.forEach(source -> source.prepare(snapshot)));
  }

  /// Proposes for `diagnostic` in the background, after those that came before; of very many
  /// diagnostics only for the first.
  void ahead(Diagnostic diagnostic) {
    if (begun.incrementAndGet() > Attention.MOST) {
      return; // whoever wants more of them asks
    }
    try {
      worker.execute(task(diagnostic));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "a diagnostic came after the end", e);
    }
  }

  /// The proposals for `diagnostic`, likeliest first; makes them here unless they were begun.
  List<Candidate> of(Diagnostic diagnostic) throws InterruptedException {
    FutureTask<List<Candidate>> task = task(diagnostic);
    if (task.isCancelled()) {
      return candidates(diagnostic);
    }
    task.run(); // does nothing when another thread has begun
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("proposing for " + diagnostic.headline() + " failed", e);
    }
  }

  /// Begins nothing more in the background, and waits for nothing. What is under way is not
  /// interrupted: an interrupted read would leave the snapshot without the file.
  @Override
  public void close() {
    worker.shutdown();
    tasks.values().forEach(task -> task.cancel(false));
  }

  private FutureTask<List<Candidate>> task(Diagnostic diagnostic) {
    return tasks.computeIfAbsent(diagnostic, some -> new FutureTask<>(() -> candidates(some)));
  }

  private List<Candidate> candidates(Diagnostic diagnostic) {
    var candidates = new ArrayList<Candidate>();
    for (CandidateSource source : sources) {
      try {
        candidates.addAll(source.candidates(diagnostic, snapshot));
      } catch (RuntimeException e) {
        // One failing source must not sink the others.
        LOG.log(Level.WARNING, "%s failed on %s".formatted(source, diagnostic.headline()), e);
      }
    }
    candidates.replaceAll(this::withLineBreaks);
    candidates.sort(Ranking.likeliestFirst());
    return distinct(candidates).stream().limit(maxCandidates).toList();
  }

  /// Without those that come to the same as one before: rustc and an entry often agree.
  private List<Candidate> distinct(List<Candidate> candidates) {
    var distinct = new LinkedHashMap<Map<Path, List<TextEdit>>, Candidate>();
    for (Candidate candidate : candidates) {
      distinct.merge(
          CanonicalEdits.of(candidate.patch(), snapshot::read), candidate, Candidate::agreedBy);
    }
    return List.copyOf(distinct.values());
  }

  /// The proposal with its line breaks written as the files write theirs.
  private Candidate withLineBreaks(Candidate candidate) {
    return candidate.with(
        candidate
            .patch()
            .withLineBreaks(
                file -> snapshot.read(file).map(text -> text.lines().lineBreak()).orElse("\n")));
  }
}
