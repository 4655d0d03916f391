package dev.rustmend.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A process with two virtual threads that compute for ever; says whether a third one gets to run:
/// `prepared` or `plain`, and for how many seconds it waits.
final class CarriersProcess {
  private CarriersProcess() {}

  /// Ends by itself.
  public static void main(String[] arguments) throws InterruptedException {
    if (arguments[0].equals("prepared")) {
      Carriers.prepare();
    }
    var busy = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var third = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      var _ =
          Thread.ofVirtual()
              .name("busy")
              .start(() -> {
                busy.countDown();
                while (never.getCount() > 0) {
                  Thread.onSpinWait();
                }
              });
    }
    busy.await();
    var _ = Thread.ofVirtual().name("third").start(third::countDown);
    boolean ran = third.await(Integer.parseInt(arguments[1]), TimeUnit.SECONDS);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(ran ? "ran" : "waited");
  }
}
