package dev.rustmend.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What came of a command line in this process, with no input and 100 columns.
record CommandRun(Exit exit, String out, String err) {
  /// Runs it in `folder`, with nothing on a terminal.
  static CommandRun of(Path folder, Map<String, String> environment, String... arguments) {
    return of(folder, environment, Set.of(), arguments);
  }

  /// The same with these channels on a terminal.
  static CommandRun of(
      Path folder,
      Map<String, String> environment,
      Set<Terminal.Channel> interactive,
      String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            100,
            environment,
            folder);
    Exit exit = Main.run(List.of(arguments), terminal);
    return new CommandRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
