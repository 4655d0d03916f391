package dev.rustmend.bench;

import dev.rustmend.bench.Admission.Admitted;
import dev.rustmend.cargo.Cargo;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.repair.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// `bench fixes`: how many broken programs of the toolchain's documentation, or of a folder, get
/// repaired, by rustmend and by what everyone has.
public final class FixesBench {
  private final Cargo cargo;
  private final List<Method> methods;

  /// Compares rustmend, whose sessions are given, with both baselines.
  public FixesBench(Cargo cargo, Sessions sessions) {
    this(
        cargo,
        List.of(new CargoFix(), new FirstSuggestion(), new Rustmend(sessions, ModelUse.NOT_ASKED)));
  }

  /// The same, and rustmend with the language model that the settings of the sessions name.
  public static FixesBench withModel(Cargo cargo, Sessions sessions) {
    return new FixesBench(
        cargo,
        List.of(
            new CargoFix(),
            new FirstSuggestion(),
            new Rustmend(sessions, ModelUse.NOT_ASKED),
            new Rustmend(sessions, ModelUse.ASKED_AFRESH)));
  }

  FixesBench(Cargo cargo, List<Method> methods) {
    this.cargo = cargo;
    this.methods = List.copyOf(methods);
  }

  /// Measures what `request` asks for. Throws [IOException] with a sentence for people when there
  /// is no rustc or no documentation.
  public FixesReport run(FixesBenchRequest request, BenchListener listener)
      throws IOException, InterruptedException {
    RustToolchain toolchain = RustToolchain.find();
    var cache = new ResultCache(request.cache(), toolchain.commit());
    try (var _ = WorkFolder.claim(request.cache())) {
      return run(request, toolchain, programs(request, toolchain, cache, listener), listener);
    }
  }

  private static List<BrokenProgram> programs(
      FixesBenchRequest request, RustToolchain toolchain, ResultCache cache, BenchListener listener)
      throws IOException {
    if (request.programs().isPresent()) {
      return new ProgramFolder(request.programs().get()).brokenPrograms();
    }
    Path documentation = toolchain.documentation();
    listener.progress("reading the documentation", 0, 1, documentation.toString());
    return new Documentation(documentation).brokenPrograms(cache);
  }

  FixesReport run(
      FixesBenchRequest request,
      RustToolchain toolchain,
      List<BrokenProgram> programs,
      BenchListener listener)
      throws InterruptedException {
    var cache = new ResultCache(request.cache(), toolchain.commit());
    var crew = crew(request);
    List<BrokenProgram> ofHalf =
        programs.stream()
            .filter(program -> request.half().stream().allMatch(program.half()::equals))
            .toList();
    List<Admitted> kept = admitted(ofHalf, crew, cache, listener);
    List<Admitted> chosen = chosen(kept, request);
    var attempts = new Attempts(cache, request.baselines());
    var behaviors = new Behaviors(cache);
    var done = new AtomicInteger();
    List<FixesReport.Case> cases =
        crew.work(
            chosen,
            (admitted, workplace) -> {
              FixesReport.Case result = measure(admitted, attempts, behaviors, workplace);
              listener.step("repairing", done, chosen.size(), result.id());
              return result;
            });
    return new FixesReport(
        toolchain,
        request.programs().isPresent()
            ? FixesReport.Origin.FOLDER
            : FixesReport.Origin.DOCUMENTATION,
        ofHalf.size(),
        kept.size(),
        request.jobs(),
        methods.stream().map(Method::name).toList(),
        cases);
  }

  private Crew crew(FixesBenchRequest request) {
    return new Crew(
        IntStream.range(0, request.jobs())
            .mapToObj(i -> new Workplace(request.cache().resolve("worker-" + i), cargo))
            .toList());
  }

  private static List<Admitted> admitted(
      List<BrokenProgram> programs, Crew crew, ResultCache cache, BenchListener listener)
      throws InterruptedException {
    var done = new AtomicInteger();
    var admission = new Admission(cache);
    List<Optional<Admitted>> admitted =
        crew.work(
            programs,
            (program, workplace) -> {
              Optional<Admitted> found = admission.of(program, workplace);
              listener.step("reproducing", done, programs.size(), program.id());
              return found;
            });
    return admitted.stream().flatMap(Optional::stream).toList();
  }

  private static List<Admitted> chosen(List<Admitted> kept, FixesBenchRequest request) {
    var chosen = new ArrayList<>(kept);
    chosen.removeIf(
        admitted -> !request.only().isEmpty() && !request.only().contains(admitted.code()));
    if (request.sample().isEmpty() || request.sample().getAsInt() >= chosen.size()) {
      return chosen;
    }
    Collections.shuffle(chosen, new Random(request.seed()));
    return List.copyOf(chosen.subList(0, request.sample().getAsInt()));
  }

  private FixesReport.Case measure(
      Admitted admitted, Attempts attempts, Behaviors behaviors, Workplace workplace)
      throws InterruptedException {
    BrokenProgram program = admitted.program();
    var outcomes = new TreeMap<String, FixesReport.Outcome>();
    for (Method method : methods) {
      Attempt attempt = attempts.of(method, program, workplace);
      Behavior behavior = behaviors.of(program, attempt, workplace);
      outcomes.put(method.name(), attempt.outcome(program, behavior));
    }
    return new FixesReport.Case(
        program.id(),
        program.shelf(),
        program.half(),
        admitted.code(),
        program.source(),
        program.reference(),
        outcomes);
  }
}
