package dev.rustmend.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// All commands under the name `rustmend`: parses arguments, shows help, and finds the command.
final class CommandTree {
  private final CommandLine line;

  CommandTree(List<Command> commands) {
    CommandSpec root = CommandSpec.create().name("rustmend");
    root.versionProvider(() -> new String[] {"rustmend " + Version.current()});
    root.usageMessage()
        .description("Compile-checked fixes for Rust, beside rust-analyzer.")
        .synopsisSubcommandLabel("COMMAND")
        .footer(
            "%nExit codes: 0 nothing left to fix, 1 errors remain, 2 wrong usage,"
                + " 3 unusable environment, 130 interrupted.");
    Options.addCommon(root);
    for (Command command : commands) {
      root.addSubcommand(null, command.spec());
    }
    line = new CommandLine(root);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
  }

  /// The parser's model, for completion and for tables.
  CommandLine line() {
    return line;
  }

  /// Parses and runs; throws [CommandFailure] for wrong usage.
  Exit run(List<String> arguments, Terminal terminal) throws InterruptedException {
    ParseResult parsed = parse(arguments);
    ParseResult leaf = leaf(parsed);
    var invocation = new Invocation(leaf(parsed), terminal);
    CommandLine chosen = leaf.commandSpec().commandLine();
    chosen.setUsageHelpWidth(Math.clamp(terminal.columns(), 60, 120));
    chosen.setColorScheme(CommandLine.Help.defaultColorScheme(ansi(parsed, terminal)));
    if (leaf.isUsageHelpRequested()) {
      terminal.out().print(chosen.getUsageMessage());
      return Exit.CLEAN;
    }
    if (parsed.isVersionHelpRequested() || leaf.isVersionHelpRequested()) {
      terminal.out().println("rustmend " + Version.current());
      return Exit.CLEAN;
    }
    if (leaf.commandSpec().userObject() instanceof Command command) {
      return command.run(invocation);
    }
    terminal.err().print(chosen.getUsageMessage());
    return Exit.USAGE;
  }

  private ParseResult parse(List<String> arguments) {
    try {
      return line.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      String name = e.getCommandLine().getCommandSpec().qualifiedName();
      throw new CommandFailure(
          Exit.USAGE, "%s%s; see `%s --help`".formatted(sentence(e), nearest(e), name), e);
    }
  }

  private static Ansi ansi(ParseResult parsed, Terminal terminal) {
    Paint paint = new Invocation(leaf(parsed), terminal).paint(Terminal.Channel.OUT);
    return paint == Paint.COLORED ? Ansi.ON : Ansi.OFF;
  }

  private static ParseResult leaf(ParseResult parsed) {
    ParseResult leaf = parsed;
    while (leaf.hasSubcommand()) {
      leaf = leaf.subcommand();
    }
    return leaf;
  }

  private static String sentence(ParameterException e) {
    String message = Optional.ofNullable(e.getMessage()).orElse("wrong arguments");
    String first = message.lines().findFirst().orElse(message);
    String lower = Character.toLowerCase(first.charAt(0)) + first.substring(1);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String nearest(ParameterException e) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
      List<String> names = unmatched.getSuggestions();
      return names.isEmpty() ? "" : ", did you mean " + String.join(" or ", names);
    }
    return "";
  }
}
