package dev.rustmend.cli;

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

/// The models that are open in this process: who asks for the same one gets the same one, since a
/// model takes gigabytes. It is given back when the last of them has closed it. Safe to use from
/// any thread.
final class ModelShelf {
  private final Function<Settings.Model, Optional<LanguageModel>> opener;
  private final Map<Settings.Model, Shared> open = new HashMap<>();

  /// `opener` makes a model of the settings that ask for one.
  ModelShelf(Function<Settings.Model, Optional<LanguageModel>> opener) {
    this.opener = opener;
  }

  private record Shared(LanguageModel model, int users) {
    Shared plus(int more) {
      return new Shared(model, users + more);
    }
  }

  /// The model that `settings` ask for; empty when they ask for none.
  synchronized Optional<LanguageModel> open(Settings.Model settings) {
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

  /// One user's hold of a model.
  private record Lease(LanguageModel model, Runnable onClose, AtomicBoolean closed)
      implements LanguageModel {
    /// A hold that is given up once. The shelf itself names no model's class: without a model none
    /// is loaded.
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
