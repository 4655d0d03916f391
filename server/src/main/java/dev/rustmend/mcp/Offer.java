package dev.rustmend.mcp;

import dev.rustmend.service.Call;
import io.modelcontextprotocol.server.McpServer.SyncSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What a server offers, whatever carries its messages: tools, resources and prompts.
///
/// `client` names the client of a request as [Requests] does.
record Offer(McpSetup setup, Requests requests, Function<McpSyncServerExchange, String> client) {
  private static final String INSTRUCTIONS =
      "rustmend repairs Rust code with fixes that the compiler has accepted. Begin with"
          + " check_project; apply with fix_project, or apply the returned edits yourself (byte"
          + " offsets of the text with the given SHA-256). A call that takes long answers with a job:"
          + " ask job_result for it. When you repaired an error yourself, tell record_fix.";

  /// Calls that an agent has no use for: each tool costs every conversation its description.
  private static final Set<String> NO_TOOLS = Set.of("check-source", "export", "import");

  private static final Duration CLIENT_ANSWERS = Duration.ofSeconds(10);

  /// Adds everything to a server that is being built.
  <S extends SyncSpecification<S>> SyncSpecification<S> fill(SyncSpecification<S> server) {
    var roots = new ClientRoots(setup);
    var tools = new ToolCalls(setup, roots, requests, client);
    var specifications = new ArrayList<SyncToolSpecification>();
    for (Call call : setup.service().calls()) {
      if (!NO_TOOLS.contains(call.name())) {
        specifications.add(
            new SyncToolSpecification(
                ToolSchema.tool(call), (exchange, request) -> tools.call(call, exchange, request)));
      }
    }
    specifications.add(new SyncToolSpecification(ToolSchema.jobResult(), tools::jobResult));
    setup.rustCoder().ifPresent(more -> specifications.addAll(more.all(tools)));
    var texts = new Texts(setup, roots);
    return server
        .serverInfo(
            McpSchema.Implementation.builder("rustmend", setup.version()).title("rustmend").build())
        .instructions(INSTRUCTIONS)
        .requestTimeout(CLIENT_ANSWERS)
        .validateToolInputs(false)
        .capabilities(
            McpSchema.ServerCapabilities.builder()
                .tools(false)
                .resources(false, false)
                .prompts(false)
                .completions()
                .build())
        .uriTemplateManagerFactory(EntryAddress::new)
        .rootsChangeHandlers(List.of(roots::changed))
        .tools(specifications)
        .resourceTemplates(texts.entries())
        .prompts(texts.explainError(), texts.reviewFix())
        .completions(texts.ids());
  }
}
