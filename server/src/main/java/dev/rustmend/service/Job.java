package dev.rustmend.service;

import com.google.gson.JsonObject;
import dev.rustmend.service.ServiceFailure.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One request that is being answered on a thread of its own. Mutable: how far it is, and what came
/// of it. Safe to use from any thread.
public final class Job implements ProgressListener {
  private final String id;
  private final Call call;
  private final long began = System.nanoTime();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<ProgressListener> listeners = new CopyOnWriteArrayList<>();
  private volatile Step step = new Step("begun", 0, 0);
  private volatile @Nullable JsonObject answer;
  private volatile @Nullable ServiceFailure failure;
  private volatile @Nullable Thread thread;
  private volatile boolean cancelled;

  /// How far a job is; `total` is 0 while nobody knows.
  public record Step(String message, int done, int total) {}

  Job(String id, Call call) {
    this.id = id;
    this.call = call;
  }

  /// The name under which it is asked for again; nobody can guess it.
  public String id() {
    return id;
  }

  /// What it answers.
  public Call call() {
    return call;
  }

  /// How far it is.
  public Step step() {
    return step;
  }

  /// How long it has been under way.
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Whether it has come to an end.
  public boolean isDone() {
    return ended.getCount() == 0;
  }

  /// Has `listener` hear of the next steps, on the job's thread, until it is taken off.
  public void listen(ProgressListener listener) {
    listeners.add(listener);
  }

  /// Takes the listener off.
  public void ignore(ProgressListener listener) {
    listeners.remove(listener);
  }

  /// The answer, if it comes within `patience`; empty when it takes longer. Throws [ServiceFailure]
  /// when that is how the job ended.
  public Optional<JsonObject> await(Duration patience) throws InterruptedException {
    if (!ended.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    ServiceFailure why = failure;
    if (why != null) {
      throw new ServiceFailure(why.kind(), why.sentence(), why);
    }
    return Optional.ofNullable(answer);
  }

  /// Ends it, with the processes that it has started.
  public void cancel() {
    cancelled = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public void progress(String message, int done, int total) {
    step = new Step(message, done, total);
    listeners.forEach(listener -> listener.progress(message, done, total));
  }

  boolean isCancelled() {
    return cancelled;
  }

  void begin(Thread running) {
    thread = running;
    if (cancelled) {
      running.interrupt();
    }
  }

  void end(JsonObject result) {
    answer = result;
    ended.countDown();
  }

  void fail(ServiceFailure why) {
    failure = why;
    ended.countDown();
  }

  /// The failure of a job that was interrupted: by whoever asked, or by the clock.
  ServiceFailure interrupted(Duration longest) {
    return cancelled
        ? new ServiceFailure(Kind.CANCELLED, "the request was cancelled; nothing more is done")
        : new ServiceFailure(
            Kind.TIMEOUT,
            "this took longer than %d seconds and was ended; ask for less at once, or have the limit raised"
                .formatted(longest.toSeconds()));
  }
}
