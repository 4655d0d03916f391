package dev.rustmend.cargo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compares the arguments of another program's run of cargo with what rustmend would ask for.
final class SpooledArguments {
  /// Arguments that do not change what the compiler says.
  private static final Set<String> NEUTRAL =
      Set.of("--keep-going", "--workspace", "--all", "--offline", "--locked", "--quiet", "-q");

  private static final List<String> NEUTRAL_NAMES =
      List.of("--message-format", "--target-dir", "--manifest-path", "--color", "--jobs");

  private SpooledArguments() {}

  /// Whether a run with `arguments` judges the same crates under the same features as one with
  /// `options`: the order does not count, nor do the folders and the form of the output.
  static boolean match(List<String> arguments, CheckOptions options) {
    return meaning(arguments).equals(meaning(wanted(options)));
  }

  /// The command line, without the program, of a run that does what `options` want.
  static List<String> line(CheckOptions options) {
    var line = new ArrayList<>(wanted(options));
    line.addAll(1, List.of("--workspace", "--message-format=json"));
    return line;
  }

  private static List<String> wanted(CheckOptions options) {
    var wanted = new ArrayList<String>();
    wanted.add(options.command() == CheckOptions.Command.CLIPPY ? "clippy" : "check");
    if (options.allTargets()) {
      wanted.add("--all-targets");
    }
    if (options.noDefaultFeatures()) {
      wanted.add("--no-default-features");
    }
    if (options.features().equals(List.of("all"))) {
      wanted.add("--all-features");
    } else if (!options.features().isEmpty()) {
      wanted.add("--features=" + String.join(",", options.features()));
    }
    wanted.addAll(options.extraArgs());
    return wanted;
  }

  private static Set<String> meaning(List<String> arguments) {
    var meaning = new HashSet<String>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (NEUTRAL_NAMES.contains(argument)) {
        i++;
      } else if (argument.equals("--features") && i + 1 < arguments.size()) {
        meaning.add("--features=" + arguments.get(++i));
      } else if (!NEUTRAL.contains(argument) && !isNeutral(argument)) {
        meaning.add(argument);
      }
    }
    return meaning;
  }

  private static boolean isNeutral(String argument) {
    return NEUTRAL_NAMES.stream().anyMatch(name -> argument.startsWith(name + "="));
  }
}
