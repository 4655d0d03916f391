package dev.rustmend.cli;

import dev.rustmend.model.Completion;
import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.Cost;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.Message;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelWorker;
import dev.rustmend.model.Sampling;
import dev.rustmend.model.StoredModel;
import dev.rustmend.model.WorkerFacts;
import dev.rustmend.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend model try`: asks the model something twice, and says how fast it is and what it takes.
final class ModelTryCommand implements Command {
  private static final String TOKENS = "--tokens";
  private static final String PROMPT = "--prompt";
  private static final String SYSTEM = "You are a Rust compiler expert. Answer in one paragraph.";
  private static final String QUESTION =
      """
      Why does rustc reject this program, and what is the smallest repair?

      fn main() {
          let name = String::from("ferris");
          let other = name;
          println!("{name} {other}");
      }
      """;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int USUAL_TOKENS = 96;
  private static final int MOST_TOKENS = 100_000;

  private final Wiring wiring;

  ModelTryCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "try",
            "Asks a model a question; says how fast it is, what is on the GPU and what it takes.");
    spec.addPositional(
        Options.optional(
            "NAME", "A model of the list or a GGUF file; the chosen one unless given."));
    spec.addOption(Options.number(TOKENS, "N", "How many tokens the answer may have."));
    spec.addOption(Options.text(PROMPT, "TEXT", "What to ask.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    try (LanguageModel model = model(invocation)) {
      tryOut(invocation, model);
      return Exit.CLEAN;
    } catch (ModelException e) {
      throw ModelText.failure(e);
    }
  }

  private LanguageModel model(Invocation invocation) {
    Settings.Model settings = wiring.settings(invocation).model();
    Optional<String> given = invocation.parameter(0);
    ModelMachine machine = wiring.modelMachine();
    if (given.isPresent()) {
      return machine.worker(
          settings,
          wiring
              .modelStore()
              .find(given.get())
              .map(StoredModel::file)
              .orElse(invocation.path(given.get())));
    }
    return machine
        .open(settings)
        .orElseThrow(() ->
            new CommandFailure(
                Exit.ENVIRONMENT,
                "no model is chosen; see `rustmend model list`, then `rustmend model use NAME`"));
  }

  private static void tryOut(Invocation invocation, LanguageModel model)
      throws InterruptedException {
    int tokens = invocation.<Integer>value(TOKENS).orElse(USUAL_TOKENS);
    if (tokens < 1 || tokens > MOST_TOKENS) {
      throw new CommandFailure(
          Exit.USAGE, "--tokens takes a number from 1 to %d".formatted(MOST_TOKENS));
    }
    CompletionRequest request =
        CompletionRequest.of(
            List.of(
                Message.system(SYSTEM),
                Message.user(invocation.<String>value(PROMPT).orElse(QUESTION))),
            Sampling.likeliest(),
            tokens,
            LIMIT);
    invocation.print(model.name());
    try {
      Completion first = ask(invocation, model, request);
      Completion second = ask(invocation, model, request);
      report(invocation, model, first, second);
    } finally {
      if (invocation.isVerbose() && model instanceof ModelWorker worker) {
        worker.log().forEach(invocation::tell);
      }
    }
  }

  private static Completion ask(
      Invocation invocation, LanguageModel model, CompletionRequest request)
      throws InterruptedException {
    try (ProgressLine line =
        ProgressLine.start(
            invocation.terminal(),
            invocation.paint(Terminal.Channel.ERR),
            "Asking",
            model.name())) {
      return model.complete(request, piece -> line.show(piece.replaceAll("\\s+", " "), 0, 0));
    }
  }

  private static void report(
      Invocation invocation, LanguageModel model, Completion first, Completion second)
      throws InterruptedException {
    if (model instanceof ModelWorker worker) {
      WorkerFacts facts = worker.facts();
      invocation.print("  device      " + ModelText.device(facts));
      invocation.print("  memory      " + ModelText.memory(facts));
    }
    invocation.print("  prompt      " + prompt(first.cost()));
    invocation.print("  generation  " + generation(first.cost()));
    invocation.print("  once more   " + prompt(second.cost()));
    invocation.print("");
    invocation.print(first.text().strip());
  }

  private static String prompt(Cost cost) {
    return String.format(
        Locale.ROOT,
        "%d tokens, %d of them known before, %.1f tokens/s, first text after %.2f s",
        cost.promptTokens(),
        cost.reusedTokens(),
        cost.promptTokensPerSecond(),
        seconds(cost.toFirstText()));
  }

  private static String generation(Cost cost) {
    return String.format(
        Locale.ROOT,
        "%d tokens, %.1f tokens/s, %.2f s in all",
        cost.generatedTokens(),
        cost.generatedTokensPerSecond(),
        seconds(cost.total()));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
