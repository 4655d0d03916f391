package dev.rustmend.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One run of a crate's own tests: whether cargo was content, and how many tests passed. Tests that
/// do not compile or do not end in time are not green.
record TestRun(boolean green, int passed) {
  private static final Pattern PASSED = Pattern.compile("test result: \\S+ (\\d+) passed");

  /// A run without any test.
  static final TestRun NONE = new TestRun(true, 0);

  static TestRun of(ToolRun run) {
    int passed = 0;
    Matcher results = PASSED.matcher(run.output());
    while (results.find()) {
      passed += Integer.parseInt(results.group(1));
    }
    return new TestRun(run.exitCode() == 0, passed);
  }

  /// Whether everything that passed in `reference` may be said to pass here: green, and no fewer.
  boolean isAsGoodAs(TestRun reference) {
    return green && passed >= reference.passed;
  }
}
