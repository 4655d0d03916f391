package dev.rustmend.cli;

import dev.rustmend.learn.Event;
import dev.rustmend.remote.Access;
import dev.rustmend.remote.Counts;
import dev.rustmend.remote.RemoteFailure;
import dev.rustmend.remote.Team;
import dev.rustmend.settings.Settings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The team of one setting, or why the setting can not be used.
record TeamRoom(Optional<Team> team, Optional<String> unusable) implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TeamRoom.class.getName());

  /// A setting that can not be used is logged, and kept.
  static TeamRoom of(Settings.Remote remote, Map<String, String> environment) {
    try {
      return new TeamRoom(
          Access.of(remote, environment).map(access -> new Team(access, Clock.systemUTC())),
          Optional.empty());
    } catch (RemoteFailure e) {
      LOG.log(System.Logger.Level.WARNING, e.sentence());
      return new TeamRoom(Optional.empty(), Optional.of(e.sentence()));
    }
  }

  /// Why nothing comes from it; empty while all is well.
  Optional<String> trouble() {
    return unusable.or(() -> team.flatMap(Team::trouble));
  }

  /// Tells the team what became of its fixes.
  void count(List<Event> events) {
    team.ifPresent(open -> events.forEach(event -> count(open, event)));
  }

  private static void count(Team team, Event event) {
    switch (event) {
      case Event.Learned learned -> {
        String taken = learned.episode().taken();
        learned.episode().offered().stream()
            .filter(TeamRoom::isTheirs)
            .forEach(
                origin -> team.count(origin, new Counts(1, origin.equals(taken) ? 1 : 0, 0, 0)));
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

  @Override
  public void close() {
    team.ifPresent(Team::close);
  }
}
