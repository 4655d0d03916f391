package dev.rustmend.http;

import dev.rustmend.mcp.StreamableServer;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The server: listens on one address until it is closed.
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(HttpServer.class.getName());
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(10);

  private final HttpSetup setup;
  private final Server server;
  private final ServerConnector connector;
  private final StreamableServer protocol;

  private HttpServer(HttpSetup setup) {
    this.setup = setup;
    this.protocol = new StreamableServer(setup.mcp(), ProtocolDoor.PATH, setup.limits().body());
    var threads = new QueuedThreadPool(32, 4);
    threads.setName("rustmend-http");
    threads.setVirtualThreadsExecutor(
        task -> Thread.ofVirtual().name("rustmend-request").start(task));
    this.server = new Server(threads);
    this.connector = connector();
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(setup.limits().connections(), server));
    server.setStopTimeout(0);
    server.setHandler(context());
  }

  /// Starts to listen. Throws [ServiceFailure] when the address can not be had.
  public static HttpServer start(HttpSetup setup) {
    var made = new HttpServer(setup);
    try {
      made.server.start();
      return made;
    } catch (Exception e) {
      made.stop();
      throw new ServiceFailure(
          Kind.ENVIRONMENT,
          "%s port %d can not be used (%s); choose another one with --port"
              .formatted(setup.host(), setup.port(), e.getMessage()),
          e);
    }
  }

  /// The port that it listens on.
  public int port() {
    return connector.getLocalPort();
  }

  /// Takes no more requests, answers what is nearly done, and ends the rest.
  @Override
  public void close() {
    connector.close();
    try {
      if (!setup.service().jobs().drain(LAST_ANSWERS)) {
        LOG.log(Level.INFO, "requests that took too long were ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop();
  }

  private void stop() {
    protocol.close();
    try {
      server.stop();
    } catch (Exception e) {
      LOG.log(Level.DEBUG, "the server did not stop cleanly", e);
    }
  }

  private ServerConnector connector() {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendXPoweredBy(false);
    configuration.setRequestHeaderSize(8192);
    // an id of the knowledge base has slashes, which clients write as %2F
    configuration.setUriCompliance(
        UriCompliance.from("RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING"));
    var made = new ServerConnector(server, new HttpConnectionFactory(configuration));
    made.setHost(setup.host());
    made.setPort(setup.port());
    made.setIdleTimeout(setup.limits().silence().toMillis());
    made.setAcceptQueueSize(64);
    return made;
  }

  private ServletContextHandler context() {
    var metrics = new Metrics(setup.service().jobs());
    var routes = new Routes(setup, metrics).all();
    var front = new Front(setup, routes, metrics, new ProtocolDoor(protocol));
    var holder = new ServletHolder("rustmend", front);
    holder.setAsyncSupported(true);
    var context = new ServletContextHandler("/");
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    context.addServlet(holder, "/*");
    return context;
  }
}
