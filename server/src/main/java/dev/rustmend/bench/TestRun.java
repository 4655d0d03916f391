package dev.rustmend.bench;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One run of a crate's own tests: whether cargo was content, how many tests passed, and what cargo
/// said of those that did not. Tests that do not compile or do not end in time are not green.
record TestRun(boolean green, int passed, List<String> failures) {
  /// A run without any test.
  static final TestRun NONE = new TestRun(true, 0, List.of());

  private static final int LISTED = 8;
  private static final Pattern PASSED = Pattern.compile("test result: \\S+ (\\d+) passed");
  private static final Pattern FAILURE =
      Pattern.compile("(test .* FAILED|error.*|.*panicked at .*|.*os error.*)");

  TestRun {
    failures = List.copyOf(failures);
  }

  static TestRun of(ToolRun run) {
    int passed = 0;
    Matcher results = PASSED.matcher(run.output());
    while (results.find()) {
      passed += Integer.parseInt(results.group(1));
    }
    Stream<String> failures = run.output().lines().filter(FAILURE.asMatchPredicate());
    Stream<String> late = run.exitCode() == -1 ? Stream.of("ended at the time limit") : Stream.of();
    return new TestRun(
        run.exitCode() == 0, passed, Stream.concat(late, failures).limit(LISTED).toList());
  }

  /// Whether everything that passed in `reference` may be said to pass here: green, and no fewer.
  boolean isAsGoodAs(TestRun reference) {
    return green && passed >= reference.passed;
  }

  /// What speaks against it beside `reference`, for a trail.
  List<String> evidence(TestRun reference) {
    return Stream.concat(
            Stream.of("tests: %d passed, %d before".formatted(passed, reference.passed)),
            failures.stream().map(failure -> "  " + failure))
        .toList();
  }
}
