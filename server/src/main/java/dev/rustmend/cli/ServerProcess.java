package dev.rustmend.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How this very program is started again, as an editor would start it.
final class ServerProcess {
  private ServerProcess() {}

  /// The command line of the language server: by way of the launcher that started us, when one did,
  /// else with the JVM and the options of this process.
  static List<String> command() {
    var command = new ArrayList<>(program());
    command.add("lsp");
    return command;
  }

  /// The command line of the program without a subcommand.
  static List<String> program() {
    Optional<String> launcher =
        Optional.ofNullable(System.getProperty("rustmend.launcher"))
            .filter(path -> !path.isBlank());
    if (launcher.isPresent()) {
      return List.of(launcher.get());
    }
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    return command;
  }
}
