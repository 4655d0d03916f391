package dev.rustmend.mcp;

import com.google.gson.JsonObject;
import dev.rustmend.service.Arguments;
import dev.rustmend.service.Call;
import dev.rustmend.service.Job;
import dev.rustmend.service.ProgressListener;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers calls of tools: each becomes a job, whose progress the client hears of, and which it can
/// cancel. A job that takes longer than the patience of clients comes back as such.
record ToolCalls(
    McpSetup setup,
    ClientRoots roots,
    Requests requests,
    Function<McpSyncServerExchange, String> client) {
  private static final Logger LOG = System.getLogger(ToolCalls.class.getName());

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  /// The service ends a job before that.
  private static final Duration LONGEST = Duration.ofDays(2);

  McpSchema.CallToolResult call(
      Call call, McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    JsonObject arguments = JsonMaps.json(request.arguments());
    return answered(exchange, request, () -> start(call, exchange, arguments), this::result);
  }

  /// The same for clients that know no jobs: waited for to its end, whatever that takes, and put
  /// into their form by `form`. Arguments that the call does not know are left out.
  McpSchema.CallToolResult whole(
      Call call,
      McpSyncServerExchange exchange,
      McpSchema.CallToolRequest request,
      Function<JsonObject, McpSchema.CallToolResult> form) {
    JsonObject arguments = JsonMaps.json(request.arguments());
    arguments.keySet().removeIf(name -> !call.takes(name));
    return answered(
        exchange,
        request,
        () -> start(call, exchange, arguments),
        (job, told) -> form.apply(await(job, LONGEST, told).orElseThrow()));
  }

  private Job start(Call call, McpSyncServerExchange exchange, JsonObject arguments) {
    return setup.service().jobs().start(call, arguments, roots.of(exchange), ProgressListener.NONE);
  }

  /// The result of a job that an earlier call has begun.
  McpSchema.CallToolResult jobResult(
      McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    return answered(
        exchange,
        request,
        () -> {
          var arguments = Arguments.read(ToolSchema.JOB, JsonMaps.json(request.arguments()));
          Job job =
              setup
                  .service()
                  .jobs()
                  .find(arguments.needed("job"))
                  .orElseThrow(() ->
                      new ServiceFailure(
                          Kind.NOT_FOUND, "there is no such job any more; make the call again"));
          if (arguments.flag("cancel", false)) {
            job.cancel();
          }
          return job;
        },
        this::result);
  }

  private interface Begin {
    Job job();
  }

  private interface End {
    McpSchema.CallToolResult of(Job job, ProgressListener told) throws InterruptedException;
  }

  private McpSchema.CallToolResult answered(
      McpSyncServerExchange exchange, McpSchema.CallToolRequest request, Begin begin, End end) {
    Map<String, Object> meta = Optional.ofNullable(request.meta()).orElse(Map.of());
    String id = String.valueOf(meta.get(Inbox.REQUEST));
    String who = client.apply(exchange);
    try {
      Job job = begin.job();
      requests.begin(who, id, job);
      ProgressListener listener = progress(exchange, meta.get("progressToken"));
      job.listen(listener);
      try {
        return end.of(job, listener);
      } finally {
        job.ignore(listener);
      }
    } catch (ServiceFailure e) {
      return failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(new ServiceFailure(Kind.CANCELLED, "the call was interrupted", e));
    } finally {
      requests.end(who, id);
    }
  }

  private McpSchema.CallToolResult result(Job job, ProgressListener told)
      throws InterruptedException {
    Optional<JsonObject> answer = await(job, setup.patience(), told);
    if (answer.isPresent()) {
      JsonObject json = answer.get().deepCopy();
      json.addProperty("state", "done");
      return content(json, ToolText.of(job.call(), json), false);
    }
    var json = new JsonObject();
    json.addProperty("success", false);
    json.addProperty("state", "running");
    json.addProperty("job", job.id());
    String text =
        "Still running after %d s (%s). Call %s with {\"job\":\"%s\"} to go on waiting."
            .formatted(
                job.age().toSeconds(), job.step().message(), ToolSchema.JOB_RESULT, job.id());
    return content(json, text, false);
  }

  /// The answer, if it comes within `patience`. Whoever listens hears at once and every few seconds
  /// that the work goes on: clients give up on what they hear nothing of.
  private static Optional<JsonObject> await(Job job, Duration patience, ProgressListener told)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<JsonObject> answer = Optional.empty();
    Duration left = patience;
    while (answer.isEmpty() && left.isPositive()) {
      Job.Step step = job.step();
      told.progress(
          "%s, %d s".formatted(step.message(), job.age().toSeconds()), step.done(), step.total());
      answer = job.await(left.compareTo(SIGN_OF_LIFE) < 0 ? left : SIGN_OF_LIFE);
      left = Duration.ofNanos(deadline - System.nanoTime());
    }
    return answer;
  }

  private static McpSchema.CallToolResult failed(ServiceFailure failure) {
    var error = new JsonObject();
    error.addProperty("kind", failure.kind().word());
    error.addProperty("message", failure.sentence());
    var json = new JsonObject();
    json.addProperty("success", false);
    json.addProperty("state", "failed");
    json.add("error", error);
    return content(json, failure.sentence(), true);
  }

  private static McpSchema.CallToolResult content(JsonObject json, String text, Boolean error) {
    return McpSchema.CallToolResult.builder()
        .addTextContent(text)
        .structuredContent(JsonMaps.map(json))
        .isError(error)
        .build();
  }

  /// Tells the client, where it wants to hear; the numbers only grow, as the protocol has it.
  private static ProgressListener progress(McpSyncServerExchange exchange, @Nullable Object token) {
    if (token == null) {
      return ProgressListener.NONE;
    }
    var number = new AtomicInteger();
    return (message, done, total) -> {
      try {
        String counted = total > 0 ? "%s (%d of %d)".formatted(message, done, total) : message;
        exchange.progressNotification(
            McpSchema.ProgressNotification.builder(token, number.incrementAndGet())
                .message(counted)
                .build());
      } catch (RuntimeException e) {
        LOG.log(Level.DEBUG, "the client does not hear of progress", e);
      }
    };
  }
}
