package dev.rustmend.cli;

import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/// Where the program's log goes: nowhere, unless somebody asks. The language server adds its client
/// as a listener of its own.
final class Logging {
  private static final String OURS = "dev.rustmend";

  private Logging() {}

  /// Drops the JVM's own handler, which would print two lines on stderr for each line of the log.
  static void silence() {
    Logger root = Logger.getLogger("");
    for (var handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
  }

  /// Prints our own lines on `err`, for `-v`.
  static void show(PrintStream err) {
    var handler = new FlushingHandler(err);
    handler.setLevel(Level.ALL);
    Logger ours = Logger.getLogger(OURS);
    ours.setLevel(Level.FINE);
    ours.addHandler(handler);
  }

  /// Writes each line at once.
  private static final class FlushingHandler extends StreamHandler {
    FlushingHandler(PrintStream err) {
      super(err, new OneLine());
    }

    @Override
    public synchronized void publish(LogRecord line) {
      super.publish(line);
      flush();
    }
  }

  private static final class OneLine extends Formatter {
    private static final SimpleFormatter MESSAGE = new SimpleFormatter();

    @Override
    public String format(LogRecord line) {
      String source = String.valueOf(line.getLoggerName()).replaceFirst(".*\\.", "");
      String thrown = line.getThrown() == null ? "" : ": " + line.getThrown();
      return "[" + source + "] " + MESSAGE.formatMessage(line) + thrown + System.lineSeparator();
    }
  }
}
