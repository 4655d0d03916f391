package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A cluster behind TLS with a certificate that a company signed itself.
class TlsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String SECRET = "very-secret";
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;
  private static HttpsServer server;

  /// What came, as `PATH AUTHORIZATION`.
  private static final List<String> ASKED = new CopyOnWriteArrayList<>();

  private static volatile String redirect = "";

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler listening = new Listening();

  @BeforeAll
  static void start() throws Exception {
    keytool("-genkeypair", "-alias", "ca", "-dname", "CN=A company", "-ext", "bc:c");
    keytool(
        "-genkeypair",
        "-alias",
        "server",
        "-dname",
        "CN=search",
        "-signer",
        "ca",
        "-ext",
        "san=ip:127.0.0.1");
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", "ca.pem");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serving()));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String path = exchange.getRequestURI().getPath();
            ASKED.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer =
                (path.equals("/") ? FakeCluster.ROOT : FakeCluster.MAPPING)
                    .getBytes(StandardCharsets.UTF_8);
            if (!redirect.isEmpty()) {
              exchange.getResponseHeaders().set("Location", redirect);
            }
            exchange.sendResponseHeaders(redirect.isEmpty() ? 200 : 302, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @BeforeEach
  void listen() {
    ASKED.clear();
    redirect = "";
    Logger.getLogger("").addHandler(listening);
  }

  @AfterEach
  void leave() {
    Logger.getLogger("").removeHandler(listening);
  }

  @Test
  void anApiKeyAndAUserAreShownToACertificateThatTheSettingTrusts() throws Exception {
    try (Team team = team(Map.of(Login.KEY, SECRET), trusting(), "127.0.0.1")) {
      assertThat(team.describe()).contains("OpenSearch at https://127.0.0.1");
    }
    try (Team team =
        team(Map.of(Login.USER, "ada", Login.PASSWORD, SECRET), trusting(), "127.0.0.1")) {
      assertThat(team.describe()).contains("OpenSearch at https://127.0.0.1");
    }
    assertThat(ASKED)
        .containsExactly(
            "/ ApiKey " + SECRET,
            "/rustmend-team/_mapping ApiKey " + SECRET,
            "/ Basic YWRhOnZlcnktc2VjcmV0",
            "/rustmend-team/_mapping Basic YWRhOnZlcnktc2VjcmV0");
    assertThat(logged).noneMatch(line -> line.contains(SECRET) || line.contains("YWRh"));
  }

  @Test
  void aCertificateThatNobodyKnowsIsShownNoLogin() {
    assertRefused(team(Map.of(Login.KEY, SECRET), Optional.empty(), "127.0.0.1"));
  }

  /// The certificate is for 127.0.0.1, and `localhost` is another name.
  @Test
  void aCertificateForAnotherHostIsShownNoLogin() {
    assertRefused(team(Map.of(Login.KEY, SECRET), trusting(), "localhost"));
  }

  @Test
  void aLoginGoesNowhereElse() {
    redirect = "https://127.0.0.1:%d/elsewhere".formatted(server.getAddress().getPort());
    try (Team team = team(Map.of(Login.KEY, SECRET), trusting(), "127.0.0.1")) {
      assertThatExceptionOfType(RemoteFailure.class)
          .isThrownBy(team::describe)
          .satisfies(failure -> assertThat(failure.sentence()).contains("302"));
    }
    assertThat(ASKED).containsExactly("/ ApiKey " + SECRET);
  }

  private void assertRefused(Team refused) {
    try (Team team = refused) {
      assertThatExceptionOfType(RemoteFailure.class)
          .isThrownBy(team::describe)
          .satisfies(failure ->
              assertThat(failure.sentence()).contains("SSLHandshakeException").doesNotContain("\n"))
          .satisfies(failure -> assertThat(failure.toString()).doesNotContain(SECRET));
    }
    assertThat(ASKED).isEmpty();
    assertThat(logged).noneMatch(line -> line.contains(SECRET));
  }

  private static Optional<Path> trusting() {
    return Optional.of(folder.resolve("ca.pem"));
  }

  private static Team team(
      Map<String, String> environment, Optional<Path> certificate, String host) {
    return new Team(
        new Access(
            ClusterAddress.of("https://%s:%d".formatted(host, server.getAddress().getPort())),
            Login.of(environment, Optional.empty()),
            certificate,
            LONG,
            Access.TEAM),
        Clock.systemUTC());
  }

  private static SSLContext serving() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    store.deleteEntry("ca");
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String... arguments) throws Exception {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", "keys.p12", "-storepass", PASSWORD));
    if (List.of(arguments).contains("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
    }
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private final class Listening extends Handler {
    @Override
    public void publish(LogRecord line) {
      logged.add(line.getMessage() + line.getThrown());
    }

    @Override
    public void flush() {
      // each line is kept at once
    }

    @Override
    public void close() {
      // nothing to give back
    }
  }
}
