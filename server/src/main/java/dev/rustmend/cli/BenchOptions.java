package dev.rustmend.cli;

import dev.rustmend.remote.Access;
import dev.rustmend.remote.RemoteFailure;
import dev.rustmend.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What several benchmarks are told in the same words.
final class BenchOptions {
  private BenchOptions() {}

  /// The command that starts the server to measure: that of the launcher which `option` names, or
  /// this program's own.
  static List<String> server(Invocation invocation, String option) {
    return invocation
        .<String>value(option)
        .map(launcher -> List.of(invocation.path(launcher).toString(), "lsp"))
        .orElseGet(ServerProcess::command);
  }

  /// The numbers of passages in `option`, none where it is not given. Throws [CommandFailure] for
  /// what is no such number.
  static List<Integer> counts(Invocation invocation, String option) {
    return invocation
        .<String>value(option)
        .map(given -> Stream.of(given.split(",", -1)).map(BenchOptions::count).toList())
        .orElse(List.of());
  }

  private static int count(String given) {
    try {
      int count = Integer.parseInt(given.strip());
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw wrong(given, e);
    }
    throw wrong(given, new NumberFormatException(given));
  }

  private static CommandFailure wrong(String given, NumberFormatException e) {
    return new CommandFailure(
        Exit.USAGE, "%s is no number of passages; give numbers from 1 up".formatted(given), e);
  }

  /// The way to the cluster that `option` names, with the login of the settings.
  static Optional<Access> cluster(Wiring wiring, Invocation invocation, String option) {
    return invocation.<String>value(option).flatMap(address -> access(wiring, invocation, address));
  }

  private static Optional<Access> access(Wiring wiring, Invocation invocation, String address) {
    try {
      Settings.Remote given = wiring.settings(invocation).knowledge().remote();
      return Access.of(
          new Settings.Remote(
              Optional.of(address), given.millis(), given.keyFile(), given.certificate()),
          wiring.environment());
    } catch (RemoteFailure e) {
      throw new CommandFailure(Exit.USAGE, e.sentence(), e);
    }
  }
}
