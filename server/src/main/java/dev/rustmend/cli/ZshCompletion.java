package dev.rustmend.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Writes a completion function for zsh from the model of the commands. It is found by its first
/// line where it stands in a folder of `fpath`, and can be sourced as well.
///
/// picocli's script is bash's, run by zsh's imitation of bash: the first TAB of a session shows
/// nothing then, and each prints that `compopt` is missing.
final class ZshCompletion {
  private final CommandSpec root;

  ZshCompletion(CommandSpec root) {
    this.root = root;
  }

  /// The whole script.
  String script() {
    var lines = new ArrayList<String>();
    lines.add("#compdef rustmend");
    lines.add("_rustmend() {");
    lines.add("  local -a commands options");
    lines.add("  local at='' i");
    lines.add("  for ((i = 2; i < CURRENT; i++)); do");
    lines.add("    case \"$at ${words[i]}\" in");
    lines.add("    " + String.join(" | ", paths(root, "")) + ") at=\"$at ${words[i]}\" ;;");
    lines.add("    esac");
    lines.add("  done");
    lines.add("  case $at in");
    add(root, "", lines);
    lines.add("  esac");
    lines.add("}");
    lines.add("if [ \"$funcstack[1]\" = _rustmend ]; then");
    lines.add("  _rustmend \"$@\"");
    lines.add("else");
    lines.add("  compdef _rustmend rustmend");
    lines.add("fi");
    return String.join("\n", lines) + "\n";
  }

  /// The commands with those above them, each after a space: `' kb search'`.
  private static List<String> paths(CommandSpec spec, String above) {
    return visible(spec)
        .flatMap(child -> {
          String path = above + " " + child.name();
          return Stream.concat(Stream.of(quoted(path)), paths(child, path).stream());
        })
        .toList();
  }

  private static Stream<CommandSpec> visible(CommandSpec spec) {
    return spec.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(child -> !child.usageMessage().hidden());
  }

  private void add(CommandSpec spec, String path, List<String> lines) {
    lines.add("  %s)".formatted(quoted(path)));
    lines.add("    options=(%s)".formatted(options(spec)));
    String commands =
        visible(spec)
            .map(child -> item(child.name(), child.usageMessage().description()))
            .collect(Collectors.joining(" "));
    String words = words(spec).map(ZshCompletion::quoted).collect(Collectors.joining(" "));
    lines.add("    if [[ $PREFIX == -* ]]; then");
    lines.add("      _describe -o -t options option options");
    if (!commands.isEmpty()) {
      lines.add("    else");
      lines.add("      commands=(%s)".formatted(commands));
      lines.add("      _describe -t commands command commands");
    } else if (!words.isEmpty()) {
      lines.add("    else");
      lines.add("      compadd -- " + words);
    } else if (takesPath(spec)) {
      lines.add("    else");
      lines.add("      _files");
    }
    lines.add("    fi");
    lines.add("    ;;");
    visible(spec).forEach(child -> add(child, path + " " + child.name(), lines));
  }

  private static String options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .flatMap(
            option -> Arrays.stream(option.names()).map(name -> item(name, option.description())))
        .collect(Collectors.joining(" "));
  }

  /// The words that may stand there, where the label lists them: `bash|zsh|fish`.
  static Stream<String> words(CommandSpec spec) {
    return spec.positionalParameters().stream()
        .map(PositionalParamSpec::paramLabel)
        .filter(label -> label.matches("[a-z]+(\\|[a-z]+)+"))
        .flatMap(label -> Arrays.stream(label.split("\\|", -1)));
  }

  /// Whether a command takes files or folders.
  static boolean takesPath(CommandSpec spec) {
    return Stream.concat(
            spec.positionalParameters().stream().map(PositionalParamSpec::paramLabel),
            spec.options().stream().map(OptionSpec::paramLabel))
        .anyMatch(
            label -> label.contains("DIR") || label.contains("FILE") || label.contains("PATH"));
  }

  /// A name with what it means, as `_describe` wants them; a colon of the name's own is escaped.
  private static String item(String name, String[] description) {
    String meaning = description.length == 0 ? "" : description[0];
    return quoted(name.replace(":", "\\:") + ":" + meaning);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
