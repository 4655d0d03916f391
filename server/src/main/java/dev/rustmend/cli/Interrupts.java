package dev.rustmend.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Turns Ctrl-C and a request to end into an interrupt of the command's thread, and ends the
/// process with code 130 within a second, unless the command has asked for something else.
final class Interrupts {
  private final AtomicBoolean finished = new AtomicBoolean();
  private final Thread command;
  private volatile Ending ending = new Ending(Duration.ofMillis(400), Exit.INTERRUPTED);

  /// How long the command may take to end, and with which code the process does then.
  private record Ending(Duration patience, Exit exit) {}

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

  /// From now on the command may take so long to end, and the process ends with `exit` then.
  void allow(Duration patience, Exit exit) {
    ending = new Ending(patience, exit);
  }

  /// Runs while the JVM shuts down. The command ends cargo when it is interrupted; what is left
  /// after a moment is ended here, so that no child outlives us.
  private void end() {
    if (finished.get()) {
      return;
    }
    command.interrupt();
    try {
      command.join(ending.patience());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(ending.exit().code());
  }
}
