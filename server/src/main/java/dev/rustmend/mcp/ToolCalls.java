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

  McpSchema.CallToolResult call(
      Call call, McpSyncServerExchange exchange, McpSchema.CallToolRequest request) {
    return answered(
        exchange,
        request,
        () ->
            setup
                .service()
                .jobs()
                .start(
                    call,
                    JsonMaps.json(request.arguments()),
                    roots.of(exchange),
                    ProgressListener.NONE));
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
        });
  }

  private interface Begin {
    Job job();
  }

  private McpSchema.CallToolResult answered(
      McpSyncServerExchange exchange, McpSchema.CallToolRequest request, Begin begin) {
    Map<String, Object> meta = Optional.ofNullable(request.meta()).orElse(Map.of());
    String id = String.valueOf(meta.get(Inbox.REQUEST));
    String who = client.apply(exchange);
    try {
      Job job = begin.job();
      requests.begin(who, id, job);
      ProgressListener listener = progress(exchange, meta.get("progressToken"));
      job.listen(listener);
      try {
        return result(job, setup.patience());
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

  private static McpSchema.CallToolResult result(Job job, Duration patience)
      throws InterruptedException {
    Optional<JsonObject> answer = job.await(patience);
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
