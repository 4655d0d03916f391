package dev.rustmend.remote;

import dev.rustmend.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// How a cluster is reached. `certificate` is a file (PEM) with the certificates that are trusted
/// in place of those that Java knows; `patience` is how long a person's request waits for it. The
/// names of all its indices begin with `base`.
public record Access(
    ClusterAddress address,
    Optional<Login> login,
    Optional<Path> certificate,
    Duration patience,
    String base) {
  /// With what the names of a team's indices begin.
  public static final String TEAM = "rustmend";

  /// What the settings say; empty where no cluster is set. Throws [RemoteFailure] when the address
  /// or the login can not be used.
  public static Optional<Access> of(Settings.Remote remote, Map<String, String> environment) {
    return remote
        .address()
        .map(address ->
            new Access(
                ClusterAddress.of(address),
                Login.of(environment, remote.keyFile().map(Path::of)),
                remote.certificate().map(Path::of),
                Duration.ofMillis(remote.millis()),
                TEAM));
  }

  /// The same for other indices, and with another patience.
  public Access with(String otherBase, Duration otherPatience) {
    return new Access(address, login, certificate, otherPatience, otherBase);
  }

  /// The name that everything is read and written by: an alias of one index.
  String alias() {
    return base + "-team";
  }

  /// The index that counts what became of fixes.
  String evidence() {
    return base + "-evidence";
  }

  /// What TLS trusts; empty for what Java trusts anyway. Throws [RemoteFailure] when the file can
  /// not be used.
  Optional<SSLContext> trust() {
    return certificate.map(Access::trust);
  }

  private static SSLContext trust(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("team-" + number++, each);
      }
      if (number == 0) {
        throw new GeneralSecurityException("it holds no certificate");
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new RemoteFailure(
          RemoteFailure.Kind.LASTING,
          "the certificate in %s that `knowledge.remoteCertificate` names can not be used (%s);"
                  .formatted(file, e.getMessage())
              + " give a file in PEM form",
          e);
    }
  }
}
