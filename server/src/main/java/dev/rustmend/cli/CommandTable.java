package dev.rustmend.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// All commands as a Markdown table, for the README.
public final class CommandTable {
  private CommandTable() {}

  /// One row for each command that the help shows; options that all commands have are left out.
  public static String markdown() {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var terminal =
        new Terminal(
            InputStream.nullInputStream(), nowhere, nowhere, Set.of(), 80, Map.of(), Path.of(""));
    CommandSpec root = new Wiring(terminal).tree().line().getCommandSpec();
    return rows(root)
        .collect(Collectors.joining("\n", "| command | does |\n| --- | --- |\n", "\n"));
  }

  private static Stream<String> rows(CommandSpec parent) {
    return parent.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .flatMap(spec -> spec.subcommands().isEmpty() ? Stream.of(row(spec)) : rows(spec));
  }

  private static String row(CommandSpec spec) {
    String synopsis =
        Stream.of(
                Stream.of(spec.qualifiedName()),
                spec.positionalParameters().stream()
                    .map(it ->
                        it.arity().min() == 0 ? "[" + it.paramLabel() + "]" : it.paramLabel()),
                spec.options().stream()
                    .filter(option -> !option.inherited() && !option.hidden())
                    .map(CommandTable::option))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(" "));
    return "| `%s` | %s |"
        .formatted(
            synopsis.replace("|", "\\|"), String.join(" ", spec.usageMessage().description()));
  }

  private static String option(OptionSpec option) {
    return option.arity().max() == 0
        ? "[" + option.longestName() + "]"
        : "[%s %s]".formatted(option.longestName(), option.paramLabel());
  }
}
