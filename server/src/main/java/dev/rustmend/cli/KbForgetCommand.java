package dev.rustmend.cli;

import dev.rustmend.learn.Habit;
import dev.rustmend.learn.Habits;
import dev.rustmend.learn.Learning;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb forget`: takes what was learned out of the log, the code included.
final class KbForgetCommand implements Command {
  private static final String PROJECT = "--project";

  private final Wiring wiring;

  KbForgetCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "forget",
            "Forgets a learned recipe and the repairs that it was learned from, or all of a"
                + " workspace.");
    spec.addPositional(
        Options.optional("ID", "The recipe's id, as `kb list --learned` prints it."));
    spec.addOption(
        Options.text(PROJECT, "DIR", "All that was learned in the workspace at this root.")
            .build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    String id = invocation.parameter(0).orElse("");
    var project = invocation.<String>value(PROJECT).map(invocation::path);
    if (id.isEmpty() == project.isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE, "give the id of what to forget, or --project with a workspace's root");
    }
    return Learned.with(
        wiring,
        learning -> {
          invocation.print(
              project.map(root -> all(learning, root)).orElseGet(() -> one(learning, id)));
          learning.compact();
          return Exit.CLEAN;
        });
  }

  private static String one(Learning learning, String id) {
    Habit habit = Learned.find(learning.habits(), id);
    learning.forget(List.of(habit.recipe().id()));
    return "forgot %s and %s"
        .formatted(habit.recipe().id(), Count.of(habit.repairs().size(), "repair"));
  }

  private static String all(Learning learning, Path root) {
    Habits habits = learning.habits(root);
    learning.forgetProject(root);
    return "forgot %s of %s".formatted(Count.of(habits.countOfEpisodes(), "repair"), root);
  }
}
