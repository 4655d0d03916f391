package dev.rustmend.llama;

import de.kherud.llama.LlamaIterator;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.WorkerCalls.Complete;
import dev.rustmend.model.WorkerCalls.Completed;
import dev.rustmend.model.WorkerCalls.End;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One completion while it runs, on a thread of the system that waits inside of native code.
///
/// While llama.cpp reads the prompt that thread can not be woken: the library has no call for it. A
/// cancelled completion then counts as ended as soon as llama.cpp was told, and leaves its thread
/// behind for ever.
final class Generation {
  private static final Duration NEXT_TOKEN = Duration.ofMillis(150);

  private final Complete order;
  private final Consumer<String> onText;
  private final CompletableFuture<Completed> result = new CompletableFuture<>();
  private final long began = System.nanoTime();
  private volatile @Nullable LlamaIterator iterator;
  private volatile boolean cancelled;
  private int promptTokens;
  private int reusedTokens;

  Generation(Complete order, Consumer<String> onText) {
    this.order = order;
    this.onText = onText;
  }

  long id() {
    return order.id();
  }

  CompletableFuture<Completed> result() {
    return result;
  }

  /// Runs to its end. `read` holds the tokens that the model has read, before and after.
  void run(LoadedModel model, AtomicReference<List<Integer>> read) {
    try {
      String prompt = model.prompt(order.messages());
      List<Integer> tokens = model.tokens(prompt);
      int room = model.contextSize() - tokens.size() - 1;
      if (room < 1) {
        throw new ModelException(
            "the prompt has %d tokens and the context of the model %d; raise `model.contextSize`"
                .formatted(tokens.size(), model.contextSize()));
      }
      promptTokens = tokens.size();
      // llama.cpp reads the last token of a prompt anew in any case
      reusedTokens = Math.min(commonPrefix(read.getAndSet(List.of()), tokens), tokens.size() - 1);
      generate(model, prompt, Math.min(order.maxTokens(), room), read);
    } catch (RuntimeException e) {
      result.completeExceptionally(
          e instanceof ModelException ? e : new ModelException(sentence(e), e));
    }
  }

  /// Ends the completion; returns once it counts as ended.
  void cancel() throws InterruptedException {
    cancelled = true;
    try {
      result.get(NEXT_TOKEN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LlamaIterator running = iterator;
      if (running != null) {
        running.cancel();
      }
      result.complete(completed(End.CANCELLED, 0, 0));
    } catch (ExecutionException e) {
      // it has ended with a failure of its own, which goes to the one who asked for it
      return;
    }
  }

  private void generate(
      LoadedModel model, String prompt, int most, AtomicReference<List<Integer>> read) {
    LlamaIterator running = model.generate(prompt, order, most);
    iterator = running;
    var text = new StringBuilder();
    int pieces = 0;
    long first = 0;
    while (running.hasNext() && !cancelled) {
      String piece = running.next().text;
      pieces++;
      first = first == 0 ? System.nanoTime() - began : first;
      if (!piece.isEmpty() && !result.isDone()) {
        text.append(piece);
        onText.accept(piece);
      }
    }
    boolean broken = running.hasNext();
    if (broken) {
      running.cancel();
    }
    int generated =
        Math.clamp(model.tokens(text.toString()).size(), Math.min(pieces - 1, most), most);
    read.set(model.tokens(prompt + text));
    End end = broken ? End.CANCELLED : generated < most ? End.DONE : End.CUT_OFF;
    result.complete(completed(end, generated, first));
  }

  private Completed completed(End end, int generated, long first) {
    return new Completed(
        end, promptTokens, reusedTokens, generated, first, System.nanoTime() - began);
  }

  private static int commonPrefix(List<Integer> one, List<Integer> other) {
    int length = 0;
    while (length < Math.min(one.size(), other.size())
        && one.get(length).equals(other.get(length))) {
      length++;
    }
    return length;
  }

  private static String sentence(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("grammar")
        ? "llama.cpp does not understand the grammar; this is a defect in rustmend"
        : "llama.cpp failed: " + message;
  }
}
