package dev.rustmend.cli;

import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.repair.ModelAttempt;
import dev.rustmend.repair.ModelSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a language model was asked by `fix`, what came of it and what it cost, for people.
record ModelAttemptText(Paint paint, ProblemText problems) {

  /// One line for all, and one for each error; with `verbose` also one for each answer.
  List<String> lines(List<ModelAttempt> attempts, Detail detail) {
    if (attempts.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add(paint.in(Ink.STRONG, "Asked " + model(attempts)) + about(attempts));
    for (ModelAttempt attempt : attempts) {
      lines.add(
          "   %s %s: %s"
              .formatted(
                  attempt.repair().isPresent() ? paint.in(Ink.GOOD, "✓") : paint.in(Ink.ERROR, "✗"),
                  head(attempt),
                  result(attempt)));
      if (detail == Detail.EVERY_ANSWER) {
        attempt.samples().forEach(sample -> lines.add("     " + answer(sample)));
      }
    }
    return lines;
  }

  /// How much is told.
  enum Detail {
    EACH_ERROR,
    EVERY_ANSWER
  }

  /// One answer on one line, for the progress as well.
  static String progress(ModelSample sample) {
    return "answer %d of the model: %s".formatted(sample.number(), sample.result());
  }

  private static String model(List<ModelAttempt> attempts) {
    return attempts.stream()
        .map(ModelAttempt::model)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("the model");
  }

  private static String about(List<ModelAttempt> attempts) {
    int answers = attempts.stream().mapToInt(attempt -> attempt.samples().size()).sum();
    int tokens = attempts.stream().mapToInt(ModelAttempt::tokens).sum();
    Duration time = attempts.stream().map(ModelAttempt::time).reduce(Duration.ZERO, Duration::plus);
    return " about %s: %s, %s, %s"
        .formatted(
            Count.of(attempts.size(), "error"),
            Count.of(answers, "answer"),
            Count.of(tokens, "token"),
            seconds(time));
  }

  private String head(ModelAttempt attempt) {
    String code = attempt.error().codeText();
    String what = code.isEmpty() ? attempt.error().message() : code;
    return problems.place(attempt.error()).map(at -> what + " at " + at).orElse(what);
  }

  private static String result(ModelAttempt attempt) {
    return switch (attempt.ending()) {
      case REPAIRED -> attempt.repair().map(ModelAttempt.Repair::title).orElse("repaired");
      case NOT_ASKED -> "not asked: " + attempt.why();
      case FAILED, USED_UP -> attempt.why() + reasons(attempt);
      case NO_FIX -> "no fix: " + attempt.why() + reasons(attempt);
    };
  }

  /// Why the answers did not hold, the most frequent reason first.
  private static String reasons(ModelAttempt attempt) {
    Map<String, Long> counts =
        attempt.samples().stream()
            .collect(
                Collectors.groupingBy(
                    sample -> brief(sample.result()), LinkedHashMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .map(entry -> "%d × %s".formatted(entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /// `introduces E0308: mismatched types` without what is the same for all.
  private static String brief(String result) {
    int colon = result.indexOf(": ");
    return result.startsWith("introduces ") && colon > 0 ? result.substring(0, colon) : result;
  }

  private String answer(ModelSample sample) {
    String what = sample.title().isEmpty() ? "" : sample.title() + ": ";
    return number(sample)
        + "  "
        + what
        + sample.result()
        + paint.in(Ink.FAINT, "  " + cost(sample));
  }

  /// The fresh start, the round and the answer, such as `1.2.3`.
  private static String number(ModelSample sample) {
    return sample.isKept()
        ? "kept "
        : "%d.%d.%d".formatted(sample.start(), sample.round(), sample.number());
  }

  private static String cost(ModelSample sample) {
    return sample.isKept()
        ? "from an earlier run"
        : "%d tokens read, %d known, %d written, %s"
            .formatted(
                sample.promptTokens(),
                sample.reusedTokens(),
                sample.generatedTokens(),
                seconds(sample.time()));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
