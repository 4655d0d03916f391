package dev.rustmend.repair;

import dev.rustmend.cargo.CargoFailure;

/// What came of opening the session of a path.
public sealed interface Opened {
  record Session(RepairSession session) implements Opened {}

  record Refused(CargoFailure failure) implements Opened {
    /// Why there is no session and what to do, for people.
    public String sentence() {
      return failure.sentence();
    }
  }
}
