package dev.rustmend.cli;

import dev.rustmend.candidate.Candidate;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.learn.Event;
import dev.rustmend.remote.Access;
import dev.rustmend.remote.Counts;
import dev.rustmend.remote.RemoteFailure;
import dev.rustmend.remote.Team;
import dev.rustmend.search.Companion;
import dev.rustmend.settings.Settings;
import dev.rustmend.workspace.Snapshot;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The team's knowledge base of this process: opened when a setting names one and somebody asks, and
/// not before. Without a setting no class of it is loaded, which is why each method looks at the
/// setting first.
final class TeamDoor {
  private static final System.Logger LOG = System.getLogger(TeamDoor.class.getName());

  private final Map<String, String> environment;
  private @Nullable Team team;
  private Settings.Remote opened = Settings.Remote.NONE;
  private Optional<String> unusable = Optional.empty();

  TeamDoor(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What is searched beside the library.
  Optional<Companion> companion(Settings settings) {
    if (settings.knowledge().remote().address().isEmpty()) {
      return Optional.empty();
    }
    return open(settings.knowledge().remote()).map(Team::companion);
  }

  /// What the team's entries propose for an error.
  List<Candidate> candidates(Settings settings, Diagnostic diagnostic, Snapshot snapshot) {
    if (settings.knowledge().remote().address().isEmpty()) {
      return List.of();
    }
    return open(settings.knowledge().remote())
        .map(team -> team.fixes().candidates(diagnostic, snapshot))
        .orElse(List.of());
  }

  /// Why nothing comes from it; empty while all is well, or where there is none.
  Optional<String> trouble(Settings settings) {
    if (settings.knowledge().remote().address().isEmpty()) {
      return Optional.empty();
    }
    Optional<Team> open = open(settings.knowledge().remote());
    return open.isEmpty() ? unusable() : open.get().trouble();
  }

  /// Tells the team what became of its fixes.
  void count(Settings settings, List<Event> events) {
    if (settings.knowledge().remote().address().isEmpty()) {
      return;
    }
    open(settings.knowledge().remote())
        .ifPresent(open -> events.forEach(event -> count(open, event)));
  }

  private static void count(Team team, Event event) {
    switch (event) {
      case Event.Learned learned -> {
        String taken = learned.episode().taken();
        learned.episode().offered().stream()
            .filter(TeamDoor::isTheirs)
            .forEach(origin ->
                team.count(origin, new Counts(1, origin.equals(taken) ? 1 : 0, 0, 0)));
      }
      case Event.Judged judged when isTheirs(judged.recipe()) -> {
        switch (judged.feedback()) {
          case KEPT -> team.count(judged.recipe(), new Counts(0, 0, 1, 0));
          case UNDONE, NOT_USEFUL -> team.count(judged.recipe(), new Counts(0, 0, 0, 1));
          case TAKEN -> {}
        }
      }
      case Event.Judged _, Event.Forgotten _, Event.Imported _, Event.Written _ -> {}
    }
  }

  private static boolean isTheirs(String origin) {
    return origin.startsWith(Team.SCHEME);
  }

  private synchronized Optional<String> unusable() {
    return unusable;
  }

  /// The team of these settings, the same as long as they stay. A setting that can not be used is
  /// logged once.
  private synchronized Optional<Team> open(Settings.Remote remote) {
    if (remote.equals(opened)) {
      return Optional.ofNullable(team);
    }
    Team before = team;
    team = null;
    opened = remote;
    unusable = Optional.empty();
    if (before != null) {
      before.close();
    }
    try {
      team = Access.of(remote, environment).map(access -> new Team(access, Clock.systemUTC())).orElse(null);
    } catch (RemoteFailure e) {
      unusable = Optional.of(e.sentence());
      LOG.log(System.Logger.Level.WARNING, e.sentence());
    }
    return Optional.ofNullable(team);
  }

  /// The team, for commands that are about it. Throws [CommandFailure] where there is none.
  Team require(Settings settings) {
    if (settings.knowledge().remote().address().isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE,
          "no team's knowledge base is set; write its address as `knowledge.remote` into your settings");
    }
    return open(settings.knowledge().remote())
        .orElseThrow(() -> new CommandFailure(Exit.ENVIRONMENT, unusable().orElse("")));
  }
}
