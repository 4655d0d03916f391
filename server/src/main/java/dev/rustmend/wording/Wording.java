package dev.rustmend.wording;

import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.Sampling;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Has a language model write texts. The model is asked for when there is a text to write; whatever
/// fails, asking for it included, is [Worded.Failed]. Safe to use from any thread.
public final class Wording {
  private static final int MOST_TOKENS = 360;
  private static final int RULES_TOKENS = 400;
  private static final int LETTERS_OF_TOKEN = 3;

  /// More sources would only be slow to read on a machine without a GPU.
  private static final int MOST_ROOM = 6000;

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Sampling SAMPLING = new Sampling(0.2, 0.9, 1);

  private final Supplier<LanguageModel> model;
  private final int contextSize;

  /// `model` gives the model, which stays its owner's, and may throw [ModelException];
  /// `contextSize` is how many tokens a prompt and its answer may have.
  public Wording(Supplier<LanguageModel> model, int contextSize) {
    this.model = model;
    this.contextSize = contextSize;
  }

  /// Has a text written from `material`, and checks it. Blocks until it is done; an interrupt ends
  /// it.
  public Worded word(Material material, WordingListener listener) throws InterruptedException {
    try {
      LanguageModel writer = model.get();
      Prompt prompt = Prompt.of(material, room(writer));
      Desk desk = desk(material, prompt, listener);
      var completion =
          writer.complete(
              CompletionRequest.of(prompt.messages(), SAMPLING, MOST_TOKENS, LIMIT), desk::take);
      return desk.finish(writer.name(), completion.ending());
    } catch (ModelException e) {
      return new Worded.Failed(e.sentence());
    }
  }

  /// How many characters of sources fit.
  private int room(LanguageModel writer) {
    int most = Math.min(contextSize, writer.contextLength().orElse(contextSize));
    return Math.min(MOST_ROOM, (most - MOST_TOKENS - RULES_TOKENS) * LETTERS_OF_TOKEN);
  }

  private static Desk desk(Material material, Prompt prompt, WordingListener listener) {
    String shown =
        prompt.shown().stream()
            .map(source -> source.title() + "\n" + source.text())
            .collect(Collectors.joining("\n"));
    var inline = new Inline(prompt.shown().size(), shown + "\n" + material.whereabouts());
    KnownNames names = KnownNames.in(List.of(material.task(), shown));
    return new Desk(new Draft(inline, names), inline, listener);
  }
}
