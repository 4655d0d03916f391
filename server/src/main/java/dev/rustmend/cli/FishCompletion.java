package dev.rustmend.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Writes a completion script for fish from the model of the commands.
final class FishCompletion {
  private final CommandSpec root;

  FishCompletion(CommandSpec root) {
    this.root = root;
  }

  /// The whole script.
  String script() {
    var lines = new ArrayList<String>();
    lines.add("# fish completion for " + root.name());
    lines.add("complete -c rustmend -f");
    add(root, List.of(), lines);
    return String.join("\n", lines) + "\n";
  }

  private void add(CommandSpec spec, List<String> path, List<String> lines) {
    String here = condition(spec, path);
    for (CommandLine sub : spec.subcommands().values()) {
      CommandSpec child = sub.getCommandSpec();
      if (!child.usageMessage().hidden()) {
        lines.add(
            "complete -c rustmend%s -a %s -d %s"
                .formatted(
                    here, child.name(), quoted(description(child.usageMessage().description()))));
      }
    }
    String scope = path.isEmpty() ? "" : " -n " + quoted(seen(path));
    spec.options().stream()
        .filter(option -> path.isEmpty() || !option.inherited())
        .forEach(option -> lines.add("complete -c rustmend" + scope + option(option)));
    if (ZshCompletion.takesPath(spec)) {
      lines.add("complete -c rustmend%s -F".formatted(scope));
    }
    ZshCompletion.words(spec)
        .forEach(word -> lines.add("complete -c rustmend%s -a %s".formatted(scope, word)));
    for (CommandLine sub : spec.subcommands().values()) {
      var deeper = new ArrayList<>(path);
      deeper.add(sub.getCommandSpec().name());
      add(sub.getCommandSpec(), deeper, lines);
    }
  }

  /// Where a subcommand of `spec` may stand: after its parent and before another one.
  private static String condition(CommandSpec spec, List<String> path) {
    String others = String.join(" ", spec.subcommands().keySet());
    if (path.isEmpty()) {
      return " -n __fish_use_subcommand";
    }
    return " -n "
        + quoted("%s; and not __fish_seen_subcommand_from %s".formatted(seen(path), others));
  }

  private static String seen(List<String> path) {
    return "__fish_seen_subcommand_from " + path.getLast();
  }

  private static String option(OptionSpec option) {
    var text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.type() == ColorChoice.class) {
      text.append(" -x -a 'auto always never'");
    } else if (option.arity().max() > 0) {
      text.append(" -r");
    }
    return text + " -d " + quoted(description(option.description()));
  }

  private static String description(String[] lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
