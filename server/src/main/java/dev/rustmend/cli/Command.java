package dev.rustmend.cli;

import picocli.CommandLine.Model.CommandSpec;

/// One subcommand.
///
/// Options are declared by building a [CommandSpec] and not by annotations: nothing is looked up by
/// reflection at start-up, and a command has no fields that a parser fills in.
interface Command {

  /// Name, description, options and parameters; a new one on each call.
  CommandSpec spec();

  /// Does the work. Throws [CommandFailure] for everything that a person has to be told.
  Exit run(Invocation invocation) throws InterruptedException;
}
