package dev.rustmend.model;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that starts a worker, says its number, and waits for its own end.
public final class WorkerOwner {
  private WorkerOwner() {}

  /// `args`: a folder with `tiny.gguf` in it.
  public static void main(String[] args) throws InterruptedException {
    Path folder = Path.of(args[0]);
    try (ModelWorker worker =
        ModelWorker.of(
            Workers.setup(folder, folder.resolve("tiny.gguf"), Workers.command(folder)))) {
      System.out.println(worker.facts().processId());
      new CountDownLatch(1).await();
    }
  }
}
