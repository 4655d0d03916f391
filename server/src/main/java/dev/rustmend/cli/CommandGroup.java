package dev.rustmend.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// A command that only has subcommands, such as `rustmend bench`.
final class CommandGroup implements Command {
  private final String name;
  private final String description;
  private final List<Command> members;

  CommandGroup(String name, String description, List<Command> members) {
    this.name = name;
    this.description = description;
    this.members = List.copyOf(members);
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, name, description);
    members.forEach(member -> spec.addSubcommand(null, member.spec()));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    List<String> names = members.stream().map(member -> member.spec().name()).toList();
    throw new CommandFailure(
        Exit.USAGE,
        "%s needs one of %s; see `rustmend %s --help`"
            .formatted(name, String.join(", ", names), name));
  }
}
