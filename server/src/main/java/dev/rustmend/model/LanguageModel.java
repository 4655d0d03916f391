package dev.rustmend.model;

import java.util.OptionalInt;
import java.util.function.Consumer;

/// A language model.
public interface LanguageModel extends AutoCloseable {

  /// Answers the request. `onText` gets each piece of the answer when it comes, on a thread of the
  /// model's; the pieces in order make up the text of the result.
  ///
  /// Blocks until the answer is complete. An interrupt ends it at once, and the work for it soon
  /// after. Throws [ModelException] when the model can not be used or breaks off.
  Completion complete(CompletionRequest request, Consumer<String> onText)
      throws InterruptedException;

  /// The model and where it runs, for people.
  String name();

  /// Whether [CompletionRequest#grammar] is honored; where it is not, answers may have any form.
  boolean honorsGrammars();

  /// The most tokens that a prompt and its answer may have together, as far as the model tells.
  OptionalInt contextLength();

  /// Gives back what the model holds: processes, connections, memory.
  @Override
  void close();
}
