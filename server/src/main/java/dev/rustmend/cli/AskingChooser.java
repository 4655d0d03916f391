package dev.rustmend.cli;

import dev.rustmend.repair.Fix;
import dev.rustmend.repair.FixChooser;
import dev.rustmend.repair.Problem;
import dev.rustmend.workspace.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Asks a person about each problem: yes, no, all from here, quit, or the number of another fix.
/// The end of the input means quit.
final class AskingChooser implements FixChooser {
  private final Invocation invocation;
  private final ProblemText problems;
  private final Snapshot snapshot;
  private final BufferedReader answers;
  private Mode mode = Mode.ASK;

  /// What the answers so far mean for the problems to come.
  private enum Mode {
    ASK,
    ALL,
    QUIT
  }

  AskingChooser(Invocation invocation, ProblemText problems, Snapshot snapshot) {
    this.invocation = invocation;
    this.problems = problems;
    this.snapshot = snapshot;
    this.answers =
        new BufferedReader(
            new InputStreamReader(invocation.terminal().in(), StandardCharsets.UTF_8));
  }

  @Override
  public List<Fix> choose(Problem problem) {
    List<Fix> fixes = problem.fixes().stream().filter(Fix::isOffered).toList();
    if (fixes.isEmpty() || mode == Mode.QUIT) {
      return List.of();
    }
    if (mode == Mode.ALL) {
      return fixes;
    }
    invocation.print(problems.lines(problem, fixes, snapshot));
    while (true) {
      Optional<List<Fix>> answer = answer(ask(fixes.size()), fixes);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  private String ask(int choices) {
    String others = choices > 1 ? ", 2-%d another one".formatted(choices) : "";
    invocation
        .terminal()
        .out()
        .print("Apply the first fix? [y]es, [n]o, [a]ll, [q]uit%s: ".formatted(others));
    invocation.terminal().out().flush();
    try {
      String line = answers.readLine();
      return line == null ? "q" : line.strip().toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The choice, or empty when the answer was none of those offered.
  private Optional<List<Fix>> answer(String given, List<Fix> fixes) {
    return switch (given) {
      case "y", "yes", "" -> Optional.of(List.of(fixes.getFirst()));
      case "n", "no" -> Optional.of(List.of());
      case "a", "all" -> {
        mode = Mode.ALL;
        yield Optional.of(List.of(fixes.getFirst()));
      }
      case "q", "quit" -> {
        mode = Mode.QUIT;
        yield Optional.of(List.of());
      }
      default -> numbered(given, fixes);
    };
  }

  private static Optional<List<Fix>> numbered(String given, List<Fix> fixes) {
    int index = given.matches("\\d{1,3}") ? Integer.parseInt(given) - 1 : -1;
    return index >= 0 && index < fixes.size()
        ? Optional.of(List.of(fixes.get(index)))
        : Optional.empty();
  }
}
