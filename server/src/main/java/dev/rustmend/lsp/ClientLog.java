package dev.rustmend.lsp;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;

/// Sends the log lines of rustmend to the client, as `window/logMessage`.
///
/// `System.Logger` writes to `java.util.logging`, where this handler hangs on the logger of our own
/// packages: what lsp4j logs about a broken connection must not go through that connection.
final class ClientLog extends Handler implements AutoCloseable {
  private static final String OURS = "dev.rustmend";
  private static final SimpleFormatter FORMAT = new SimpleFormatter();

  private final RustmendClient client;
  private final Logger logger = Logger.getLogger(OURS);

  private ClientLog(RustmendClient client) {
    this.client = client;
    setLevel(Level.INFO);
  }

  /// Sends log lines to `client` until the result is closed.
  static ClientLog attach(RustmendClient client) {
    var log = new ClientLog(client);
    log.logger.addHandler(log);
    return log;
  }

  @Override
  public void publish(LogRecord line) {
    if (isLoggable(line)) {
      Throwable thrown = line.getThrown();
      String text = FORMAT.formatMessage(line) + (thrown == null ? "" : ": " + thrown);
      client.logMessage(new MessageParams(type(line.getLevel()), text));
    }
  }

  @Override
  public void flush() {
    // the writer of the connection flushes each message
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }

  private static MessageType type(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return MessageType.Error;
    }
    return level.intValue() >= Level.WARNING.intValue() ? MessageType.Warning : MessageType.Info;
  }
}
