package dev.rustmend.proof;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.operation.Operations;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Proves many entries, several at a time, and remembers by content which were fine.
public final class Prover {
  private final Path folder;
  private final Cargo cargo;
  private final Operations operations;
  private final ProofCache cache;
  private final String program;
  private final int jobs;

  /// `folder` is where scratch packages go; `compiler` tells one compiler from another, such as the
  /// version and commit of rustc, and `program` one build of rustmend from another.
  public Prover(
      Path folder,
      Cargo cargo,
      Operations operations,
      int jobs,
      String compiler,
      String program) {
    this.program = program;
    this.folder = folder;
    this.cargo = cargo;
    this.operations = operations;
    this.jobs = Math.max(1, jobs);
    this.cache = ProofCache.in(folder, compiler);
  }

  /// Gets how many entries are done.
  public interface Listener {
    void done(int entries, int all);
  }

  /// What is wrong with the entries in `files`, their Markdown by id, in the order of the ids.
  public List<EntryProblem> problems(Map<String, String> files, Listener listener)
      throws InterruptedException {
    var queue = new ConcurrentLinkedQueue<>(new TreeMap<>(files).entrySet());
    ConcurrentMap<String, List<EntryProblem>> found = new ConcurrentHashMap<>();
    var done = new AtomicInteger();
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    var workers = new ArrayList<Thread>();
    for (int worker = 0; worker < jobs; worker++) {
      Path home = folder.resolve("prover-" + worker);
      workers.add(
          Thread.ofVirtual()
              .name("prover-" + worker)
              .start(() -> {
                var crates = new HashMap<String, ScratchCrate>();
                try {
                  for (var file = queue.poll(); file != null; file = queue.poll()) {
                    found.put(file.getKey(), problems(file.getKey(), file.getValue(), home, crates));
                    listener.done(done.incrementAndGet(), files.size());
                  }
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                  failures.add(e);
                  queue.clear();
                }
              }));
    }
    try {
      for (Thread thread : workers) {
        thread.join();
      }
    } finally {
      workers.forEach(Thread::interrupt);
    }
    if (!failures.isEmpty()) {
      throw failures.element();
    }
    return new TreeMap<>(found).values().stream().flatMap(List::stream).toList();
  }

  private List<EntryProblem> problems(
      String id, String markdown, Path home, Map<String, ScratchCrate> crates)
      throws InterruptedException {
    EntryReader.Result read = EntryReader.read(id, markdown);
    var problems = new ArrayList<>(read.problems());
    if (read.entry().isEmpty() || !problems.isEmpty()) {
      return problems;
    }
    Entry entry = read.entry().get();
    problems.addAll(EntryForm.problems(entry, operations));
    if (entry.retired().isPresent() || !problems.isEmpty()) {
      return problems;
    }
    String judge = entry.proposes() ? program : "";
    String key = SourceText.of(id + "\n" + judge + "\n" + markdown).sha256();
    if (!cache.isProven(key)) {
      ScratchCrate scratch =
          crates.computeIfAbsent(
              entry.edition(),
              edition -> ScratchCrate.in(home.resolve("edition-" + edition), edition, cargo));
      problems.addAll(EntryProof.problems(entry, scratch, operations));
      if (problems.isEmpty()) {
        cache.proven(key);
      }
    }
    return problems;
  }
}
