package dev.rustmend.service;

import dev.rustmend.repair.Fix;
import dev.rustmend.repair.Report;
import dev.rustmend.settings.Settings;
import java.util.List;

/// Which of a problem's fixes are shown.
public final class ShownFixes {
  private ShownFixes() {}

  /// The fixes that the settings show, in their order.
  public static List<Fix> of(List<Fix> fixes, Settings.Offers offers) {
    return fixes.stream()
        .filter(fix ->
            fix.compiles()
                || (fix.isOffered() && offers.showAdvances())
                || (fix.isUnknown() && offers.showUnverified()))
        .toList();
  }

  /// How many problems are no errors.
  public static long warnings(Report report) {
    return report.problems().stream().filter(problem -> !problem.diagnostic().isError()).count();
  }
}
