package dev.rustmend.cli;

import dev.rustmend.kb.EntryFolder;
import dev.rustmend.kb.EntryProblem;
import dev.rustmend.knowledge.Notes;
import dev.rustmend.learn.Contribution;
import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Habits;
import dev.rustmend.learn.Learning;
import dev.rustmend.proof.Prover;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb export`: makes entries of what was learned, ready to be contributed.
final class KbExportCommand implements Command {
  private static final String LEARNED = "--learned";
  private static final String NOTES = "--notes";
  private static final String OUT = "--out";
  private static final String VERBATIM = "--verbatim";

  private final Wiring wiring;

  KbExportCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "export",
            "Makes entries of learned recipes, proven by the compiler, with neutral names in place"
                + " of yours.");
    spec.addPositional(
        Options.optional("ID", "One learned recipe, as `kb list --learned` prints it."));
    spec.addOption(Options.flag(LEARNED, "All that are established.").build());
    spec.addOption(Options.flag(NOTES, "Also the notes that `kb import` took over.").build());
    spec.addOption(Options.text(OUT, "DIR", "Where the files go; ./kb-data unless given.").build());
    spec.addOption(
        Options.flag(VERBATIM, "Keep your own code as it is, names and texts included.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Path folder =
        invocation
            .<String>value(OUT)
            .map(invocation::path)
            .orElseGet(() -> invocation.path("kb-data"));
    if (invocation.has(NOTES)) {
      exportNotes(invocation, folder.resolve(Notes.EXPORTED));
      if (invocation.parameter(0).isEmpty() && !invocation.has(LEARNED)) {
        return Exit.CLEAN;
      }
    }
    List<Habit> habits = habits(invocation);
    if (habits.isEmpty()) {
      invocation.print("nothing is established yet; `rustmend kb list --learned` shows all");
      return Exit.CLEAN;
    }
    Contribution.Wording wording =
        invocation.has(VERBATIM) ? Contribution.Wording.VERBATIM : Contribution.Wording.NEUTRAL;
    Prover prover = KbVerifyCommand.prover(wiring, invocation, 1);
    var contribution = new Contribution(proof(prover), wording);
    boolean all = true;
    for (Habit habit : habits) {
      all &= export(invocation, contribution, habit, folder);
    }
    return all ? Exit.CLEAN : Exit.REMAIN;
  }

  private void exportNotes(Invocation invocation, Path folder) {
    try {
      Notes.of(wiring.environment())
          .texts()
          .forEach((name, text) -> {
            Path file = folder.resolve(name);
            write(file, text);
            invocation.print(file.toString());
          });
    } catch (UncheckedIOException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.getMessage() + "; check its rights", e);
    }
  }

  private List<Habit> habits(Invocation invocation) {
    Habits habits = Learned.with(wiring, Learning::habits);
    if (invocation.parameter(0).isPresent()) {
      return List.of(Learned.find(habits, invocation.parameter(0).get()));
    }
    if (!invocation.has(LEARNED)) {
      throw new CommandFailure(
          Exit.USAGE,
          "say what to export: the id of a learned recipe, --learned for all, or --notes");
    }
    return habits.established();
  }

  /// The compiler's judgment of entries, for whoever exports by another way. Throws
  /// [ServiceFailure] where there is no compiler.
  static Contribution.Proof proof(Wiring wiring, Invocation invocation)
      throws InterruptedException {
    try {
      return proof(KbVerifyCommand.prover(wiring, invocation, 1));
    } catch (CommandFailure e) {
      throw new ServiceFailure(ServiceFailure.Kind.ENVIRONMENT, e.sentence(), e);
    }
  }

  /// The same with a prover that is there.
  static Contribution.Proof proof(Prover prover) {
    return (id, markdown) ->
        prover.problems(Map.of(id, markdown), (_, _) -> {}).stream()
            .map(EntryProblem::rendered)
            .toList();
  }

  private static boolean export(
      Invocation invocation, Contribution contribution, Habit habit, Path folder)
      throws InterruptedException {
    return switch (contribution.of(habit)) {
      case Contribution.Entry(String id, String markdown) -> {
        Path file = EntryFolder.file(folder, id);
        write(file, markdown);
        invocation.print(file.toString());
        yield true;
      }
      case Contribution.Impossible(List<String> why) -> {
        invocation.tell(
            "rustmend: no example of %s stands alone; write one by hand (`rustmend kb new`):"
                .formatted(habit.recipe().id()));
        why.forEach(invocation::tell);
        yield false;
      }
    };
  }

  private static void write(Path file, String markdown) {
    try {
      AtomicFile.create(file, markdown.getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          Exit.USAGE, "%s is there already; move it away first".formatted(file), e);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "%s can not be written; choose another folder by --out".formatted(file),
          e);
    }
  }
}
