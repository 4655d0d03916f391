package dev.rustmend.mcp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.service.Call;
import dev.rustmend.service.Parameter;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.Shape;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/// Calls as tools of the protocol.
///
/// A tool answers with `state`: `done` with the members of the call's answer, `running` with a
/// `job` to ask for, `failed` with an `error`; so only `success` and `state` are always there.
final class ToolSchema {
  static final String JOB_RESULT = "job_result";

  /// What `job_result` takes.
  static final List<Parameter> JOB =
      List.of(
          Parameter.required("job", new Form.Text(64), "The job that an earlier call answered."),
          Parameter.optional("cancel", new Form.Flag(), "true ends the job instead."));

  private ToolSchema() {}

  static McpSchema.Tool tool(Call call) {
    boolean reads = call.effect() == Call.Effect.READS;
    return McpSchema.Tool.builder(call.tool(), JsonMaps.map(call.input()))
        .title(call.title())
        .description(call.description())
        .outputSchema(JsonMaps.map(relaxed(call.output())))
        .annotations(
            McpSchema.ToolAnnotations.builder()
                .title(call.title())
                .readOnlyHint(reads)
                .destructiveHint(call.effect() == Call.Effect.WRITES_SOURCES)
                .idempotentHint(reads)
                .openWorldHint(false)
                .build())
        .build();
  }

  static McpSchema.Tool jobResult() {
    JsonObject output = Shape.object(Map.of("success", Shape.flag()));
    return McpSchema.Tool.builder(JOB_RESULT, JsonMaps.map(Parameter.schema(JOB)))
        .title("Result of a call that was still running")
        .description(
            "Waits for a call that answered with a job, and returns what that call would have returned;"
                + " with cancel it ends it.")
        .outputSchema(JsonMaps.map(relaxed(output)))
        .annotations(
            McpSchema.ToolAnnotations.builder()
                .title("Result of a call")
                .readOnlyHint(true)
                .openWorldHint(false)
                .build())
        .build();
  }

  private static JsonObject relaxed(JsonObject output) {
    JsonObject schema = Shape.with(output, "state", Shape.choice("done", "running", "failed"));
    schema = Shape.with(schema, "job", Shape.text());
    schema =
        Shape.with(
            schema, "error", Shape.object(Map.of("kind", Shape.text(), "message", Shape.text())));
    var required = new JsonArray();
    required.add("success");
    required.add("state");
    schema.add("required", required);
    return schema;
  }
}
