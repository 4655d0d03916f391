package dev.rustmend.cli;

import dev.rustmend.kb.Entry;
import dev.rustmend.kb.EntryReader;
import dev.rustmend.learn.Recipe;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb import`: takes over recipes of entries that somebody else has exported or written.
final class KbImportCommand implements Command {
  private final Wiring wiring;

  KbImportCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "import",
            "Takes over the recipes of entries, as if they had been learned in every workspace.");
    spec.addPositional(Options.required("PATH", "An entry's file, or a folder of them."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    Map<String, String> files =
        KbFolder.files(invocation, java.util.List.of(invocation.parameter(0).orElse("")));
    int taken = 0;
    for (var file : files.entrySet()) {
      EntryReader.Result read = EntryReader.read(file.getKey(), file.getValue());
      read.problems().forEach(problem -> invocation.tell(problem.rendered()));
      if (read.problems().isEmpty() && read.entry().isPresent()) {
        taken += take(read.entry().get(), file.getValue(), invocation);
      }
    }
    invocation.print("took over %s".formatted(Count.of(taken, "recipe")));
    return taken > 0 ? Exit.CLEAN : Exit.REMAIN;
  }

  /// How many recipes the entry has: one for each of its codes.
  private int take(Entry entry, String markdown, Invocation invocation) {
    if (entry.rewrite().isEmpty()) {
      invocation.tell("rustmend: %s has no `rewrite` block to take over".formatted(entry.id()));
      return 0;
    }
    String lines = block(markdown);
    Learned.with(
        wiring,
        learning -> {
          entry
              .codes()
              .forEach(code -> learning.take(new Recipe(code, lines, 1), entry.title(), markdown));
          return Exit.CLEAN;
        });
    return entry.codes().size();
  }

  /// The lines of the `rewrite` block, which the reader has found well-formed.
  private static String block(String markdown) {
    String fence = "```rewrite\n";
    int start = markdown.indexOf(fence) + fence.length();
    return markdown.substring(start, markdown.indexOf("\n```", start));
  }
}
