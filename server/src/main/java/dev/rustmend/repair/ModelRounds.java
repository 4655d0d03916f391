package dev.rustmend.repair;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.model.Completion;
import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.Cost;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.Sampling;
import dev.rustmend.prompt.Answer;
import dev.rustmend.prompt.AnswerReader;
import dev.rustmend.prompt.PromptWriter;
import dev.rustmend.prompt.RepairPrompt;
import dev.rustmend.repair.ModelAttempt.Ending;
import dev.rustmend.repair.ModelAttempt.Repair;
import dev.rustmend.repair.ModelSample.Reading;
import dev.rustmend.text.Patch;
import dev.rustmend.verify.BaseCheck;
import dev.rustmend.verify.Oracle;
import dev.rustmend.verify.Trial;
import dev.rustmend.verify.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The conversations with a model about one error: four answers to the question, then four to what
/// the compiler says of those, then all of that afresh with other seeds, since within a
/// conversation a model soon repeats itself. The first answer that compiles ends it. Confined to
/// its thread.
final class ModelRounds {
  /// Changes whenever the same question would be asked in another way, so that what is kept of it
  /// does not count any more.
  static final String REVISION = "1";

  private static final double TEMPERATURE = 0.8;
  private static final double TOP_P = 0.95;
  private static final int ERRORS_SHOWN = 2;
  private static final Cost NOTHING = new Cost(0, 0, 0, Duration.ZERO, Duration.ZERO);

  private final LanguageModel model;
  private final Oracle oracle;
  private final PromptWriter writer;
  private final KnownAnswers known;
  private final ModelWay way;
  private final BaseCheck base;
  private final RepairPrompt prompt;
  private final ModelBudget budget;
  private final Consumer<ModelSample> onSample;
  private final AnswerReader reader;
  private final List<ModelSample> samples = new ArrayList<>();
  private final Map<Patch, Verdict> judged = new HashMap<>();
  private Optional<Held> best = Optional.empty();

  /// An answer that holds.
  private record Held(String answer, Repair repair) {}

  /// An answer that does not hold, and what to tell the model about it.
  private record Failed(String answer, Optional<Candidate> candidate, Verdict verdict) {}

  ModelRounds(
      LanguageModel model,
      Oracle oracle,
      PromptWriter writer,
      KnownAnswers known,
      ModelWay way,
      BaseCheck base,
      RepairPrompt prompt,
      ModelBudget budget,
      Consumer<ModelSample> onSample) {
    this.model = model;
    this.oracle = oracle;
    this.writer = writer;
    this.known = known;
    this.way = way;
    this.base = base;
    this.prompt = prompt;
    this.budget = budget;
    this.onSample = onSample;
    this.reader = new AnswerReader(model.name());
  }

  /// Asks until an answer holds, the model has had all its tries, or the budget is used up.
  ModelAttempt run() throws InterruptedException {
    Optional<String> before = known.find(model.name(), prompt);
    if (before.filter(String::isEmpty).isPresent()) {
      return without(Ending.NO_FIX, "it had no answer that holds for exactly this code before");
    }
    if (before.isPresent()) {
      var _ = take(before.get(), 0, 0, 0, NOTHING);
    }
    for (int start = 1; start <= way.tries().starts() && best.isEmpty(); start++) {
      boolean complete;
      try {
        complete = converse(start);
      } catch (ModelException e) {
        return best.map(this::repaired).orElseGet(() -> without(Ending.FAILED, e.sentence()));
      }
      if (!complete && best.isEmpty()) {
        return without(
            Ending.USED_UP,
            "the time or the tokens that it may take are used up; raise `model.maxSeconds` to let it go on");
      }
    }
    if (best.isEmpty()) {
      known.put(model.name(), prompt, "");
      return without(Ending.NO_FIX, "none of its answers holds");
    }
    known.put(model.name(), prompt, best.get().answer());
    return repaired(best.get());
  }

  private ModelAttempt repaired(Held held) {
    return new ModelAttempt(
        prompt.error(),
        model.name(),
        Ending.REPAIRED,
        "",
        prompt.examples(),
        samples,
        Optional.of(held.repair()));
  }

  private ModelAttempt without(Ending ending, String why) {
    return new ModelAttempt(
        prompt.error(), model.name(), ending, why, prompt.examples(), samples, Optional.empty());
  }

  /// One conversation; false when the budget ended it.
  private boolean converse(int start) throws InterruptedException {
    var failed = new ArrayList<Failed>();
    for (int number = 1; number <= way.tries().samples(); number++) {
      if (!budget.allows(prompt.maxTokens())) {
        return false;
      }
      ask(prompt, start, 1, number).ifPresent(failed::add);
      if (compiles()) {
        return true;
      }
    }
    boolean over = best.isPresent() || failed.isEmpty() || way.tries().rounds() == 1;
    return over || goOn(failed, start);
  }

