package dev.rustmend.repair;

import dev.rustmend.verify.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fixes that one run of the loop has tried, and why some were refused. Confined to its thread.
final class FixTrail {
  private final List<AuditRecord> tried = new ArrayList<>();
  private final Map<AuditRecord, String> refused = new HashMap<>();

  void add(AuditRecord record) {
    tried.add(record);
  }

  /// The fixes that led to `state` are refused, since together they do what `why` says.
  void refuse(FixState state, String why) {
    state.applied().forEach(step -> refused.putIfAbsent(step, why));
  }

  /// Every verified fix that was tried: `kept` when it is part of `best`. A step that did not hold
  /// by itself is there only when it was kept: the state it led to, which compiles, proves it.
  List<AuditRecord> audit(FixState best) {
    Set<AuditRecord> kept = new HashSet<>(best.applied());
    return tried.stream()
        .filter(record -> kept.contains(record) || record.fix().isOffered())
        .map(record ->
            kept.contains(record)
                ? proven(record, best)
                : new AuditRecord(
                    record.round(), record.diagnostic(), record.fix(), outcome(record)))
        .toList();
  }

  private String outcome(AuditRecord record) {
    String why = refused.get(record);
    return why == null
        ? "taken back: it led to no state with fewer errors"
        : "taken back: with the other steps it " + why;
  }

  private AuditRecord proven(AuditRecord record, FixState best) {
    Fix fix = record.fix();
    if (fix.isOffered()) {
      return record;
    }
    var together = new Verdict.Compiles((int) best.report().errors() + 1, 0);
    var proven =
        new Fix(
            fix.id(),
            fix.title() + ", with the steps after it",
            fix.origin(),
            together,
            fix.patch(),
            fix.applicability(),
            fix.sha256(),
            false,
            fix.licence(),
            fix.penalty());
    return new AuditRecord(record.round(), record.diagnostic(), proven, record.outcome());
  }
}
