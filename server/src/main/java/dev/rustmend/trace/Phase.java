package dev.rustmend.trace;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One phase of what happens between a save and the verified fixes, as an event of the flight
/// recorder; costs nothing while none runs. Ends when it is closed, on the thread that began it.
@Name(Phase.EVENT)
@Label("Phase")
@Category("rustmend")
@StackTrace(false)
public final class Phase extends Event implements AutoCloseable {
  /// The name of the event.
  public static final String EVENT = "dev.rustmend.Phase";

  @Label("What is done")
  @SuppressWarnings("UnusedVariable") // the flight recorder reads it
  private final String what;

  private Phase(String what) {
    this.what = what;
  }

  /// Begins the phase in which `what` is done, a few words that never hold a text of the user's.
  public static Phase begin(String what) {
    var phase = new Phase(what);
    phase.begin();
    return phase;
  }

  @Override
  public void close() {
    commit();
  }
}
