package dev.rustmend.model;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Keeps texts from outside from steering the conversation.
///
/// llama.cpp takes the name of a control token anywhere in a prompt for the token itself, so a
/// comment in somebody's code could end the user's message and begin another one. A space after the
/// first character makes plain text of it.
final class PromptGuard {
  private PromptGuard() {}

  static List<WorkerCalls.WireMessage> wire(List<Message> messages, List<String> controlTokens) {
    List<String> longestFirst =
        controlTokens.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    return messages.stream()
        .map(message ->
            new WorkerCalls.WireMessage(
                message.role().name().toLowerCase(Locale.ROOT),
                plain(message.text(), longestFirst)))
        .toList();
  }

  private static String plain(String text, List<String> tokens) {
    String plain = text;
    for (String token : tokens) {
      plain = plain.replace(token, token.charAt(0) + " " + token.substring(1));
    }
    return plain;
  }
}
