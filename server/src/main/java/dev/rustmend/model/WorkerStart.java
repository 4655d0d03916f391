package dev.rustmend.model;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/// Starts workers until one has the model, each with fewer layers on the GPU than the one before.
///
/// A GPU without enough memory may end a process in native code. So each attempt has a process of
/// its own, and a machine without a GPU gets one attempt only.
final class WorkerStart {
  private static final System.Logger LOG = System.getLogger(WorkerStart.class.getName());
  private static final Duration LOADING = Duration.ofMinutes(5);

  private WorkerStart() {}

  /// A worker with the model in it; `found` gets the ladder with the rung that it stands on. Throws
  /// [ModelException] or [WorkerEnded] with the reason of the last attempt.
  static WorkerLink start(WorkerSetup setup, GpuLadder ladder, Consumer<GpuLadder> found)
      throws InterruptedException, WorkerEnded {
    for (GpuLadder at = ladder; ; at = at.down()) {
      WorkerLink link = process(setup);
      boolean ready = false;
      try {
        long millis = link.load(setup.load(at.gpuLayers()), LOADING).millis();
        LOG.log(System.Logger.Level.INFO, "loaded {0} in {1} ms", setup.model(), millis);
        found.accept(at);
        ready = true;
        return link;
      } catch (ModelException e) {
        if (!mayHelp(setup, at, link)) {
          throw e;
        }
      } catch (WorkerEnded e) {
        if (!mayHelp(setup, at, link)) {
          throw e;
        }
      } finally {
        if (!ready) {
          link.close();
        }
      }
    }
  }

  /// Whether fewer layers on the GPU may help.
  private static boolean mayHelp(WorkerSetup setup, GpuLadder at, WorkerLink link) {
    return setup.gpuLayers().isEmpty() && at.hasLower() && link.log().device().isPresent();
  }

  private static WorkerLink process(WorkerSetup setup) {
    try {
      return WorkerLink.start(setup);
    } catch (IOException e) {
      throw new ModelException(
          "the process for the model can not be started (%s); see `rustmend doctor`"
              .formatted(e.getMessage()),
          e);
    }
  }
}
