package dev.rustmend.cli;

import picocli.CommandLine.Model.CommandSpec;

/// `rustmend manual`: prints the page for `man`, which a release has as a file; so it is hidden.
final class ManualCommand implements Command {
  private final Wiring wiring;

  ManualCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, "manual", "Prints the page for man.");
    spec.usageMessage().hidden(true);
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    var page = new ManualPage(wiring.tree().line().getCommandSpec(), Version.current());
    invocation.terminal().out().print(page.text());
    return Exit.CLEAN;
  }
}
