package dev.rustmend.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Turns Ctrl-C and a request to end into an interrupt of the command's thread, and ends the
/// process with code 130 within a second.
final class Interrupts {
  private static final Duration PATIENCE = Duration.ofMillis(400);
  private final AtomicBoolean finished = new AtomicBoolean();
  private final Thread command;

  private Interrupts(Thread command) {
    this.command = command;
  }

  /// Watches over `command` from now on.
  static Interrupts watch(Thread command) {
    var interrupts = new Interrupts(command);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("interrupted").unstarted(interrupts::end));
    return interrupts;
  }

  /// The command is done: the process ends with its own code.
  void finished() {
    finished.set(true);
  }

  /// Runs while the JVM shuts down. The command ends cargo when it is interrupted; what is left
  /// after a moment is ended here, so that no child outlives us.
  private void end() {
    if (finished.get()) {
      return;
    }
    command.interrupt();
    try {
      command.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(Exit.INTERRUPTED.code());
  }
}
