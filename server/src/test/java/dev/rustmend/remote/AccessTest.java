package dev.rustmend.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rustmend.settings.Settings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  private static final String SECRET = "very-secret";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://search.example.org:9200",
        "https://search.example.org/team",
        "http://localhost:9200",
        "http://127.0.0.1:9200",
        "http://[::1]:9200"
      })
  void tlsAndThisMachineAreSpokenTo(String address) {
    assertThat(ClusterAddress.of(address)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://search.example.org:9200",
        "http://127.0.0.1.example.org",
        "http://192.168.1.4:9200",
        "ftp://localhost",
        "search.example.org",
        "https://ada:secret@search.example.org",
        "https://search.example.org/?pretty",
        "not an address"
      })
  void anythingElseIsRefusedInOneSentence(String address) {
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> ClusterAddress.of(address))
        .satisfies(failure ->
            assertThat(failure.sentence()).contains("knowledge.remote").doesNotContain("\n"))
        .satisfies(failure -> assertThat(failure.sentence()).doesNotContain("ada:secret"));
  }

  @Test
  void aPathOfAProxyStaysInFront() {
    assertThat(ClusterAddress.of("https://host/team/").at("/_bulk"))
        .hasToString("https://host/team/_bulk");
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    Path file = keyFile("ada:" + SECRET);
    assertThat(Login.of(Map.of(Login.KEY, "abc"), Optional.of(file)).orElseThrow().header())
        .isEqualTo("ApiKey abc");
    assertThat(Login.of(Map.of(), Optional.of(file)).orElseThrow().header())
        .isEqualTo("Basic YWRhOnZlcnktc2VjcmV0");
    assertThat(
            Login.of(Map.of(Login.USER, "ada", Login.PASSWORD, SECRET), Optional.empty())
                .orElseThrow()
                .header())
        .isEqualTo("Basic YWRhOnZlcnktc2VjcmV0");
    assertThat(Login.of(Map.of(), Optional.empty())).isEmpty();
  }

  @Test
  void aLoginIsInNoText() throws IOException {
    var remote =
        new Settings.Remote(
            Optional.of("https://host"),
            150,
            Optional.of(keyFile(SECRET).toString()),
            Optional.empty());
    assertThat(Access.of(remote, Map.of()).orElseThrow().toString()).doesNotContain(SECRET);
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = keyFile(SECRET);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(() -> Login.of(Map.of(), Optional.of(file)))
        .satisfies(
            failure -> assertThat(failure.sentence()).contains("chmod 600").doesNotContain(SECRET));
  }

  @Test
  void aCertificateThatIsNoneIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "nothing");
    var remote =
        new Settings.Remote(
            Optional.of("https://host"), 150, Optional.empty(), Optional.of(file.toString()));
    Access access = Access.of(remote, Map.of()).orElseThrow();
    assertThatExceptionOfType(RemoteFailure.class)
        .isThrownBy(access::trust)
        .satisfies(
            failure -> assertThat(failure.sentence()).contains("knowledge.remoteCertificate"));
  }

  private Path keyFile(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), content + "\n");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return file;
  }
}
