package dev.rustmend.bench;

import dev.rustmend.bench.MutationsReport.Ending;
import dev.rustmend.cargo.Cargo;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.repair.Sessions;
import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// `bench mutations`: published crates are broken as a person would break them, and their own tests
/// say whether they were repaired, by rustmend and by what everyone has.
public final class MutationsBench {
  private final Cargo cargo;
  private final List<Method> methods;

  /// Compares rustmend, whose sessions are given and have [#settings], with both baselines.
  public MutationsBench(Cargo cargo, Sessions sessions) {
    this(
        cargo,
        List.of(new CargoFix(), new FirstSuggestion(), new Rustmend(sessions, ModelUse.NOT_ASKED)));
  }

  MutationsBench(Cargo cargo, List<Method> methods) {
    this.cargo = cargo;
    this.methods = List.copyOf(methods);
  }

  /// The settings that rustmend is measured with: the tests are checked too.
  public static Settings settings() {
    Settings defaults = Settings.defaults();
    Settings.Check check = defaults.check();
    var all =
        new Settings.Check(
            check.command(),
            check.onType(),
            check.features(),
            check.noDefaultFeatures(),
            true,
            check.extraArgs(),
            check.extraEnv(),
            check.targetDirectory(),
            check.timeLimitSeconds());
    return new Settings(
        all,
        defaults.publishDiagnostics(),
        defaults.hover(),
        defaults.offers(),
        defaults.verification(),
        Settings.Learning.OFF,
        defaults.knowledge(),
        defaults.embedding(),
        defaults.model(),
        defaults.courtesy());
  }

  /// Measures what `request` asks for. Throws [IOException] with a sentence for people when there
  /// is no rustc, when cargo can not fetch the crates, or when they are not sound to begin with.
  public MutationsReport run(MutationsBenchRequest request, BenchListener listener)
      throws IOException, InterruptedException {
    String compiler = RustToolchain.compiler();
    try (var _ = WorkFolder.claim(request.cache())) {
      listener.progress("fetching the crates", 0, 1, "");
      List<CrateCopy> crates =
          new CrateShelf(request.cache().resolve("crates"), cargo).copies(request.crates());
      return run(request, compiler, crates, listener);
    }
  }

