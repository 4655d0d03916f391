package dev.rustmend.cli;

import com.google.gson.JsonObject;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ErrorIndex;
import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.kb.Coverage;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb stats`: how much there is, and which codes have no entry.
final class KbStatsCommand implements Command {
  private final Wiring wiring;

  KbStatsCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "stats", "Counts the entries, the recipes, and the error codes that have one.");
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Set<String> known = known(invocation);
    Coverage coverage = Coverage.of(KbFolder.base(invocation), known);
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(json(coverage)));
      return Exit.CLEAN;
    }
    invocation.print(
        "%5d  errors, %d of them without a code".formatted(coverage.errors(), coverage.uncoded()));
    invocation.print("%5d  lints".formatted(coverage.lints()));
    invocation.print("%5d  tasks".formatted(coverage.tasks()));
    invocation.print("%5d  templates".formatted(coverage.templates()));
    invocation.print("%5d  with a recipe or an operation".formatted(coverage.recipes()));
    invocation.print(
        known.isEmpty()
            ? "    ?  codes: the toolchain has no documentation to count them by; `rustup component"
                + " add rust-docs` adds it"
            : "%5d  of %d codes that this compiler emits"
                .formatted(coverage.covered().size(), known.size()));
    if (!coverage.missing().isEmpty()) {
      invocation.print(
          "       without an entry: " + String.join(", ", new TreeSet<>(coverage.missing())));
    }
    return Exit.CLEAN;
  }

  private Set<String> known(Invocation invocation) throws InterruptedException {
    var probe = new ToolchainProbe(wiring.environment());
    return switch (probe.probe(invocation.path(""), CheckOptions.defaults())) {
      case ToolchainProbe.Usable(ToolchainFacts facts) ->
          facts.documentation().map(ErrorIndex::emitted).orElse(Set.of());
      case ToolchainProbe.Unusable _ -> Set.of();
    };
  }

  private static JsonObject json(Coverage coverage) {
    var json = new JsonObject();
    json.addProperty("errors", coverage.errors());
    json.addProperty("lints", coverage.lints());
    json.addProperty("tasks", coverage.tasks());
    json.addProperty("templates", coverage.templates());
    json.addProperty("recipes", coverage.recipes());
    json.addProperty("learned", 0);
    json.addProperty("codesCovered", coverage.covered().size());
    json.addProperty("codesKnown", coverage.covered().size() + coverage.missing().size());
    json.addProperty("uncoded", coverage.uncoded());
    return json;
  }
}
