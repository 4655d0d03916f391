package dev.rustmend.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What changed between an older report of `bench fixes` and a new one, case by case.
public final class FixesComparison {
  private FixesComparison() {}

  /// One line for each program that rustmend repairs now and did not, or did and does not, and a
  /// last line that counts. Programs that only one of the reports measured do not count. Throws
  /// [IOException] when `oldJson` is no report of `bench fixes`.
  public static List<String> lines(String oldJson, FixesReport report) throws IOException {
    String method = report.methods().getLast();
    Map<String, Boolean> before = FixesJson.repaired(oldJson, method);
    var lines = new ArrayList<String>();
    int won = 0;
    int lost = 0;
    int common = 0;
    for (FixesReport.Case one : report.cases()) {
      Boolean was = before.get(one.id());
      boolean is = one.outcome(method).repaired();
      common += was == null ? 0 : 1;
      if (was != null && was != is) {
        won += is ? 1 : 0;
        lost += is ? 0 : 1;
        lines.add((is ? "+ " : "- ") + one.id() + " (" + one.code() + ")");
      }
    }
    lines.add(
        "%d programs in both reports: %d repaired now that were not, %d no longer"
            .formatted(common, won, lost));
    return List.copyOf(lines);
  }
}
