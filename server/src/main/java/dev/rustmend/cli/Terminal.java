package dev.rustmend.cli;

import java.io.BufferedOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a command reads and prints: the three streams, which of them are a terminal, its width in
/// columns, the process environment and the current folder. Tests make their own.
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Set<Channel> interactive,
    int columns,
    Map<String, String> environment,
    Path directory) {
  private static final int USUAL_COLUMNS = 100;

  /// The standard streams.
  enum Channel {
    IN,
    OUT,
    ERR
  }

  Terminal {
    interactive = Set.copyOf(interactive);
    environment = Map.copyOf(environment);
  }

  /// The terminal of this process. The launcher says in system properties what Java can not find
  /// out: which streams are a terminal (`rustmend.terminal`, letters of `ioe`) and its width.
  static Terminal ofProcess() {
    return new Terminal(
        new FileInputStream(FileDescriptor.in),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        interactiveChannels(Optional.ofNullable(System.getProperty("rustmend.terminal"))),
        columns(System.getProperty("rustmend.columns", "")),
        System.getenv(),
        Path.of("").toAbsolutePath());
  }

  boolean isInteractive(Channel channel) {
    return interactive.contains(channel);
  }

  /// The variable's value; empty when it is not set or blank.
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 13),
        true,
        StandardCharsets.UTF_8);
  }

  private static Set<Channel> interactiveChannels(Optional<String> told) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (told.isPresent()) {
      for (Channel channel : Channel.values()) {
        if (told.get().indexOf(Character.toLowerCase(channel.name().charAt(0))) >= 0) {
          channels.add(channel);
        }
      }
      return channels;
    }
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return terminal ? EnumSet.allOf(Channel.class) : channels;
  }

  private static int columns(String told) {
    return told.matches("\\d{1,4}") && Integer.parseInt(told) >= 20
        ? Integer.parseInt(told)
        : USUAL_COLUMNS;
  }
}
