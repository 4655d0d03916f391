package dev.rustmend.repair;

import dev.rustmend.diagnostic.Applicability;
import java.util.ArrayList;
import java.util.List;

/// A state of the program in the loop of `fix`, and the fixes that led to it.
record FixState(Report report, List<AuditRecord> applied) {
  FixState {
    applied = List.copyOf(applied);
  }

  /// Whether nothing but certain fixes led to it.
  boolean isCertain() {
    return applied.stream()
        .allMatch(step -> step.fix().applicability() == Applicability.MACHINE_APPLICABLE);
  }

  /// The fixes that led to it, and one more.
  List<AuditRecord> and(AuditRecord record) {
    var all = new ArrayList<>(applied);
    all.add(record);
    return all;
  }
}
