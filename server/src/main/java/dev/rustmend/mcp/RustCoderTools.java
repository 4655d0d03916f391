package dev.rustmend.mcp;

import dev.rustmend.rustcoder.RustCoder;
import dev.rustmend.rustcoder.ToolReply;
import dev.rustmend.service.Builds;
import dev.rustmend.service.Parameter;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ProgressListener;
import dev.rustmend.service.ServiceFailure;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools of the Rust Coder service, for who asks for them.
public record RustCoderTools(RustCoder coder, Builds builds) {
  private static final int LONGEST = 400_000;
  private static final Parameter CODE =
      Parameter.required(
          "code", new Form.Text(LONGEST), "Sources, each behind a line [filename: path].");

  List<SyncToolSpecification> all() {
    return List.of(
        tool(
            "generate",
            "Generates a Rust project from a description.",
            Parameter.required("description", new Form.Text(10_000), "What it is to do."),
            Parameter.required("requirements", new Form.Text(10_000), "Further requirements.")),
        tool(
            "compile_and_fix",
            "Compiles Rust sources and repairs their errors.",
            CODE,
            Parameter.optional("description", new Form.Text(10_000), "What it is."),
            Parameter.optional("max_attempts", new Form.Whole(1, 100), "How many builds (3).")),
        tool("compile", "Compiles Rust sources.", CODE));
  }

  private SyncToolSpecification tool(String name, String description, Parameter... parameters) {
    McpSchema.Tool tool =
        McpSchema.Tool.builder(name, JsonMaps.map(Parameter.schema(List.of(parameters))))
            .description(description)
            .build();
    return new SyncToolSpecification(
        tool,
        (_, request) -> answer(name, Optional.ofNullable(request.arguments()).orElse(Map.of())));
  }

  private McpSchema.CallToolResult answer(String name, Map<String, Object> arguments) {
    try (Builds.Turn _ = builds.turn(ProgressListener.NONE)) {
      ToolReply reply = coder.tool(name, arguments).orElseThrow();
      return McpSchema.CallToolResult.builder()
          .addTextContent(reply.text())
          .structuredContent(reply.structured())
          .isError(reply.isError())
          .build();
    } catch (ServiceFailure e) {
      return failed(e.sentence());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("the call was interrupted");
    }
  }

  private static McpSchema.CallToolResult failed(String sentence) {
    return McpSchema.CallToolResult.builder().addTextContent(sentence).isError(true).build();
  }
}
