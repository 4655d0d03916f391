package dev.rustmend.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/// The options that several commands have, and short ways to declare others.
final class Options {
  static final String COLOR = "--color";
  static final String QUIET = "--quiet";
  static final String VERBOSE = "--verbose";
  static final String CONFIG = "--config";
  static final String ALL_TARGETS = "--all-targets";
  static final String JSON = "--json";
  static final String JSON_LINES = "--json-lines";
  static final String HELP = "--help";
  static final String VERSION = "--version";

  private Options() {}

  /// A command's name and its one-line description.
  static CommandSpec command(Command command, String name, String description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage().description(description);
    return spec;
  }

  /// Adds the options that every command has; subcommands inherit them.
  static void addCommon(CommandSpec spec) {
    spec.addOption(
        OptionSpec.builder(HELP, "-h")
            .usageHelp(true)
            .scopeType(ScopeType.INHERIT)
            .description("Show this help.")
            .build());
    spec.addOption(
        OptionSpec.builder(VERSION, "-V")
            .versionHelp(true)
            .scopeType(ScopeType.INHERIT)
            .description("Show the version.")
            .build());
    spec.addOption(
        OptionSpec.builder(COLOR)
            .type(ColorChoice.class)
            .paramLabel("WHEN")
            .scopeType(ScopeType.INHERIT)
            .description("auto, always or never.")
            .build());
    spec.addOption(inherited(flag(QUIET, "Only say what went wrong."), "-q"));
    spec.addOption(inherited(flag(VERBOSE, "Say more; show the stack of a failure."), "-v"));
    spec.addOption(
        OptionSpec.builder(CONFIG)
            .type(Path.class)
            .paramLabel("FILE")
            .scopeType(ScopeType.INHERIT)
            .description("A settings file that wins over the workspace's and the user's.")
            .build());
  }

  /// Adds `--json` and `--json-lines`.
  static void addJson(CommandSpec spec) {
    spec.addOption(flag(JSON, "Print one JSON document.").build());
    spec.addOption(flag(JSON_LINES, "Print events, one JSON document on each line.").build());
  }

  /// Adds `--all-targets`, which wins over the setting `check.allTargets`.
  static void addAllTargets(CommandSpec spec) {
    spec.addOption(flag(ALL_TARGETS, "Also check tests, examples and benchmarks.").build());
  }

  /// A switch that is off unless it is given.
  static OptionSpec.Builder flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description);
  }

  /// An option with a text.
  static OptionSpec.Builder text(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
  }

  /// An option with a whole number.
  static OptionSpec number(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(Integer.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /// A parameter that may be left out.
  static PositionalParamSpec optional(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /// A parameter that must be given.
  static PositionalParamSpec required(String label, String description) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static OptionSpec inherited(OptionSpec.Builder option, String shortName) {
    return option.names(option.names()[0], shortName).scopeType(ScopeType.INHERIT).build();
  }
}
