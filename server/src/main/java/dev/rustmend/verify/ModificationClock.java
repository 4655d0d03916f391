package dev.rustmend.verify;

import java.nio.file.attribute.FileTime;
import java.time.Instant;

/// Modification times for files in the shadow, each later than all before.
///
/// cargo calls a crate fresh unless one of its files is younger than the last build. So a file that
/// goes back to an older content must look younger than that build, even within one tick of the
/// file system's clock and when the system's clock is set back.
final class ModificationClock {
  private static final long STEP_NANOS = 1_000;
  private Instant last;

  /// A clock whose first time is later than `last`.
  ModificationClock(Instant last) {
    this.last = last;
  }

  FileTime next() {
    Instant now = Instant.now();
    last = now.isAfter(last) ? now : last.plusNanos(STEP_NANOS);
    return FileTime.from(last);
  }

  /// The next time, later also than `previous`, the time that the file had until now.
  FileTime after(FileTime previous) {
    FileTime next = next();
    return next.compareTo(previous) > 0
        ? next
        : FileTime.from(previous.toInstant().plusNanos(STEP_NANOS));
  }
}
