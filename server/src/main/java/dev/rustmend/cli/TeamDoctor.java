package dev.rustmend.cli;

import dev.rustmend.remote.RemoteFailure;
import dev.rustmend.remote.Team;
import dev.rustmend.settings.Settings;
import java.util.Map;
import java.util.Optional;

/// Looks at the team's knowledge base that the settings name.
final class TeamDoctor {
  private static final String NAME = "team";
  private static final String REMEDY =
      "correct or remove `knowledge.remote`; server/docs/team.md says what it needs";

  private TeamDoctor() {}

  static DoctorCheck check(Settings.Remote remote, Map<String, String> environment)
      throws InterruptedException {
    if (remote.address().isEmpty()) {
      return DoctorCheck.fine(NAME, "none, and none is needed; see `knowledge.remote`");
    }
    try (TeamRoom room = TeamRoom.of(remote, environment)) {
      Optional<Team> team = room.team();
      return team.isEmpty()
          ? DoctorCheck.broken(NAME, room.unusable().orElse(""), REMEDY)
          : DoctorCheck.fine(NAME, team.get().describe());
    } catch (RemoteFailure e) {
      return DoctorCheck.broken(NAME, e.sentence(), REMEDY);
    }
  }
}
