package dev.rustmend.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// One call of one command: its arguments and its terminal.
record Invocation(ParseResult parsed, Terminal terminal) {

  /// Whether the switch `option` was given, before or after the subcommand's name.
  boolean has(String option) {
    return levels().stream().anyMatch(level -> level.matchedOptionValue(option, false));
  }

  /// The value of `option`, the innermost one winning.
  <T> Optional<T> value(String option) {
    return levels().stream()
        .filter(level -> level.hasMatchedOption(option))
        .findFirst()
        .map(level -> level.matchedOption(option).getValue());
  }

  /// The parameter at `index`.
  Optional<String> parameter(int index) {
    return Optional.ofNullable(parsed.matchedPositionalValue(index, null));
  }

  /// All parameters, in order.
  List<String> parameters() {
    return parsed.matchedPositionals().stream()
        .flatMap(parameter -> parameter.stringValues().stream())
        .toList();
  }

  boolean isQuiet() {
    return has(Options.QUIET);
  }

  boolean isVerbose() {
    return has(Options.VERBOSE);
  }

  /// The paint for a stream, as flags and environment want it.
  Paint paint(Terminal.Channel channel) {
    return Paint.on(
        terminal, channel, this.<ColorChoice>value(Options.COLOR).orElse(ColorChoice.AUTO));
  }

  /// How the result is to be printed. Throws [CommandFailure] when two forms are asked for.
  Format format() {
    if (has(Options.JSON) && has(Options.JSON_LINES)) {
      throw new CommandFailure(
          Exit.USAGE, "--json and --json-lines exclude each other; give one of them");
    }
    return has(Options.JSON)
        ? Format.JSON
        : has(Options.JSON_LINES) ? Format.JSON_LINES : Format.TEXT;
  }

  /// A path of the command line, made absolute.
  Path path(String given) {
    return terminal.directory().resolve(given).normalize();
  }

  /// Prints a result line on stdout.
  void print(String line) {
    terminal.out().println(line);
  }

  void print(List<String> lines) {
    lines.forEach(terminal.out()::println);
  }

  /// Prints a message on stderr, unless the user wants quiet.
  void tell(String message) {
    if (!isQuiet()) {
      terminal.err().println(message);
    }
  }

  /// The form of a result.
  enum Format {
    TEXT,
    JSON,
    JSON_LINES
  }

  private List<ParseResult> levels() {
    var levels = new ArrayList<ParseResult>();
    parsed.asCommandLineList().forEach(line -> levels.addFirst(line.getParseResult()));
    return levels;
  }
}
