package dev.rustmend.repair;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/// Gets a session ready for its next error, on a thread of its own that nobody waits for. Safe to
/// use from any thread.
final class Settling {
  private static final Logger LOG = System.getLogger(Settling.class.getName());

  private final RepairPipeline pipeline;
  private @Nullable Thread thread;

  Settling(RepairPipeline pipeline) {
    this.pipeline = pipeline;
  }

  /// Begins behind a check that found `findings`; what was begun before is ended.
  synchronized void begin(Findings findings) {
    end();
    thread = Thread.ofVirtual().name("rustmend-settle").start(() -> settle(findings));
  }

  /// Ends it, with its processes, if it is still under way; does not wait for that.
  synchronized void end() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void settle(Findings findings) {
    try {
      pipeline.settle(findings);
    } catch (InterruptedException _) {
      LOG.log(Level.DEBUG, "something else was to be done");
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "getting ready for the next error failed", e);
    }
  }
}
