package dev.rustmend.lsp;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import org.eclipse.lsp4j.jsonrpc.MessageIssueHandler;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;

/// Reads messages, and skips one whose announced length could only exhaust the memory.
final class BoundedProducer extends StreamMessageProducer {
  private static final System.Logger LOG = System.getLogger(BoundedProducer.class.getName());
  private static final int LONGEST = 256 << 20;

  BoundedProducer(InputStream input, MessageJsonHandler json, MessageIssueHandler issues) {
    super(input, json, issues);
  }

  @Override
  protected boolean handleMessage(InputStream input, Headers headers) {
    return headers.contentLength > LONGEST
        ? skip(input, headers.contentLength)
        : super.handleMessage(input, headers);
  }

  private static boolean skip(InputStream input, int length) {
    LOG.log(Level.ERROR, "a message of {0} bytes is left out", length);
    try {
      input.skipNBytes(length);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
