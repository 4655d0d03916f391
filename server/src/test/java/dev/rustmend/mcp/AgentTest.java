package dev.rustmend.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rustmend.http.ServedProgram;
import dev.rustmend.http.ServerUnderTest;
import dev.rustmend.service.ServiceUnderTest;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The library's own client uses everything that is offered, over both transports.
@Timeout(600)
class AgentTest {
  private static final String BROKEN =
      """
      fn main() {
          let name = String::from("Ada");
          let other = name;
          println!("{name} {other}");
      }
      """;

  @TempDir private Path folder;

  /// The folder can only be deleted when nobody writes into it any more.
  @AfterEach
  void awaitTheServersEnd() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    ProcessHandle.current().children().forEach(child -> child.onExit().join());
  }

  @Test
  void everythingWorksOverHttp() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    try (var server = ServedProgram.start(folder, root);
        McpSyncClient agent = ServerUnderTest.agent(server.port(), root)) {
      useEverything(agent, root);
    }
  }

  @Test
  void everythingWorksOnStdio() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    try (McpSyncClient agent = process(root)) {
      agent.initialize();
      useEverything(agent, root);
    }
  }

  private void useEverything(McpSyncClient agent, Path root) throws IOException {
    Path crate = ServiceUnderTest.crate(root, "greeting", BROKEN);
    Path main = crate.resolve("src/main.rs");
    useTools(agent, crate, main);
    assertThat(agent.listResourceTemplates().resourceTemplates())
        .extracting(McpSchema.ResourceTemplate::uriTemplate)
        .containsExactly("rustmend://kb/{id}");
    assertThat(read(agent, "rustmend://kb/errors/E0382/clone-before-move")).contains("Clone");
    assertThat(read(agent, "rustmend://kb/errors%2FE0382%2Fclone-before-move")).contains("Clone");
    var completion =
        McpSchema.CompleteRequest.builder(
                new McpSchema.ResourceReference("rustmend://kb/{id}"),
                new McpSchema.CompleteRequest.CompleteArgument("id", "errors/E0382/cl"))
            .build();
    assertThat(agent.completeCompletion(completion).completion().values())
        .contains("errors/E0382/clone-before-move");
    assertThat(agent.listPrompts().prompts())
        .extracting(McpSchema.Prompt::name)
        .containsExactlyInAnyOrder("explain-error", "review-fix");
    assertThat(prompt(agent, "explain-error", Map.of("code", "E0499"))).contains("# E0499");
    Files.writeString(main, BROKEN);
    assertThat(prompt(agent, "review-fix", Map.of("dir", crate.toString())))
        .contains("Review these changes", "```diff", "-    let other = name;");
    assertThat(main).hasContent(BROKEN);
  }

  private static void useTools(McpSyncClient agent, Path crate, Path main) throws IOException {
    Set<String> offered =
        agent.listTools().tools().stream().map(McpSchema.Tool::name).collect(Collectors.toSet());
    assertThat(offered)
        .contains(
            "check_project",
            "fix_project",
            "fix_source",
            "generate_project",
            "explain_error",
            "search_knowledge",
            "ask_rust",
            "record_fix",
            "job_result");
    assertThat(agent.listTools().tools())
        .allSatisfy(tool -> assertThat(tool.outputSchema()).isNotEmpty());

    Map<String, Object> check = done(agent, "check_project", Map.of("dir", crate.toString()));
    assertThat(check).containsEntry("success", false);
    assertThat(check.toString()).contains("cargo check", "E0382", "sha256", "newText");
    assertThat(done(agent, "explain_error", Map.of("file", main.toString(), "line", 4)).toString())
        .contains("E0382", "Ada");
    assertThat(done(agent, "search_knowledge", Map.of("query", "moved value")).toString())
        .contains("errors/E0382");
    assertThat(done(agent, "ask_rust", Map.of("question", "read a file to a string")).toString())
        .contains("citations");

    Map<String, Object> fix = done(agent, "fix_project", Map.of("dir", crate.toString()));
    assertThat(fix).containsEntry("success", true).containsEntry("written", true);
    assertThat(Files.readString(main)).isNotEqualTo(BROKEN);

    String own = BROKEN.replace("let other = name;", "let other = name.to_uppercase();");
    Files.writeString(main, own);
    Map<String, Object> recorded =
        done(agent, "record_fix", Map.of("file", main.toString(), "before", BROKEN));
    assertThat(recorded.toString()).contains("errorsBefore=1", "errorsAfter=0");
    assertThat(recorded).containsEntry("success", true);

    Map<String, Object> source =
        done(agent, "fix_source", Map.of("files", Map.of("src/main.rs", BROKEN)));
    assertThat(source).containsEntry("success", true);
    assertThat(source.toString()).contains("files={", "src/main.rs", "errorsBefore=1");
    Map<String, Object> generated =
        done(
            agent,
            "generate_project",
            Map.of("description", "a command line tool", "name", "tool"));
    assertThat(generated.toString()).containsAnyOf("Cargo.toml", "template");

    McpSchema.CallToolResult outside = call(agent, "check_project", Map.of("dir", "/etc"));
    assertThat(outside.isError()).isTrue();
    assertThat(outside.structuredContent().toString()).contains("outside");
    assertThat(call(agent, "job_result", Map.of("job", "none")).isError()).isTrue();
  }

  private static Map<String, Object> done(
      McpSyncClient agent, String tool, Map<String, Object> arguments) {
    Map<String, Object> content = content(call(agent, tool, arguments));
    while ("running".equals(content.get("state"))) {
      content =
          content(call(agent, "job_result", Map.of("job", String.valueOf(content.get("job")))));
    }
    assertThat(content).containsEntry("state", "done");
    return content;
  }

  private static Map<String, Object> content(McpSchema.CallToolResult result) {
    assertThat(result.isError()).as("%s", result.content()).isFalse();
    @SuppressWarnings("unchecked") // the protocol has an object here
    var content = (Map<String, Object>) result.structuredContent();
    return content;
  }

  private static McpSchema.CallToolResult call(
      McpSyncClient agent, String tool, Map<String, Object> arguments) {
    return agent.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
  }

  private static String read(McpSyncClient agent, String address) {
    McpSchema.ReadResourceResult read =
        agent.readResource(McpSchema.ReadResourceRequest.builder(address).build());
    return ((McpSchema.TextResourceContents) read.contents().getFirst()).text();
  }

  private static String prompt(McpSyncClient agent, String name, Map<String, Object> arguments) {
    McpSchema.GetPromptResult prompt =
        agent.getPrompt(McpSchema.GetPromptRequest.builder(name).arguments(arguments).build());
    return ((McpSchema.TextContent) prompt.messages().getFirst().content()).text();
  }

  private McpSyncClient process(Path root) {
    List<String> arguments =
        ServedProgram.builder(folder, List.of("mcp", "--root", root.toString())).command();
    ServerParameters parameters =
        ServerParameters.builder(arguments.getFirst())
            .args(arguments.subList(1, arguments.size()))
            .env(ServiceUnderTest.environment(folder))
            .build();
    return McpClient.sync(new StdioClientTransport(parameters, McpJsonDefaults.getMapper()))
        .requestTimeout(Duration.ofMinutes(5))
        .initializationTimeout(Duration.ofMinutes(2))
        .build();
  }
}