  /// The second round: the model is shown each of the failed answers, and what is wrong with it.
  private boolean goOn(List<Failed> failed, int start) throws InterruptedException {
    for (int number = 1; number <= way.tries().samples(); number++) {
      Failed one = failed.get((number - 1) % failed.size());
      Optional<RepairPrompt> next = writer.goOn(prompt, one.answer(), complaint(one));
      if (next.isEmpty()) {
        continue;
      }
      if (!budget.allows(prompt.maxTokens())) {
        return false;
      }
      var _ = ask(next.get(), start, 2, number);
      if (compiles()) {
        return true;
      }
    }
    return true;
  }

  private boolean compiles() {
    return best.filter(held -> held.repair().verdict() instanceof Verdict.Compiles).isPresent();
  }

  /// One answer; what failed about it when it is to be shown to the model.
  private Optional<Failed> ask(RepairPrompt asked, int start, int round, int number)
      throws InterruptedException {
    boolean first = start == 1 && round == 1 && number == 1;
    int seed = (start * 10 + round) * 10 + number;
    Sampling sampling = first ? Sampling.likeliest() : new Sampling(TEMPERATURE, TOP_P, seed);
    CompletionRequest request =
        CompletionRequest.of(asked.messages(), sampling, asked.maxTokens(), budget.time());
    boolean framed = way.form() == ModelWay.Form.BY_GRAMMAR && model.honorsGrammars();
    Completion completion =
        model.complete(framed ? request.framedBy(asked.frame().grammar()) : request, _ -> {});
    budget.spend(completion.cost());
    return take(completion.text(), start, round, number, completion.cost());
  }

  /// Reads an answer and has it judged.
  private Optional<Failed> take(String answer, int start, int round, int number, Cost cost)
      throws InterruptedException {
    return switch (reader.read(answer, prompt)) {
      case Answer.Refused(String why) -> {
        Verdict verdict = new Verdict.Rejected("the answer " + why);
        add(ModelSample.of(start, round, number, "", Reading.NO_CHANGE, verdict, cost));
        yield Optional.of(new Failed(answer, Optional.empty(), verdict));
      }
      case Answer.Proposed(Candidate candidate) -> {
        Optional<Verdict> earlier = Optional.ofNullable(judged.get(candidate.patch()));
        Verdict verdict =
            earlier.isPresent()
                ? new Verdict.Rejected("the same change as an earlier answer's")
                : judge(candidate);
        Reading reading = earlier.isPresent() ? Reading.REPEATED : Reading.CHANGE;
        add(ModelSample.of(start, round, number, candidate.title(), reading, verdict, cost));
        keep(answer, candidate, verdict);
        yield earlier.isPresent() || verdict.isOffered()
            ? Optional.empty()
            : Optional.of(new Failed(answer, Optional.of(candidate), verdict));
      }
    };
  }

  private void add(ModelSample sample) {
    samples.add(sample);
    onSample.accept(sample);
  }

  private Verdict judge(Candidate candidate) throws InterruptedException {
    var found = new ArrayList<Verdict>();
    Trial trial = Repairs.trial(candidate);
    oracle.judge(base, List.of(trial), (_, verdict) -> found.add(verdict));
    Verdict verdict = found.isEmpty() ? new Verdict.Unknown("it was not judged") : found.getFirst();
    judged.put(candidate.patch(), verdict);
    return verdict;
  }

  /// Keeps what holds, if nothing better is known: fewer errors left count first.
  private void keep(String answer, Candidate candidate, Verdict verdict) {
    if (verdict.isOffered()
        && best.filter(held -> left(held.repair().verdict()) <= left(verdict)).isEmpty()) {
      best = Optional.of(new Held(answer, new Repair(candidate, verdict)));
    }
  }

  private static int left(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Compiles _ -> 0;
      case Verdict.Advances(_, int after) -> after;
      case Verdict.Rejected _, Verdict.Unknown _ -> Integer.MAX_VALUE;
    };
  }

  /// What is wrong with an answer: for one that was compiled, what the compiler says of it.
  private String complaint(Failed failed) throws InterruptedException {
    String why =
        switch (failed.verdict()) {
          case Verdict.Rejected(String reason) -> reason;
          case Verdict.Unknown(String reason) -> reason;
          case Verdict.Compiles _, Verdict.Advances _ -> "";
        };
    String said = failed.candidate().isPresent() ? said(failed.candidate().get()) : "";
    return said.isEmpty()
        ? "It was rejected: " + why + "."
        : "rustc says of the changed program (data):\n" + writer.quoted(said);
  }

  private String said(Candidate candidate) throws InterruptedException {
    if (isHeldBack(candidate)) {
      return "";
    }
    return switch (oracle.check(base.snapshot().with(candidate.patch()), _ -> {})) {
      case CheckOutcome.Checked after ->
          after.errors().stream()
              .limit(ERRORS_SHOWN)
              .map(Diagnostic::rendered)
              .map(String::strip)
              .collect(Collectors.joining("\n\n"));
      case CheckOutcome.Failed _ -> "";
    };
  }

  /// Whether a guard objected, so that the compiler never saw it.
  private boolean isHeldBack(Candidate candidate) {
    return !(judged.get(candidate.patch()) instanceof Verdict.Rejected rejected)
        || !rejected.isByTheCompiler();
  }
}
