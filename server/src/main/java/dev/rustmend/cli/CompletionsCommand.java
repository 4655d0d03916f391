package dev.rustmend.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend completions`: a script that a shell reads to complete our commands.
final class CompletionsCommand implements Command {
  private final Wiring wiring;

  CompletionsCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "completions", "Prints the completion script of a shell.");
    spec.addPositional(Options.required("bash|zsh|fish", "The shell."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    String shell = invocation.parameter(0).orElse("");
    var line = wiring.tree().line();
    String script =
        switch (shell) {
          case "bash" -> AutoComplete.bash("rustmend", line);
          case "zsh" -> new ZshCompletion(line.getCommandSpec()).script();
          case "fish" -> new FishCompletion(line.getCommandSpec()).script();
          default ->
              throw new CommandFailure(
                  Exit.USAGE,
                  "there is no completion for %s; choose bash, zsh or fish".formatted(shell));
        };
    invocation.terminal().out().print(script);
    return Exit.CLEAN;
  }
}
