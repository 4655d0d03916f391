package dev.rustmend.lsp;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Answers requests on threads of their own, so that the reader thread goes on reading. A request
/// that the client cancels is interrupted.
final class Answers {
  private Answers() {}

  /// Starts `work` on a new thread called after `method`; what it throws becomes the error answer.
  static <T extends @Nullable Object> CompletableFuture<T> later(String method, Callable<T> work) {
    var answer = new CompletableFuture<T>();
    Thread thread =
        Thread.ofVirtual().name("rustmend-" + method).unstarted(() -> complete(answer, work));
    var _ =
        answer.whenComplete((result, failure) -> {
          if (answer.isCancelled()) {
            thread.interrupt();
          }
        });
    thread.start();
    return answer;
  }

  /// Work without a result.
  interface Duty {
    void perform() throws InterruptedException;
  }

  /// Starts `duty`; its answer is `null`, as `shutdown` wants it.
  static CompletableFuture<@Nullable Object> later(String method, Duty duty) {
    return Answers.<@Nullable Object>later(
        method,
        () -> {
          duty.perform();
          return null;
        });
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> answer, Callable<T> work) {
    try {
      answer.complete(work.call());
    } catch (Exception e) {
      answer.completeExceptionally(e);
    }
  }
}
