package dev.rustmend.proof;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.Tools;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.kb.Guide;
import dev.rustmend.operation.Operations;
import dev.rustmend.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/// Proves many entries, several at a time: each by itself, then those for one code beside each
/// other; and tasks and templates. Remembers by content which were fine.
public final class Prover {
  private final Operations operations;
  private final Judges judges;
  private final ProofCache cache;
  private final List<ScratchCrates> crates;
  private final CopiedText copied;
  private final GuideProver guides;

  /// What judges: `compiler` tells one compiler from another, such as the version and commit of
  /// rustc, `program` one build of rustmend from another, and `documentation` is the toolchain's,
  /// where it is installed.
  public record Judges(String compiler, String program, Optional<Path> documentation) {}

  /// What is run: `cargo` checks the examples of entries, `tools` run the rest.
  public record Programs(Cargo cargo, Tools tools) {}

  /// `folder` is where scratch packages go.
  public Prover(Path folder, Programs programs, Operations operations, int jobs, Judges judges) {
    this.operations = operations;
    this.judges = judges;
    this.cache = ProofCache.in(folder, judges.compiler());
    this.copied = CopiedText.from(judges.documentation());
    this.crates =
        IntStream.range(0, Math.max(1, jobs))
            .mapToObj(
                worker -> new ScratchCrates(folder.resolve("prover-" + worker), programs.cargo()))
            .toList();
    this.guides = new GuideProver(folder, programs.tools(), cache, copied, crates.size());
  }

  /// Gets how much is done.
  public interface Listener {
    void done(int done, int all);
  }

  /// What is wrong with the entries, tasks and templates in `files`, their Markdown by id, in the
  /// order of the ids.
  public List<EntryProblem> problems(Map<String, String> files, Listener listener)
      throws InterruptedException {
    var problems = new ConcurrentLinkedQueue<EntryProblem>();
    ConcurrentMap<String, Entry> sound = new ConcurrentHashMap<>();
    var entries = new TreeMap<>(files);
    var others = new TreeMap<>(files);
    entries.keySet().removeIf(Guide::isId);
    others.keySet().removeAll(entries.keySet());
    problems.addAll(guides.problems(others, listener));
    Workers.each(
        crates.size(),
        entries.entrySet(),
        (file, worker) -> {
          EntryReader.Result read = EntryReader.read(file.getKey(), file.getValue());
          List<EntryProblem> wrong = alone(read, file.getValue(), crates.get(worker));
          problems.addAll(wrong);
          read.entry().filter(_ -> wrong.isEmpty()).ifPresent(e -> sound.put(e.id(), e));
        },
        listener);
    Workers.each(
        crates.size(),
        neighbors(sound).values(),
        (some, worker) -> problems.addAll(together(some, files, crates.get(worker))),
        listener);
    return problems.stream()
        .distinct()
        .sorted(
            Comparator.comparing(EntryProblem::file)
                .thenComparingInt(EntryProblem::line)
                .thenComparing(EntryProblem::rule))
        .toList();
  }

  private List<EntryProblem> alone(EntryReader.Result read, String markdown, ScratchCrates scratch)
      throws InterruptedException {
    var problems = new ArrayList<>(read.problems());
    if (read.entry().isEmpty() || !problems.isEmpty()) {
      return problems;
    }
    Entry entry = read.entry().get();
    problems.addAll(EntryForm.problems(entry, operations));
    problems.addAll(copied.problems(entry));
    if (entry.retired().isPresent() || !problems.isEmpty()) {
      return problems;
    }
    String judge = entry.proposes() ? judges.program() : "";
    String key = SourceText.of(entry.id() + "\n" + judge + "\n" + markdown).sha256();
    if (!cache.isProven(key)) {
      problems.addAll(EntryProof.problems(entry, scratch.of(entry), operations));
      if (problems.isEmpty()) {
        cache.proven(key);
      }
    }
    return problems;
  }

  /// The entries by code, where several have the same and one of them proposes something.
  private static Map<String, List<Entry>> neighbors(Map<String, Entry> entries) {
    var byCode = new TreeMap<String, List<Entry>>();
    for (Entry entry : new TreeMap<>(entries).values()) {
      List<String> codes = entry.codes().isEmpty() ? List.of("") : entry.codes();
      for (String code : codes) {
        byCode.computeIfAbsent(code, _ -> new ArrayList<>()).add(entry);
      }
    }
    byCode.values().removeIf(list -> list.size() < 2 || list.stream().noneMatch(Entry::proposes));
    return byCode;
  }

  private List<EntryProblem> together(
      List<Entry> entries, Map<String, String> files, ScratchCrates scratch)
      throws InterruptedException {
    var content = new StringBuilder("neighbors\n").append(judges.program());
    entries.forEach(entry -> content.append('\n').append(entry.id()).append(files.get(entry.id())));
    String key = SourceText.of(content.toString()).sha256();
    if (cache.isProven(key)) {
      return List.of();
    }
    List<EntryProblem> problems = NeighborProof.problems(entries, operations, scratch);
    if (problems.isEmpty()) {
      cache.proven(key);
    }
    return problems;
  }
}
