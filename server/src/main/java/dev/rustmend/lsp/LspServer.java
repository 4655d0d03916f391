package dev.rustmend.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;

/// The language server on one pair of streams, be they stdio, a socket or a pipe.
///
/// An editor waits for the answer of `initialize`, and most of that time goes into the reflection
/// by which Gson learns the types of messages. So those of the answer are looked through beside
/// those of the question.
public final class LspServer {
  private static final System.Logger LOG = System.getLogger(LspServer.class.getName());
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final InputStream in;
  private final Outbox outbox;
  private final MessageJsonHandler json;
  private final RemoteEndpoint remote;
  private final RustmendClient client;
  private final Lifecycle life;

  private LspServer(InputStream in, OutputStream out, ServerSetup setup) {
    this.in = in;
    this.life = new Lifecycle(setup, this::client);
    var server = new RustmendServer(life);
    var methods = new LinkedHashMap<>(server.methods());
    methods.putAll(RustmendClient.methods());
    this.json =
        new MessageJsonHandler(
            methods, builder -> builder.registerTypeAdapterFactory(new LazyTypes()));
    learnAnswer(setup.version());
    this.outbox = new Outbox(new StreamMessageConsumer(out, json));
    this.remote = new RemoteEndpoint(outbox, server);
    this.client = new RustmendClient(remote);
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

  /// Has Gson learn the types of the answer to `initialize`, while the question is read.
  private void learnAnswer(String version) {
    Offer some = new Offer(ClientProfile.of(new InitializeParams()), version);
    Thread.ofPlatform()
        .daemon()
        .name("rustmend-lsp-start")
        .start(() -> {
          var _ = json.getGson().toJson(some.result());
        });
  }
}
