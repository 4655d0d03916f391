package dev.rustmend.generate;

import dev.rustmend.model.Completion;
import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.Cost;
import dev.rustmend.model.LanguageModel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A model that gives answers of a script, and keeps what it was asked.
final class Scripted implements LanguageModel {
  private final Deque<String> answers;
  private final List<String> asked = new ArrayList<>();

  Scripted(Collection<String> answers) {
    this.answers = new ArrayDeque<>(answers);
  }

  /// The last message of each request.
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Completion complete(CompletionRequest request, Consumer<String> onText) {
    asked.add(request.messages().getLast().text());
    return new Completion(
        answers.pop(), Completion.Ending.DONE, new Cost(0, 0, 0, Duration.ZERO, Duration.ZERO));
  }

  @Override
  public String name() {
    return "script";
  }

  @Override
  public boolean honorsGrammars() {
    return false;
  }

  @Override
  public OptionalInt contextLength() {
    return OptionalInt.empty();
  }

  @Override
  public void close() {
    // holds nothing
  }
}
