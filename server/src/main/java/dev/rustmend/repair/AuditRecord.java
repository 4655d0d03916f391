package dev.rustmend.repair;

import dev.rustmend.diagnostic.Diagnostic;

/// One line of the record that the loop of `fix` keeps: what was applied in which round, for which
/// diagnostic, with which proof, and what became of it (`kept`, or why it was taken back).
public record AuditRecord(int round, Diagnostic diagnostic, Fix fix, String outcome) {}
