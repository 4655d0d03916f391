package dev.rustmend.prompt;

import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.RecordedMessages;
import dev.rustmend.model.Message;
import dev.rustmend.workspace.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Writes what a model is asked about an error, so that it fits the model's context.
///
/// What does not fit is left out in this order: the second pair, the first one, the items that the
/// error only mentions, the last one first. Where the item of the error itself does not fit there
/// is no prompt: nothing is ever cut in the middle but rustc's text, which says so.
public final class PromptWriter {
  private static final int SAID_LINES = 40;

  private final Supplier<KnowledgeBase> base;
  private final Path root;
  private final Predicate<Path> mayShow;
  private final Room room;
  private final PromptStyle style;

  /// `root` is what paths are shown relative to; of files that `mayShow` does not allow nothing is
  /// shown.
  public PromptWriter(Supplier<KnowledgeBase> base, Path root, Predicate<Path> mayShow, Room room) {
    this(base, root, mayShow, room, PromptStyle.usual());
  }

  private PromptWriter(
      Supplier<KnowledgeBase> base,
      Path root,
      Predicate<Path> mayShow,
      Room room,
      PromptStyle style) {
    this.base = base;
    this.root = root;
    this.mayShow = mayShow;
    this.room = room;
    this.style = style;
  }

  /// The same in another style.
  public PromptWriter in(PromptStyle other) {
    return new PromptWriter(base, root, mayShow, room, other);
  }

  /// The same for a model that takes `most` tokens at most, prompt and answer together; this one
  /// where that is no less than what it writes for.
  public PromptWriter within(OptionalInt most) {
    Room smaller = room.within(most.orElse(room.tokens()));
    return smaller.equals(room) ? this : new PromptWriter(base, root, mayShow, smaller, style);
  }

  /// The prompt about `error`, whose offsets refer to the texts of `snapshot`.
  public PromptResult write(Diagnostic error, Snapshot snapshot) {
    List<ShownItem> items = NamedItems.of(error, snapshot, mayShow, style.places());
    if (items.isEmpty()) {
      return new PromptResult.Refused("the error is in no code that the model may change");
    }
    List<Pair> pairs = pairs(error);
    for (int count = pairs.size(); count >= 0; count--) {
      Optional<RepairPrompt> prompt = fitting(error, items, pairs.subList(0, count));
      if (prompt.isPresent()) {
        return new PromptResult.Written(prompt.get());
      }
    }
    for (int count = items.size() - 1; count > 0; count--) {
      Optional<RepairPrompt> prompt = fitting(error, items.subList(0, count), List.of());
      if (prompt.isPresent()) {
        return new PromptResult.Written(prompt.get());
      }
    }
    return new PromptResult.Refused(
        "the %s with its error does not fit into %d tokens; %s"
            .formatted(items.getFirst().name(), room.tokens(), room.remedy()));
  }

  private List<Pair> pairs(Diagnostic error) {
    return switch (style.examples()) {
      case SHOWN -> new Pairs(base.get(), RecordedMessages.shipped()).of(error);
      case LEFT_OUT -> List.of();
    };
  }

  /// The conversation that goes on after an answer that did not hold: the answer, and `complaint`,
  /// what is wrong with it. Empty when that does not fit.
  public Optional<RepairPrompt> goOn(RepairPrompt prompt, String answer, String complaint) {
    var messages = new ArrayList<>(prompt.messages());
    messages.add(Message.assistant(answer));
    messages.add(Message.user(Instructions.again(complaint)));
    return room.holds(messages, prompt.maxTokens())
        ? Optional.of(
            new RepairPrompt(
                prompt.error(),
                messages,
                prompt.items(),
                prompt.examples(),
                prompt.frame(),
                prompt.maxTokens()))
        : Optional.empty();
  }

  /// A text of the compiler's as it stands in a complaint, shortened where it is long.
  public String quoted(String said) {
    return Fenced.block("text", Fenced.shortened(said, SAID_LINES));
  }

  private Optional<RepairPrompt> fitting(
      Diagnostic error, List<ShownItem> items, List<Pair> pairs) {
    List<Message> messages =
        List.of(
            Message.system(Instructions.rules(style.numbers())),
            Message.user(Instructions.task(error, items, pairs, root, style.numbers())));
    int answer = items.stream().mapToInt(PromptWriter::answerTokens).max().orElseThrow();
    return room.holds(messages, answer)
        ? Optional.of(
            new RepairPrompt(
                error,
                messages,
                items,
                pairs.stream().map(Pair::id).toList(),
                frame(items),
                answer))
        : Optional.empty();
  }

  /// A repaired item is seldom half as long again as the broken one.
  private static int answerTokens(ShownItem item) {
    return 3 * Room.tokens(item.code()) / 2 + 128;
  }

  private Frame frame(List<ShownItem> items) {
    long lines = items.stream().mapToLong(item -> item.code().lines().count()).max().orElse(1);
    int columns =
        items.stream()
            .flatMap(item -> item.code().lines())
            .mapToInt(String::length)
            .max()
            .orElse(1);
    return new Frame(items.size(), (int) (2 * lines + 20), columns + 80, style.numbers());
  }
}
