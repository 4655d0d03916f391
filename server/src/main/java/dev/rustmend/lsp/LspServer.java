package dev.rustmend.lsp;

import com.google.gson.TypeAdapter;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageServer;

/// The language server on one pair of streams, be they stdio, a socket or a pipe.
///
/// An editor waits for the answer of `initialize`, and most of that time goes into the reflection
/// by which the library learns our methods and the types of messages. So the methods that we have,
/// those of the protocol, and the types of the first two messages are looked through side by side.
public final class LspServer {
  private static final System.Logger LOG = System.getLogger(LspServer.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final List<Class<?>> FIRST_TYPES =
      List.of(InitializeParams.class, InitializeResult.class);

  private final InputStream in;
  private final Outbox outbox;
  private final MessageJsonHandler json;
  private final RemoteEndpoint remote;
  private final RustmendClient client;
  private final Lifecycle life;
  private final CompletableFuture<List<TypeAdapter<?>>> typesKnown;

  private LspServer(InputStream in, OutputStream out, ServerSetup setup) {
    this.in = in;
    this.life = new Lifecycle(setup, this::client);
    var server = new RustmendServer(life);
    CompletableFuture<Endpoint> ours = beside(() -> ServiceEndpoints.toEndpoint(server));
    var methods = new LinkedHashMap<String, JsonRpcMethod>();
    methods.putAll(ServiceEndpoints.getSupportedMethods(LanguageServer.class));
    methods.putAll(ServiceEndpoints.getSupportedMethods(RustmendClient.class));
    this.json = new MessageJsonHandler(methods);
    this.typesKnown =
        beside(() -> FIRST_TYPES.stream().<TypeAdapter<?>>map(json.getGson()::getAdapter).toList());
    this.outbox = new Outbox(new StreamMessageConsumer(out, json));
    this.remote = new RemoteEndpoint(outbox, ours.join());
    this.client = ServiceEndpoints.toServiceObject(remote, RustmendClient.class);
    json.setMethodProvider(remote);
  }

  /// Serves one client until it says `exit` or closes its end, and returns the exit code: 0 after
  /// `shutdown`, 1 without it. All processes of the server have ended by then. The reader thread
  /// may still wait for input, so whoever owns the streams closes them or ends the process.
  public static int run(InputStream in, OutputStream out, ServerSetup setup)
      throws InterruptedException {
    var server = new LspServer(in, out, setup);
    try (var _ = ClientLog.attach(server.client)) {
      return server.serve();
    }
  }

  private int serve() throws InterruptedException {
    Thread.ofPlatform().daemon().name("rustmend-lsp-reader").start(this::read);
    try {
      return life.ended().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the life of a server ends without an exception", e);
    } finally {
      life.close();
      outbox.close(PATIENCE);
    }
  }

  private void read() {
    try {
      typesKnown.join();
      new BoundedProducer(in, json, remote).listen(remote);
    } catch (JsonRpcException e) {
      LOG.log(Level.WARNING, "the client's messages can not be read any more", e);
    } finally {
      life.end();
    }
  }

  private RustmendClient client() {
    return client;
  }

  private static <T> CompletableFuture<T> beside(Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work, task -> Thread.ofPlatform().daemon().name("rustmend-lsp-start").start(task));
  }
}
