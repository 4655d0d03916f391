package dev.rustmend.cli;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.learn.Event;
import dev.rustmend.remote.Team;
import dev.rustmend.search.Companion;
import dev.rustmend.settings.Settings;
import dev.rustmend.workspace.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The way to the team's knowledge base of this process: opened when a setting names one and
/// somebody asks, and not before. Without a setting no class of it is loaded, which is why each
/// method looks at the setting first.
final class TeamDoor {
  private final Map<String, String> environment;
  private @Nullable TeamRoom room;
  private Settings.Remote opened = Settings.Remote.NONE;

  TeamDoor(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What is searched beside the library.
  Optional<Companion> companion(Settings settings) {
    return isShut(settings) ? Optional.empty() : room(settings).team().map(Team::companion);
  }

  /// What the team's entries propose for an error.
  List<Candidate> candidates(Settings settings, Diagnostic diagnostic, Snapshot snapshot) {
    return isShut(settings)
        ? List.of()
        : room(settings)
            .team()
            .map(team -> team.fixes().candidates(diagnostic, snapshot))
            .orElse(List.of());
  }

  /// Why nothing comes from it; empty while all is well, or where there is none.
  Optional<String> trouble(Settings settings) {
    return isShut(settings) ? Optional.empty() : room(settings).trouble();
  }

  /// Tells the team what became of its fixes.
  void count(Settings settings, List<Event> events) {
    if (!isShut(settings)) {
      room(settings).count(events);
    }
  }

  /// The team, for commands that are about it. Throws [CommandFailure] where there is none.
  Team require(Settings settings) {
    if (isShut(settings)) {
      throw new CommandFailure(
          Exit.USAGE,
          "no team's knowledge base is set; write its address as `knowledge.remote` into your settings");
    }
    TeamRoom here = room(settings);
    return here.team()
        .orElseThrow(() -> new CommandFailure(Exit.ENVIRONMENT, here.unusable().orElse("")));
  }

  private static boolean isShut(Settings settings) {
    return settings.knowledge().remote().address().isEmpty();
  }

  /// That of these settings, the same as long as they stay.
  private synchronized TeamRoom room(Settings settings) {
    Settings.Remote remote = settings.knowledge().remote();
    TeamRoom known = room;
    if (known != null && remote.equals(opened)) {
      return known;
    }
    if (known != null) {
      known.close();
    }
    TeamRoom fresh = TeamRoom.of(remote, environment);
    room = fresh;
    opened = remote;
    return fresh;
  }
}