  MutationsReport run(
      MutationsBenchRequest request,
      String compiler,
      List<CrateCopy> crates,
      BenchListener listener)
      throws IOException, InterruptedException {
    var crew =
        new Crew(
            IntStream.range(0, request.jobs())
                .mapToObj(i -> new Workplace(request.cache().resolve("worker-" + i), cargo))
                .toList());
    try {
      List<Mutant> mutants = mutants(request, crates, crew, listener);
      Map<String, TestRun> references = references(crates, crew, listener);
      var done = new AtomicInteger();
      List<MutationsReport.Case> cases =
          crew.work(
              mutants,
              (mutant, workplace) -> {
                var reference = references.getOrDefault(mutant.crate().name(), TestRun.NONE);
                MutationsReport.Case result = measure(mutant, reference, workplace);
                listener.step("repairing", done, mutants.size(), mutant.id());
                return result;
              });
      return new MutationsReport(
          compiler,
          crates.stream().map(CrateCopy::name).toList(),
          request.seed(),
          request.jobs(),
          methods.stream().map(Method::name).toList(),
          cases);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<Mutant> mutants(
      MutationsBenchRequest request, List<CrateCopy> crates, Crew crew, BenchListener listener)
      throws InterruptedException {
    var done = new AtomicInteger();
    return crew
        .work(
            crates,
            (crate, workplace) -> {
              var kinds = new ArrayList<>(request.kinds());
              // Each crate begins with another kind, so that all kinds get their turn.
              int turn = PublishedCrate.shelf().indexOf(crate.name()) * request.mutants();
              Collections.rotate(kinds, -turn);
              var draw = new MutantDraw(crate, workplace.with(crate), request.seed());
              List<Mutant> drawn = draw.draw(request.mutants(), kinds);
              listener.step("breaking", done, crates.size(), crate.name());
              return drawn;
            })
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /// How the tests of each sound crate go, by its name.
  private static Map<String, TestRun> references(
      List<CrateCopy> crates, Crew crew, BenchListener listener) throws InterruptedException {
    var done = new AtomicInteger();
    List<TestRun> runs =
        crew.work(
            crates,
            (crate, workplace) -> {
              ScratchPackage scratch = workplace.with(crate);
              TestRun run = scratch.test();
              if (!run.green() || !scratch.errors().isEmpty()) {
                throw new UncheckedIOException(
                    new IOException("the tests of " + crate.name() + " do not pass here"));
              }
              listener.step("testing", done, crates.size(), crate.name());
              return run;
            });
    var references = new HashMap<String, TestRun>();
    IntStream.range(0, runs.size()).forEach(i -> references.put(crates.get(i).name(), runs.get(i)));
    return references;
  }

  private MutationsReport.Case measure(Mutant mutant, TestRun reference, Workplace workplace)
      throws InterruptedException {
    var outcomes = new TreeMap<String, MutationsReport.Outcome>();
    var judge = new Judged(mutant, reference, new HashMap<>());
    for (Method method : methods) {
      ScratchPackage scratch = workplace.with(mutant.crate());
      scratch.write(mutant.textsIn(scratch.folder()));
      outcomes.put(method.name(), judge.outcome(method, scratch));
    }
    return new MutationsReport.Case(
        mutant.id(), mutant.crate().name(), mutant.kind(), mutant.codes(), mutant.diff(), outcomes);
  }

  /// One mutant in the hands of the methods; `tested` remembers how the tests of a text went, since
  /// methods often come to the same one.
  private record Judged(
      Mutant mutant, TestRun reference, Map<SortedMap<Path, SourceText>, TestRun> tested) {

    MutationsReport.Outcome outcome(Method method, ScratchPackage scratch)
        throws InterruptedException {
      Measurement measurement;
      try {
        measurement = Measurement.of(method, scratch);
      } catch (IllegalStateException e) {
        var nothing = new Method.Steps(-1, List.of("cargo broke down: " + e.getMessage()));
        measurement = new Measurement(1, 1, 0, nothing);
      }
      SortedMap<Path, SourceText> texts = scratch.texts();
      Ruling ruling = ruling(measurement, scratch, texts);
      var trail = new ArrayList<>(measurement.steps().trail());
      trail.addAll(ruling.evidence());
      return new MutationsReport.Outcome(
          ruling.ending(),
          measurement.errorsBefore(),
          measurement.errorsAfter(),
          measurement.seconds(),
          measurement.steps().compiles(),
          trail,
          measurement.steps().uses(),
          mutant.repair(scratch.folder(), texts));
    }

    private Ruling ruling(
        Measurement measurement, ScratchPackage scratch, SortedMap<Path, SourceText> texts)
        throws InterruptedException {
      if (texts.equals(mutant.crate().textsIn(scratch.folder()))) {
        return new Ruling(Ending.ORIGINAL, List.of());
      }
      if (measurement.errorsAfter() > 0) {
        return new Ruling(
            measurement.errorsAfter() > measurement.errorsBefore() ? Ending.WORSE : Ending.BROKEN,
            List.of());
      }
      TestRun run = tested(scratch, texts);
      return run.isAsGoodAs(reference)
          ? new Ruling(Ending.REPAIRED, List.of())
          : new Ruling(Ending.WRONG, run.evidence(reference));
    }

    /// A run that is not as good is repeated once: a busy machine is not a wrong repair.
    private TestRun tested(ScratchPackage scratch, SortedMap<Path, SourceText> texts)
        throws InterruptedException {
      Optional<TestRun> known = Optional.ofNullable(tested.get(texts));
      if (known.isPresent()) {
        return known.get();
      }
      TestRun first = scratch.test();
      TestRun run = first.isAsGoodAs(reference) ? first : scratch.test();
      tested.put(texts, run);
      return run;
    }
  }

  /// How it ended and what speaks against it.
  private record Ruling(Ending ending, List<String> evidence) {}
}
