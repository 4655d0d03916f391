package dev.rustmend.service;

import com.google.gson.JsonObject;
import dev.rustmend.service.ServiceFailure.Kind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// The requests that are being answered, and the last ones that were: whoever does not wait for an
/// answer asks for it again. Safe to use from any thread.
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Jobs.class.getName());
  private static final int MOST_KEPT = 64;
  private static final int MOST_RUNNING = 256;

  private final Duration longest;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("rustmend-deadlines").factory());
  private boolean closed;

  /// No job takes longer than `longest`.
  public Jobs(Duration longest) {
    this.longest = longest;
  }

  /// Begins to answer. Throws [ServiceFailure] for arguments that are wrong, at once, and when too
  /// much is under way.
  public Job start(Call call, JsonObject arguments, Roots roots, ProgressListener listener) {
    Arguments read = Arguments.read(call.parameters(), arguments);
    byte[] name = new byte[12];
    random.nextBytes(name);
    var job = new Job(HexFormat.of().formatHex(name), call);
    job.listen(listener);
    remember(job);
    Thread.ofVirtual()
        .name("rustmend-job " + call.name())
        .start(() -> run(job, read, new Call.Context(roots, job)));
    return job;
  }

  /// The job with this id, as long as it is kept.
  public synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /// How many are under way.
  public synchronized long running() {
    return jobs.values().stream().filter(job -> !job.isDone()).count();
  }

  /// Ends all that is under way.
  @Override
  public void close() {
    List<Job> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(jobs.values());
    }
    all.forEach(Job::cancel);
    clock.shutdownNow();
  }

  /// Waits until nothing is under way, at most for `patience`; says whether that was so.
  public boolean drain(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    List<Job> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(jobs.values());
    }
    for (Job job : all) {
      try {
        var _ = job.await(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      } catch (ServiceFailure _) {
        // ended as well
      }
    }
    return all.stream().allMatch(Job::isDone);
  }

  private synchronized void remember(Job job) {
    if (closed) {
      throw new ServiceFailure(Kind.BUSY, "rustmend is about to end; ask again after its start");
    }
    if (jobs.values().stream().filter(each -> !each.isDone()).count() >= MOST_RUNNING) {
      throw new ServiceFailure(Kind.BUSY, "too much is under way; try again in a few seconds");
    }
    var ended = jobs.values().stream().filter(Job::isDone).map(Job::id).toList();
    ended.stream().limit(Math.max(0, ended.size() - MOST_KEPT)).forEach(jobs::remove);
    jobs.put(job.id(), job);
  }

  private void run(Job job, Arguments arguments, Call.Context context) {
    job.begin(Thread.currentThread());
    Thread self = Thread.currentThread();
    ScheduledFuture<?> deadline =
        clock.schedule(self::interrupt, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      job.end(job.call().work().answer(arguments, context));
    } catch (ServiceFailure e) {
      job.fail(e);
    } catch (InterruptedException e) {
      job.fail(job.interrupted(longest));
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Level.ERROR, "a request ended in a failure of rustmend", e);
      job.fail(
          new ServiceFailure(
              Kind.INTERNAL, "rustmend made a mistake with this request; its log says which", e));
    } finally {
      deadline.cancel(false);
      if (!job.isDone()) {
        job.fail(new ServiceFailure(Kind.INTERNAL, "rustmend broke off; its log says why"));
      }
    }
  }
}
