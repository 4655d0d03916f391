package dev.rustmend.mcp;

import com.google.gson.JsonObject;
import dev.rustmend.rustcoder.RustCoder;
import dev.rustmend.rustcoder.ToolReply;
import dev.rustmend.service.Arguments;
import dev.rustmend.service.Builds;
import dev.rustmend.service.Call;
import dev.rustmend.service.Parameter;
import dev.rustmend.service.Parameter.Form;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/// The tools of the Rust Coder service, for who asks for them. Their clients know no jobs, so a
/// call is waited for to its end; it can be cancelled, and tells how far it is, like any other.
public record RustCoderTools(RustCoder coder, Builds builds) {
  private static final String TEXT = "text";
  private static final String STRUCTURED = "structured";
  private static final String ERROR = "error";
  private static final int LONGEST = 400_000;
  private static final Parameter CODE =
      Parameter.required(
          "code", new Form.Text(LONGEST), "Sources, each behind a line [filename: path].");

  List<SyncToolSpecification> all(ToolCalls calls) {
    return List.of(
        tool(
            calls,
            "generate",
            "Generates a Rust project from a description.",
            Parameter.required("description", new Form.Text(10_000), "What it is to do."),
            Parameter.required("requirements", new Form.Text(10_000), "Further requirements.")),
        tool(
            calls,
            "compile_and_fix",
            "Compiles Rust sources and repairs their errors.",
            CODE,
            Parameter.optional("description", new Form.Text(10_000), "What it is."),
            Parameter.optional("max_attempts", new Form.Whole(1, 100), "How many builds (3).")),
        tool(calls, "compile", "Compiles Rust sources.", CODE));
  }

  private SyncToolSpecification tool(
      ToolCalls calls, String name, String description, Parameter... parameters) {
    List<Parameter> known = List.of(parameters);
    var call =
        new Call(
            "rust-coder-" + name,
            name,
            name,
            description,
            known,
            new JsonObject(),
            Call.Effect.READS,
            Call.Pace.LONG,
            (arguments, context) -> answer(name, arguments, context));
    McpSchema.Tool tool =
        McpSchema.Tool.builder(name, JsonMaps.map(Parameter.schema(known)))
            .description(description)
            .build();
    return new SyncToolSpecification(
        tool, (exchange, request) -> calls.whole(call, exchange, request, RustCoderTools::result));
  }

  private JsonObject answer(String name, Arguments arguments, Call.Context context)
      throws InterruptedException {
    try (Builds.Turn _ = builds.turn(context.progress())) {
      context.progress().progress("working on it", 0, 0);
      ToolReply reply = coder.tool(name, JsonMaps.map(arguments.json())).orElseThrow();
      var json = new JsonObject();
      json.addProperty(TEXT, reply.text());
      json.add(STRUCTURED, JsonMaps.json(reply.structured()));
      json.addProperty(ERROR, reply.isError());
      return json;
    }
  }

  private static McpSchema.CallToolResult result(JsonObject answer) {
    return McpSchema.CallToolResult.builder()
        .addTextContent(answer.get(TEXT).getAsString())
        .structuredContent(JsonMaps.map(answer.getAsJsonObject(STRUCTURED)))
        .isError(answer.get(ERROR).getAsBoolean())
        .build();
  }
}
