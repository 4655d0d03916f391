package dev.rustmend.cli;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.rustmend.bench.CodeUse;
import dev.rustmend.bench.RecipeUse;
import dev.rustmend.bench.RecordedUses;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.ErrorIndex;
import dev.rustmend.cargo.ToolchainFacts;
import dev.rustmend.cargo.ToolchainProbe;
import dev.rustmend.kb.Coverage;
import dev.rustmend.service.ReportJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `rustmend kb stats`: how much there is, which codes have no entry, and what the entries did in
/// runs of the benchmarks.
final class KbStatsCommand implements Command {
  private static final String USES = "--uses";

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
    spec.addOption(
        OptionSpec.builder(USES)
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .paramLabel("FILE")
            .splitRegex(",")
            .arity("1")
            .description(
                "Also counts, by code, the entries that proposed something in these runs of"
                    + " `bench fixes` and `bench mutations`: their JSON files, all together.")
            .build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    List<CodeUse> uses = uses(invocation);
    Set<String> known = known(invocation);
    Coverage coverage = Coverage.of(KbFolder.base(invocation), known);
    if (invocation.has(Options.JSON)) {
      invocation.print(ReportJson.document(json(coverage, learned(), uses)));
      return Exit.CLEAN;
    }
    invocation.print(
        "%5d  errors, %d of them without a code".formatted(coverage.errors(), coverage.uncoded()));
    invocation.print("%5d  lints".formatted(coverage.lints()));
    invocation.print("%5d  tasks".formatted(coverage.tasks()));
    invocation.print("%5d  templates".formatted(coverage.templates()));
    invocation.print("%5d  with a recipe or an operation".formatted(coverage.recipes()));
    invocation.print("%5d  learned from your own repairs".formatted(learned()));
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
    print(invocation, uses);
    return Exit.CLEAN;
  }

  private static List<CodeUse> uses(Invocation invocation) {
    var all = new ArrayList<RecipeUse>();
    for (Path file : invocation.<List<Path>>value(USES).orElse(List.of())) {
      try {
        all.addAll(RecordedUses.in(invocation.path(file.toString())));
      } catch (IOException e) {
        throw new CommandFailure(
            Exit.ENVIRONMENT,
            "can not read %s; name the file fixes.json or mutations.json of a run".formatted(file),
            e);
      }
    }
    return CodeUse.of(all);
  }

  private static void print(Invocation invocation, List<CodeUse> uses) {
    if (uses.isEmpty()) {
      return;
    }
    invocation.print("");
    invocation.print("code     entries  useful  proposed  verified  compiled  ranked first");
    for (CodeUse use : uses) {
      invocation.print(
          "%-8s %7d %7d %9d %9d %9d %13d"
              .formatted(
                  use.code(),
                  use.entries(),
                  use.useful(),
                  use.proposed(),
                  use.verified(),
                  use.held(),
                  use.first()));
    }
  }

  private Set<String> known(Invocation invocation) throws InterruptedException {
    var probe = new ToolchainProbe(wiring.environment());
    return switch (probe.probe(invocation.path(""), CheckOptions.defaults())) {
      case ToolchainProbe.Usable(ToolchainFacts facts) ->
          facts.documentation().map(ErrorIndex::emitted).orElse(Set.of());
      case ToolchainProbe.Unusable _ -> Set.of();
    };
  }

  /// How many recipes were learned from the user's own repairs.
  private int learned() {
    return Learned.with(wiring, learning -> learning.habits().all().size());
  }

  private static JsonObject json(Coverage coverage, int learned, List<CodeUse> uses) {
    var json = new JsonObject();
    json.addProperty("errors", coverage.errors());
    json.addProperty("lints", coverage.lints());
    json.addProperty("tasks", coverage.tasks());
    json.addProperty("templates", coverage.templates());
    json.addProperty("recipes", coverage.recipes());
    json.addProperty("learned", learned);
    json.addProperty("codesCovered", coverage.covered().size());
    json.addProperty("codesKnown", coverage.covered().size() + coverage.missing().size());
    json.addProperty("uncoded", coverage.uncoded());
    if (!uses.isEmpty()) {
      json.add("uses", new Gson().toJsonTree(uses));
    }
    return json;
  }
}
