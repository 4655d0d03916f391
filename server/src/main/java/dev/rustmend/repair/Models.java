package dev.rustmend.repair;

import dev.rustmend.model.Completion;
import dev.rustmend.model.CompletionRequest;
import dev.rustmend.model.LanguageModel;
import dev.rustmend.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// The language models of this process, and their only owner: who asks for the same one gets the
/// same one, since a model takes gigabytes. It is opened for the first of its users and closed when
/// the last has given it back; until then nothing is spent on it. Safe to use from any thread.
public final class Models {
  private final Function<Settings.Model, Optional<LanguageModel>> opener;
  private final Map<Settings.Model, Shared> open = new HashMap<>();

  /// `opener` makes a model of the settings that ask for one.
  public Models(Function<Settings.Model, Optional<LanguageModel>> opener) {
    this.opener = opener;
  }

  private record Shared(LanguageModel model, int users) {
    Shared plus(int more) {
      return new Shared(model, users + more);
    }
  }

  /// For a process without a model.
  public static Models none() {
    return new Models(_ -> Optional.empty());
  }

  /// What one user of models holds; nothing yet.
  public ModelHold hold() {
    return new ModelHold(this);
  }

  /// The model that `settings` ask for, until its user closes it; empty when they ask for none.
  synchronized Optional<LanguageModel> lease(Settings.Model settings) {
    Optional<Shared> shared =
        Optional.ofNullable(open.get(settings))
            .or(() -> opener.apply(settings).map(model -> new Shared(model, 0)));
    shared.ifPresent(present -> open.put(settings, present.plus(1)));
    return shared.map(present -> Lease.of(present.model(), () -> giveBack(settings)));
  }

  private synchronized void giveBack(Settings.Model settings) {
    Shared left = open.computeIfPresent(settings, (_, shared) -> shared.plus(-1));
    if (left != null && left.users() == 0) {
      open.remove(settings);
      left.model().close();
    }
  }

  /// One user's lease of a model.
  private record Lease(LanguageModel model, Runnable onClose, AtomicBoolean closed)
      implements LanguageModel {
    /// A lease that ends once. What is around it names no class of a model's in its code: without a
    /// model none is loaded.
    static LanguageModel of(LanguageModel model, Runnable onClose) {
      return new Lease(model, onClose, new AtomicBoolean());
    }

    @Override
    public Completion complete(CompletionRequest request, Consumer<String> onText)
        throws InterruptedException {
      return model.complete(request, onText);
    }

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public boolean honorsGrammars() {
      return model.honorsGrammars();
    }

    @Override
    public OptionalInt contextLength() {
      return model.contextLength();
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        onClose.run();
      }
    }
  }
}
