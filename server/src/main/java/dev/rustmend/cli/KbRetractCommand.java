package dev.rustmend.cli;

import dev.rustmend.remote.RemoteFailure;
import dev.rustmend.remote.Team;
import dev.rustmend.remote.TeamPassage;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb retract`: takes an entry back from the team's knowledge base.
final class KbRetractCommand implements Command {
  private final Wiring wiring;

  KbRetractCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "retract", "Takes an entry back from your team's knowledge base.");
    spec.addPositional(
        Options.required("ID", "The entry's id there, as `kb search` and `kb publish` print it."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Team team = wiring.team().require(wiring.settings(invocation));
    String given = invocation.parameter(0).orElse("");
    String id = given.startsWith(Team.SCHEME) ? given : Team.SCHEME + given;
    try {
      List<TeamPassage> found = team.find(List.of(id));
      if (found.isEmpty()) {
        throw new CommandFailure(
            Exit.USAGE,
            "the team has no entry `%s`; `rustmend kb search` prints the ids".formatted(id));
      }
      team.retract(List.of(id));
      found.forEach(
          passage -> invocation.print("took back %s, %s".formatted(id, passage.provenanceWords())));
      return Exit.CLEAN;
    } catch (RemoteFailure e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }
}
