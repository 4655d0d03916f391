package dev.rustmend.bench;

import dev.rustmend.bench.Admission.Admitted;
import dev.rustmend.bench.ModelBenchReport.Answer;
import dev.rustmend.bench.ModelBenchReport.Case;
import dev.rustmend.bench.ModelBenchReport.Fate;
import dev.rustmend.bench.ModelBenchReport.Outcome;
import dev.rustmend.cargo.Cargo;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.diagnostic.Phase;
import dev.rustmend.kb.ShippedBase;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.FixLoop;
import dev.rustmend.repair.FixOutcome;
import dev.rustmend.repair.FixRequest;
import dev.rustmend.repair.ModelAttempt;
import dev.rustmend.repair.ModelSample;
import dev.rustmend.repair.ModelStudy;
import dev.rustmend.repair.Opened;
import dev.rustmend.repair.Problem;
import dev.rustmend.repair.RepairSession;
import dev.rustmend.repair.Sessions;
import dev.rustmend.syntax.ProgramShape;
import dev.rustmend.text.SourceText;
import dev.rustmend.verify.Verdict;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/// `bench model`: compares ways of asking a language model, on programs of the documentation that
/// nothing else repairs. One program at a time, as a model gives one answer at a time.
public final class ModelBench {
  private final Cargo cargo;
  private final Sessions sessions;
  private final ShippedBase base = new ShippedBase();

  /// Asks the model that the settings of `sessions` name.
  public ModelBench(Cargo cargo, Sessions sessions) {
    this.cargo = cargo;
    this.sessions = sessions;
  }

  /// Measures what `request` asks for. Throws [IOException] with a sentence for people when there
  /// is no rustc or no documentation, or when the model can not be used.
  public ModelBenchReport run(ModelBenchRequest request, BenchListener listener)
      throws IOException, InterruptedException {
    RustToolchain toolchain = RustToolchain.find();
    var cache = new ResultCache(request.cache(), toolchain.commit());
    listener.progress("reading the documentation", 0, 1, toolchain.documentation().toString());
    try (var _ = WorkFolder.claim(request.cache())) {
      return run(
          request,
          toolchain,
          new Documentation(toolchain.documentation()).brokenPrograms(cache),
          listener);
    }
  }

  ModelBenchReport run(
      ModelBenchRequest request,
      RustToolchain toolchain,
      List<BrokenProgram> programs,
      BenchListener listener)
      throws IOException, InterruptedException {
    var drawn =
        new ArrayList<>(
            programs.stream()
                .filter(program -> request.half().stream().allMatch(program.half()::equals))
                .toList());
    Collections.shuffle(drawn, new Random(request.seed()));
    var admission = new Admission(new ResultCache(request.cache(), toolchain.commit()));
    var workplace = new Workplace(request.cache().resolve("worker-0"), cargo);
    List<ModelVariant> variants = ModelVariant.all(request.answers());
    var cases = new ArrayList<Case>();
    var model = "";
    int looked = 0;
    for (BrokenProgram program : drawn) {
      if (cases.size() == request.programs()) {
        break;
      }
      listener.progress("asking the model", cases.size(), request.programs(), program.id());
      Optional<Admitted> admitted = admission.of(program, workplace);
      Optional<Unrepaired> left =
          admitted.isEmpty() ? Optional.empty() : unrepaired(admitted.get(), workplace);
      looked += admitted.isPresent() ? 1 : 0;
      if (left.isPresent()) {
        var outcomes = new TreeMap<String, Outcome>();
        for (ModelVariant variant : variants) {
          ModelStudy.Asked asked = left.get().ask(variant);
          model = named(asked.attempt(), model);
          outcomes.put(variant.name(), outcome(asked, left.get()));
        }
        cases.add(
            new Case(program.id(), admitted.get().code(), left.get().error().headline(), outcomes));
      }
    }
    return new ModelBenchReport(toolchain, model, looked, request.answers(), variants, cases);
  }

