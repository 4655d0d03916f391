package dev.rustmend.repair;

import dev.rustmend.workspace.Snapshot;

/// What a check in the background waits for before it begins.
interface CheckPrelude {

  void await(Snapshot snapshot) throws InterruptedException;
}
