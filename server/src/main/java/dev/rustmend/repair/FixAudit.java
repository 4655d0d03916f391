package dev.rustmend.repair;

import dev.rustmend.verify.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The record of one run of `fix`: every fix that was tried, and what became of it. Confined to the
/// thread of the run.
final class FixAudit {
  private final List<AuditRecord> tried = new ArrayList<>();
  private final Map<AuditRecord, String> refused = new HashMap<>();

  /// Notes that `step` was applied.
  void tried(AuditRecord step) {
    tried.add(step);
  }

  /// Notes why a state that `steps` led to was not taken, as a verb phrase; the first reason
  /// counts.
  void refused(List<AuditRecord> steps, String why) {
    steps.forEach(step -> refused.putIfAbsent(step, why));
  }

  /// Every verified fix that was tried: `kept` when it is one of `applied`, which led to a state
  /// with `errors` errors. A step that did not hold by itself is there only when it was kept: the
  /// state it led to, which compiles, proves it.
  List<AuditRecord> records(List<AuditRecord> applied, long errors) {
    Set<AuditRecord> kept = new HashSet<>(applied);
    return tried.stream()
        .filter(record -> kept.contains(record) || record.fix().isOffered())
        .map(record -> kept.contains(record) ? proven(record, errors) : takenBack(record))
        .toList();
  }

  private AuditRecord takenBack(AuditRecord record) {
    String why = refused.get(record);
    String outcome =
        why == null
            ? "taken back: it led to no state with fewer errors"
            : "taken back: with the other steps it " + why;
    return new AuditRecord(record.round(), record.diagnostic(), record.fix(), outcome);
  }

  private static AuditRecord proven(AuditRecord record, long errors) {
    return record.fix().isOffered()
        ? record
        : new AuditRecord(
            record.round(),
            record.diagnostic(),
            record.fix().provenBy(new Verdict.Compiles((int) errors + 1, 0)),
            record.outcome());
  }
}
