package dev.rustmend.lsp;

import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;

/// Messages for people, by their weight.
final class Messages {
  private static final String NAME = "rustmend: ";

  private Messages() {}

  static MessageParams info(String text) {
    return new MessageParams(MessageType.Info, NAME + text);
  }

  static MessageParams warning(String text) {
    return new MessageParams(MessageType.Warning, NAME + text);
  }
}
