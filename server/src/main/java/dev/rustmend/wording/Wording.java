package dev.rustmend.wording;

import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.Sampling;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Has a language model write texts. The model is opened for the first of them and kept; whatever
/// fails, opening included, is [Worded.Failed]. Safe to use from any thread.
public final class Wording implements AutoCloseable {
  private static final int MOST_TOKENS = 360;
  private static final int RULES_TOKENS = 400;
  private static final int LETTERS_OF_TOKEN = 3;

  /// More sources would only be slow to read on a machine without a GPU.
  private static final int MOST_ROOM = 6000;

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Sampling SAMPLING = new Sampling(0.2, 0.9, 1);

  private final Supplier<LanguageModel> open;
  private final int contextSize;
  private @Nullable LanguageModel model;
  private boolean closed;

  /// `open` makes the model and may throw [ModelException]; `contextSize` is how many tokens a
  /// prompt and its answer may have.
  public Wording(Supplier<LanguageModel> open, int contextSize) {
    this.open = open;
    this.contextSize = contextSize;
  }

  /// Has a text written from `material`, and checks it. Blocks until it is done; an interrupt ends
  /// it.
  public Worded word(Material material, WordingListener listener) throws InterruptedException {
    try {
      LanguageModel writer = opened();
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

  /// Gives the model back; who waits for a text gets [Worded.Failed].
  @Override
  public void close() {
    LanguageModel opened;
    synchronized (this) {
      closed = true;
      opened = model;
      model = null;
    }
    if (opened != null) {
      opened.close();
    }
  }

  private synchronized LanguageModel opened() {
    if (closed) {
      throw new ModelException("the model has been given back; ask again");
    }
    LanguageModel known = model;
    if (known == null) {
      known = open.get();
      model = known;
    }
    return known;
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
