package dev.rustmend.prompt;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.model.Message;
import java.util.List;

/// What a model is asked about one error: the conversation, the items that it shows, the form of
/// the answer, and how many tokens the answer may have. `examples` are the ids of the entries of
/// the knowledge base whose repaired programs it shows.
public record RepairPrompt(
    Diagnostic error,
    List<Message> messages,
    List<ShownItem> items,
    List<String> examples,
    Frame frame,
    int maxTokens) {
  public RepairPrompt {
    messages = List.copyOf(messages);
    items = List.copyOf(items);
    examples = List.copyOf(examples);
  }
}
