package dev.rustmend.verify;

import java.io.IOException;

/// A compile that was begun before it is known to be wanted: the result will be among the known
/// states of the [ShadowCompiler] when it is.
record Ahead(Thread thread) implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Ahead.class.getName());

  /// Work whose result is found elsewhere.
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  static Ahead start(Work work) {
    return new Ahead(Thread.ofVirtual().name("rustmend-compile-ahead").start(() -> run(work)));
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Whoever wants the result tries again, and tells.
      LOG.log(System.Logger.Level.DEBUG, "compiling ahead failed", e);
    }
  }

  /// Ends the compile, with its processes, if it is still under way; does not wait for that.
  void end() {
    thread.interrupt();
  }

  @Override
  public void close() {
    end();
  }
}
