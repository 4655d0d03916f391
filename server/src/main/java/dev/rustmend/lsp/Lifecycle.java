package dev.rustmend.lsp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;

/// The life of one connection: `initialize` makes the handlers, `shutdown` ends their work, `exit`
/// or the end of the input ends the server.
///
/// A client may die at any time without a word; then the input ends. Its process id is not watched:
/// it means nothing in another container, and some clients send none.
final class Lifecycle {
  private final ServerSetup setup;
  private final Supplier<RustmendClient> client;
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private volatile Optional<Handlers> handlers = Optional.empty();
  private volatile boolean down;

  Lifecycle(ServerSetup setup, Supplier<RustmendClient> client) {
    this.setup = setup;
    this.client = client;
  }

  InitializeResult initialize(InitializeParams params) {
    if (handlers.isPresent()) {
      throw Refusal.invalidRequest("`initialize` comes only once");
    }
    Handlers wired = Handlers.wire(setup, client.get(), params);
    wired.begin(params);
    handlers = Optional.of(wired);
    return new Offer(wired.profile(), setup.version()).result();
  }

  /// The handlers, for a request. Throws a refusal before `initialize` and after `shutdown`.
  Handlers handlers() {
    if (down) {
      throw Refusal.invalidRequest("the server has been shut down");
    }
    return handlers.orElseThrow(Refusal::notInitialized);
  }

  /// The handlers, for a notification, which has no answer; none when it must be dropped.
  Optional<Handlers> forNotification() {
    return down ? Optional.empty() : handlers;
  }

  /// Ends all work; what it was asked before `exit` decides the exit code.
  void shutdown() throws InterruptedException {
    down = true;
    close();
  }

  /// Ends all work, for whatever reason. Doing it twice does no harm.
  void close() throws InterruptedException {
    if (handlers.isPresent()) {
      handlers.get().close();
    }
  }

  /// The client says `exit`, or its end of the input is closed.
  void end() {
    ended.complete(down ? 0 : 1);
  }

  /// Completes with the exit code: 0 after `shutdown`, 1 without it.
  CompletableFuture<Integer> ended() {
    return ended;
  }
}
