package dev.rustmend.cargo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Reads what a run of cargo printed, without the run.
public final class RecordedLines {
  private RecordedLines() {}

  /// The outcome of a run in `root` that wrote these lines of JSON.
  public static CheckOutcome outcome(Path root, List<String> json) {
    var lines =
        new CheckLines(
            root, PathMap.unchanged(path -> !path.toString().contains("rustc")), _ -> {});
    json.forEach(lines::accept);
    boolean failed = json.stream().anyMatch(line -> line.contains("\"success\":false"));
    return lines.outcome(failed ? 101 : 0, "", Duration.ZERO);
  }
}
