package dev.rustmend.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The page of `man rustmend`, written from the model of the commands in the macros of `man(7)`.
record ManualPage(CommandSpec root, String version) {
  private static final String END =
      """
      .SH EXIT STATUS
      .TP
      .B 0
      Success, and nothing is left to fix.
      .TP
      .B 1
      Errors remain, or a check failed.
      .TP
      .B 2
      Wrong usage.
      .TP
      .B 3
      The environment is not usable: no cargo, no such folder, a broken index.
      .TP
      .B 130
      Interrupted.
      .SH ENVIRONMENT
      .TP
      .B RUSTMEND_CACHE_DIR
      Where shadow workspaces and indexes are kept, in place of
      .IR ~/.cache/rustmend .
      .TP
      .B RUSTMEND_LEARNED_DIR
      Where learned repairs are kept, in place of
      .IR ~/.local/share/rustmend/learned .
      .TP
      .B RUSTMEND_JAVA_OPTS
      More options for the JVM, such as
      .BR \\-Xmx4g .
      .SH FILES
      .TP
      .I rustmend.toml
      The settings of a workspace, in its root.
      .TP
      .I ~/.config/rustmend/rustmend.toml
      The settings of the user.
      .SH EXAMPLES
      Repair a workspace, and look first:
      .PP
      .RS 4
      .nf
      rustmend fix \\-\\-dry\\-run
      rustmend fix
      .fi
      .RE
      .PP
      What an editor starts for Rust files:
      .PP
      .RS 4
      .nf
      rustmend lsp
      .fi
      .RE
      .SH SEE ALSO
      .BR cargo (1),
      .BR rustc (1)
      """;

  /// The whole page.
  String text() {
    String common = options(root).map(ManualPage::option).collect(Collectors.joining());
    return """
    .TH RUSTMEND 1 "" "rustmend %s" "User Commands"
    .SH NAME
    rustmend \\- compile\\-checked fixes for Rust, beside rust\\-analyzer
    .SH SYNOPSIS
    .B rustmend
    .I COMMAND
    .RI [ OPTIONS ]
    .SH DESCRIPTION
    rustmend runs cargo, collects changes that could repair what it complains about, compiles each
    of them in a hidden copy of the workspace, and offers those that the compiler accepts: in an
    editor as a language server, in a shell by
    .BR "rustmend fix" .
    \\(lqCompiles\\(rq is not \\(lqcorrect\\(rq: whether a change is what you meant is for you to judge.
    .SH OPTIONS OF ALL COMMANDS
    %s.SH COMMANDS
    %s%s\
    """
        .formatted(plain(version), common, commands(root).collect(Collectors.joining()), END);
  }

  private static Stream<String> commands(CommandSpec parent) {
    return parent.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(spec -> !spec.usageMessage().hidden())
        .flatMap(spec -> spec.subcommands().isEmpty() ? Stream.of(command(spec)) : commands(spec));
  }

  private static String command(CommandSpec spec) {
    String parameters =
        spec.positionalParameters().stream()
            .map(it -> it.arity().min() == 0 ? "[" + it.paramLabel() + "]" : it.paramLabel())
            .map(label -> " " + plain(label))
            .collect(Collectors.joining());
    var lines = new StringBuilder();
    lines.append(".SS \"%s%s\"%n".formatted(plain(spec.qualifiedName()), parameters));
    lines.append(sentence(spec.usageMessage().description())).append('\n');
    options(spec)
        .filter(option -> !option.inherited())
        .map(ManualPage::option)
        .forEach(lines::append);
    return lines.toString().replace("\r\n", "\n");
  }

  private static Stream<OptionSpec> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName));
  }

  private static String option(OptionSpec option) {
    String names =
        Arrays.stream(option.names())
            .sorted(Comparator.comparingInt(String::length))
            .map(name -> "\\fB" + plain(name) + "\\fR")
            .collect(Collectors.joining(", "));
    String value = option.arity().max() == 0 ? "" : " \\fI" + plain(option.paramLabel()) + "\\fR";
    return ".TP\n%s%s\n%s\n".formatted(names, value, sentence(option.description()));
  }

  private static String sentence(String[] lines) {
    String text = plain(String.join(" ", List.of(lines)));
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }

  /// A text in which nothing is a macro: hyphens stay hyphens, so that options can be searched for,
  /// and all is ASCII, whatever the locale of the reader.
  private static String plain(String text) {
    return text.codePoints().mapToObj(ManualPage::plain).collect(Collectors.joining());
  }

  private static String plain(int character) {
    return switch (character) {
      case '\\' -> "\\e";
      case '-' -> "\\-";
      case '"' -> "\\(dq";
      case '…' -> ".".repeat(3);
      default -> character < 128 ? Character.toString(character) : "\\[u%04X]".formatted(character);
    };
  }
}
