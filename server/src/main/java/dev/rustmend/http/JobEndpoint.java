package dev.rustmend.http;

import com.google.gson.JsonObject;
import dev.rustmend.service.Job;
import dev.rustmend.service.Jobs;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// The jobs: how far one is, what came of it, and its end before time.
record JobEndpoint(Jobs jobs) {

  /// `{"job":…,"state":"running",…}`, or `"done"` with the `result`, or the failure.
  void show(Exchange exchange) throws IOException, InterruptedException {
    Job job = job(exchange);
    Optional<JsonObject> answer = job.await(Duration.ZERO);
    if (answer.isEmpty()) {
      exchange.send(200, running(job));
      return;
    }
    var json = new JsonObject();
    json.addProperty("job", job.id());
    json.addProperty("state", "done");
    json.add("result", answer.get());
    exchange.send(200, json);
  }

  void cancel(Exchange exchange) throws IOException {
    Job job = job(exchange);
    job.cancel();
    exchange.send(202, running(job));
  }

  static JsonObject running(Job job) {
    var json = new JsonObject();
    json.addProperty("job", job.id());
    json.addProperty("state", "running");
    json.add("progress", step(job.step()));
    json.addProperty("seconds", job.age().toMillis() / 1000.0);
    return json;
  }

  static JsonObject step(Job.Step step) {
    var json = new JsonObject();
    json.addProperty("message", step.message());
    json.addProperty("done", step.done());
    json.addProperty("total", step.total());
    return json;
  }

  private Job job(Exchange exchange) {
    return jobs.find(exchange.rest())
        .orElseThrow(() ->
            new ServiceFailure(
                Kind.NOT_FOUND, "there is no such job any more; make the request again"));
  }
}
