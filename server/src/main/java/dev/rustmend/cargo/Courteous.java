package dev.rustmend.cargo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts programs as they are, at a lower priority: a server that compiles for one client goes on
/// answering the others. `nice` is the program that does that; where there is none, nothing is
/// lowered.
public record Courteous(Optional<Path> nice) implements Confinement {
  /// A program gets about a tenth of what one of the usual priority gets beside it, and all that is
  /// left.
  private static final String STEPS = "10";

  /// By the `nice` on the `PATH` of `environment`.
  public static Courteous of(Map<String, String> environment) {
    return new Courteous(
        Toolchain.path(environment).stream()
            .map(folder -> folder.resolve("nice"))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .findFirst());
  }

  @Override
  public List<String> line(List<String> command, Path directory) {
    if (nice.isEmpty()) {
      return command;
    }
    var line = new ArrayList<>(List.of(nice.get().toString(), "-n", STEPS));
    line.addAll(command);
    return line;
  }

  @Override
  public Guard guard(ProcessHandle process) {
    return Confinement.none().guard(process);
  }
}
