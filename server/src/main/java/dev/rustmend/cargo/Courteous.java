package dev.rustmend.cargo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts programs as they are, at a lower priority: a server that compiles for one client goes on
/// answering the others. `nice` is the program that does that; where there is none, nothing is
/// lowered.
public record Courteous(Optional<Path> nice, int steps) implements Confinement {
  private static final int USERS_OWN = 10;
  private static final int STRANGERS = 19;

  /// For the user's own sources: beside a program of the usual priority a compiler gets about a
  /// tenth of what that gets, and all that is left. `nice` is the one on the `PATH` of
  /// `environment`.
  public static Courteous toOthers(Map<String, String> environment) {
    return of(environment, USERS_OWN);
  }

  /// For sources of a stranger, the lowest priority there is: even hundreds of processes that do all
  /// they can leave the server its time.
  public static Courteous toEverybody(Map<String, String> environment) {
    return of(environment, STRANGERS);
  }

  private static Courteous of(Map<String, String> environment, int steps) {
    return new Courteous(
        Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder).toAbsolutePath().resolve("nice"))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .findFirst(),
        steps);
  }

  @Override
  public List<String> line(List<String> command, Path directory) {
    if (nice.isEmpty()) {
      return command;
    }
    var line = new ArrayList<>(List.of(nice.get().toString(), "-n", String.valueOf(steps)));
    line.addAll(command);
    return line;
  }

  @Override
  public Guard guard(ProcessHandle process) {
    return Confinement.none().guard(process);
  }
}
