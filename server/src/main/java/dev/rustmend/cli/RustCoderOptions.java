package dev.rustmend.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.rustmend.rustcoder.Lookup;
import dev.rustmend.rustcoder.RunRule;
import dev.rustmend.rustcoder.RustCoder;
import dev.rustmend.sandbox.Limits;
import dev.rustmend.service.Call;
import dev.rustmend.service.ProgressListener;
import dev.rustmend.service.Roots;
import dev.rustmend.service.RustmendService;
import dev.rustmend.settings.Settings;
import dev.rustmend.submission.Permission;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// The options about the interface of Rust Coder, and what they come to.
final class RustCoderOptions {
  private static final String TOOLS = "--rust-coder";
  private static final String OPEN = "--rust-coder-open";
  private static final String RUN = "--allow-run";

  private RustCoderOptions() {}

  /// What `mcp` takes.
  static void addTools(CommandSpec spec) {
    spec.addOption(
        Options.flag(TOOLS, "Also offer Rust Coder's tools: generate, compile_and_fix, compile.")
            .build());
    spec.addOption(
        Options.flag(RUN, "Let those calls run the program that they compiled, in the sandbox.")
            .build());
  }

  /// What `serve` takes besides.
  static void addRoutes(CommandSpec spec) {
    addTools(spec);
    spec.addOption(
        Options.flag(OPEN, "Let /compat/rustcoder be used without the token, as the original is.")
            .build());
  }

  static boolean wantsTools(Invocation invocation) {
    return invocation.has(TOOLS);
  }

  static boolean isOpen(Invocation invocation) {
    return invocation.has(OPEN);
  }

  /// The interface, with the settings of the current folder.
  static RustCoder make(
      Invocation invocation, Settings settings, Workshop workshop, RustmendService service) {
    return new RustCoder(
        workshop.generator(settings),
        workshop.submissions(settings, Limits.defaults(), Permission.CONFINED_CODE),
        invocation.has(RUN) ? RunRule.IN_SANDBOX : RunRule.NEVER,
        lookup(service));
  }

  private static Lookup lookup(RustmendService service) {
    Call search = service.call("search").orElseThrow();
    var nowhere = new Call.Context(new Roots(List.of()), ProgressListener.NONE);
    return (query, limit) -> {
      var arguments = new JsonObject();
      arguments.addProperty("query", query);
      arguments.addProperty("limit", limit);
      return search.answer(arguments, nowhere).getAsJsonArray("hits").asList().stream()
          .map(JsonElement::getAsJsonObject)
          .map(RustCoderOptions::hit)
          .toList();
    };
  }

  private static Map<String, Object> hit(JsonObject hit) {
    return Map.of(
        "id", hit.get("id").getAsString(),
        "title", hit.get("title").getAsString(),
        "score", hit.get("score").getAsDouble(),
        "snippet", hit.get("snippet").getAsString());
  }
}
