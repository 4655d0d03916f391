package dev.rustmend.verify;

import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.workspace.Snapshot;

/// The check that trials are compared with: a snapshot and what the compiler said of it.
public record BaseCheck(Snapshot snapshot, CheckOutcome.Checked checked) {}
