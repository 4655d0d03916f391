package dev.rustmend.bench;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.candidate.CandidateSource;
import dev.rustmend.candidate.Recipes;
import dev.rustmend.candidate.RustcSuggestions;
import dev.rustmend.candidate.UndoEdit;
import dev.rustmend.cargo.CargoProcess;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.dependency.DependencyItems;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.kb.Entry;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.Program;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.operation.KnownCrates;
import dev.rustmend.operation.Operations;
import dev.rustmend.proof.ScratchCrate;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long all sources take to propose for one diagnostic, once the files were read: the examples
/// of the knowledge base, alone and as the main file of a crate of 20,000 lines.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 1)
public class ProposingBenchmark {

  /// The first 30 codes of the order of work, and what once was slow.
  @Param({
    "E0308", "E0277", "E0599", "E0425", "E0433", "E0432", "E0382", "E0502", "E0499", "uncoded",
    "E0106", "E0597", "E0507", "E0596", "E0384", "E0061", "E0369", "E0282", "E0046", "E0063",
    "E0004", "E0505", "E0506", "E0515", "E0716", "E0373", "E0603", "E0616", "E0560", "E0423"
  })
  public String code;

  @Param({"small", "medium"})
  public String size;

  private static final int PER_STATE = 8;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Asked> asked = new ArrayList<>();
  private List<CandidateSource> sources = List.of();
  private int next;

  /// A diagnostic in the state of the files that has it.
  private record Asked(String id, Diagnostic diagnostic, Snapshot snapshot) {}

  /// Has the compiler say what is wrong with each example of the code.
  @Setup(Level.Trial)
  public void compile() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("rustmend-jmh-");
    KnowledgeBase base = new ShippedBase().get();
    sources =
        List.of(
            new RustcSuggestions(),
            new Recipes(
                () -> base,
                Operations.all(
                    KnownCrates.none(),
                    new DependencyItems(folder.resolve("cache"), System.getenv()))),
            new UndoEdit(_ -> Optional.empty()));
    ScratchCrate scratch =
        ScratchCrate.in(folder.resolve("app"), "2024", new CargoProcess(System.getenv()));
    for (Entry entry : base.entries()) {
      if (entry.id().startsWith("errors/" + code + "/") && !entry.examples().isEmpty()) {
        Program program = entry.examples().getFirst().broken();
        scratch.write(program.files());
        Snapshot snapshot = snapshot(scratch, program);
        for (Diagnostic diagnostic : scratch.check(CheckOptions.Command.CHECK)) {
          if (diagnostic.isError()) {
            asked.add(new Asked(entry.id(), diagnostic, snapshot));
          }
        }
      }
    }
    if (asked.isEmpty()) {
      throw new IllegalStateException("no entry has an example for " + code);
    }
    report();
  }

  /// The program's files in open buffers, in a medium crate among its modules.
  private Snapshot snapshot(ScratchCrate scratch, Program program) {
    var files = new HashMap<>(program.files());
    if (size.equals("medium")) {
      Map<String, String> modules = modules();
      String declared =
          modules.keySet().stream()
              .map(name -> "mod %s;".formatted(name.replaceAll("src/|\\.rs", "")))
              .collect(Collectors.joining("\n", "\n", "\n"));
      files.merge(Program.MAIN, declared, String::concat);
      files.putAll(modules);
    }
    var buffers = new Workspace();
    files.forEach(
        (name, text) -> buffers.put(scratch.folder().resolve(name), 1, SourceText.of(text)));
    return buffers.snapshot();
  }

  private static Map<String, String> modules() {
    return new ProjectGenerator(1)
        .project(ProjectSize.MEDIUM).files().entrySet().stream()
            .filter(file -> file.getKey().startsWith("src/part_"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Says which examples take longest, since one number hides them.
  private void report() {
    for (int round = 0; round < 30; round++) {
      asked.forEach(this::candidates);
    }
    asked.stream()
        .map(each -> {
          long start = THREADS.getCurrentThreadCpuTime();
          for (int i = 0; i < 5; i++) {
            candidates(each);
          }
          long time = THREADS.getCurrentThreadCpuTime() - start;
          return "%8.2f ms of CPU %s".formatted(time / 5e6, each.id());
        })
        .sorted(Comparator.reverseOrder())
        .limit(3)
        .forEach(line -> System.err.println("\n# slowest: " + line));
  }

  /// One diagnostic, all sources. Each state is asked several times in a row, as one with several
  /// diagnostics is.
  @Benchmark
  public List<Candidate> propose() {
    next = (next + 1) % (asked.size() * PER_STATE);
    return candidates(asked.get(next / PER_STATE));
  }

  private List<Candidate> candidates(Asked one) {
    return sources.stream()
        .flatMap(source -> source.candidates(one.diagnostic(), one.snapshot()).stream())
        .toList();
  }
}