  /// A model that can not be used at all would only fill a report with its failure.
  private static String named(ModelAttempt attempt, String known) throws IOException {
    if (attempt.ending() == ModelAttempt.Ending.FAILED && attempt.samples().isEmpty()) {
      throw new IOException(attempt.why());
    }
    return attempt.model().isEmpty() ? known : attempt.model();
  }

  /// A program after all that `fix` can do without a model, and its first error.
  private record Unrepaired(
      BrokenProgram program,
      RepairSession session,
      ScratchPackage scratch,
      Snapshot snapshot,
      Diagnostic error) {
    ModelStudy.Asked ask(ModelVariant variant) throws InterruptedException {
      return new ModelStudy(session).ask(snapshot, error, variant.way());
    }
  }

  private Optional<Unrepaired> unrepaired(Admitted admitted, Workplace workplace)
      throws InterruptedException {
    ScratchPackage scratch = workplace.with(admitted.program());
    RepairSession session =
        switch (sessions.open(scratch.folder())) {
          case Opened.Session(RepairSession opened) -> opened;
          case Opened.Refused(var failure) ->
              throw new IllegalStateException(failure.sentence() + "\n" + failure.detail());
        };
    FixOutcome outcome =
        new FixLoop(session)
            .run(Snapshot.ofDisk(), FixRequest.everything(), FixChooser.best(), _ -> {});
    return outcome.after().problems().stream()
        .map(Problem::diagnostic)
        .filter(Diagnostic::isError)
        .min(Comparator.comparing(Phase::of))
        .map(error ->
            new Unrepaired(
                admitted.program(), session, scratch, outcome.after().snapshot(), error));
  }

  private Outcome outcome(ModelStudy.Asked asked, Unrepaired left) {
    ModelAttempt attempt = asked.attempt();
    return new Outcome(
        attempt.samples().isEmpty() ? attempt.why() : "",
        attempt.samples().stream().map(sample -> answer(sample, attempt, left)).toList(),
        attempt.examples().stream()
            .map(id -> ClosedBook.look(id, left.program(), base.get()))
            .toList(),
        attempt.time().toMillis() / 1000.0,
        asked.compiles());
  }

  private static Answer answer(ModelSample sample, ModelAttempt attempt, Unrepaired left) {
    return new Answer(
        fate(sample, attempt, left),
        sample.result(),
        sample.promptTokens() - sample.reusedTokens(),
        sample.generatedTokens(),
        sample.time().toMillis() / 1000.0);
  }

  private static Fate fate(ModelSample sample, ModelAttempt attempt, Unrepaired left) {
    return switch (sample.reading()) {
      case NO_CHANGE -> Fate.NOT_PARSED;
      case REPEATED -> Fate.REPEATED;
      case CHANGE ->
          switch (sample.verdict()) {
            case Verdict.Compiles _ -> losesSomething(attempt, left) ? Fate.LOSES : Fate.REPAIRED;
            case Verdict.Advances _ -> Fate.ADVANCES;
            case Verdict.Rejected rejected ->
                rejected.isByTheCompiler() ? Fate.REFUSED : Fate.GUARDED;
            case Verdict.Unknown _ -> Fate.REFUSED;
          };
    };
  }

  /// Whether the program with the answer lacks something of the program as it was in the beginning.
  /// The answer that compiles is the last one, and the one that the attempt ended with.
  private static boolean losesSomething(ModelAttempt attempt, Unrepaired left) {
    Snapshot after = left.snapshot().with(attempt.repair().orElseThrow().patch());
    SourceText repaired = after.read(left.scratch().mainFile()).orElseGet(() -> SourceText.of(""));
    return ProgramShape.losses(SourceText.of(left.program().source()), repaired).stream()
        .anyMatch(damage -> !damage.kind().isForTheErrorToJudge());
  }
}
