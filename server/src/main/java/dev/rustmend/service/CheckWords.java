package dev.rustmend.service;

import dev.rustmend.repair.Problem;
import dev.rustmend.repair.Report;
import dev.rustmend.settings.Settings;
import java.util.List;

/// A check in a few words: how far it is, and the command that it stands for.
final class CheckWords {
  private CheckWords() {}

  /// Tells `listener` how many errors there are and how many of them were judged.
  static void tell(ProgressListener listener, Report report) {
    List<Problem> errors =
        report.problems().stream().filter(problem -> problem.diagnostic().isError()).toList();
    long judged =
        errors.stream()
            .filter(problem -> !problem.fixes().isEmpty() || !problem.rejections().isEmpty())
            .count();
    listener.progress(
        "errors: %d, with a fix: %d".formatted(errors.size(), report.fixable()),
        (int) judged,
        errors.size());
  }

  /// The command by which anybody can see the same.
  static String command(Settings.Check check) {
    var words = new StringBuilder("cargo ");
    words.append(check.command() == Settings.Command.CLIPPY ? "clippy" : "check");
    words.append(" --workspace");
    if (check.allTargets()) {
      words.append(" --all-targets");
    }
    if (check.noDefaultFeatures()) {
      words.append(" --no-default-features");
    }
    if (check.features().equals(List.of("all"))) {
      words.append(" --all-features");
    } else if (!check.features().isEmpty()) {
      words.append(" --features ").append(String.join(",", check.features()));
    }
    check.extraArgs().forEach(argument -> words.append(' ').append(argument));
    return words.toString();
  }
}
