package dev.rustmend.http;

import com.google.gson.JsonObject;
import dev.rustmend.service.Call;
import dev.rustmend.service.Job;
import dev.rustmend.service.Jobs;
import dev.rustmend.service.ProgressListener;
import dev.rustmend.service.Roots;
import dev.rustmend.service.ServiceFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Answers a call: at once, as events (`Accept: text/event-stream`), or as a job (`Prefer:
/// respond-async`). `call` says which one a body asks for.
record CallEndpoint(Jobs jobs, Roots roots, Duration longest, Function<JsonObject, Call> call)
    implements Route.Endpoint {
  private static final long PING_SECONDS = 5;

  @Override
  public void answer(Exchange exchange) throws IOException, InterruptedException {
    answer(exchange, exchange.json());
  }

  /// The same with these arguments.
  void answer(Exchange exchange, JsonObject arguments) throws IOException, InterruptedException {
    Call wanted = call.apply(arguments);
    var steps = new ArrayBlockingQueue<Job.Step>(1);
    ProgressListener newest =
        (message, done, total) -> {
          var step = new Job.Step(message, done, total);
          while (!steps.offer(step)) {
            steps.poll();
          }
        };
    Roots usable = NarrowedRoots.of(roots, exchange.header(NarrowedRoots.HEADER));
    Job job = jobs.start(wanted, arguments, usable, newest);
    if (exchange.header("Accept").contains("text/event-stream")) {
      stream(exchange.events(), job, steps);
    } else if (exchange.header("Prefer").contains("respond-async")) {
      exchange.setHeader("Location", "/v1/jobs/" + job.id());
      exchange.setHeader("Preference-Applied", "respond-async");
      exchange.send(202, JobEndpoint.running(job));
    } else {
      exchange.send(200, wait(job));
    }
  }

  /// The job ends by itself before this wait does.
  private JsonObject wait(Job job) throws InterruptedException {
    try {
      return job.await(longest.plusSeconds(30)).orElseThrow();
    } catch (InterruptedException e) {
      job.cancel();
      throw e;
    }
  }

  /// Whoever reads no more does not want the answer: the job is ended.
  private static void stream(Events events, Job job, BlockingQueue<Job.Step> steps)
      throws IOException, InterruptedException {
    try {
      var begun = new JsonObject();
      begun.addProperty("job", job.id());
      events.send("job", begun);
      long pinged = System.nanoTime();
      while (!job.isDone()) {
        Job.Step step = steps.poll(200, TimeUnit.MILLISECONDS);
        if (step != null) {
          events.send("progress", JobEndpoint.step(step));
          pinged = System.nanoTime();
        } else if (System.nanoTime() - pinged > TimeUnit.SECONDS.toNanos(PING_SECONDS)) {
          events.ping();
          pinged = System.nanoTime();
        }
      }
      Optional<JsonObject> answer = job.await(Duration.ZERO);
      events.send("result", answer.orElseThrow());
    } catch (ServiceFailure e) {
      events.send("error", Failures.json(e));
    } catch (IOException | InterruptedException e) {
      job.cancel();
      throw e;
    }
  }
}
