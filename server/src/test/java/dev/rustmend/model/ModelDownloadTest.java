package dev.rustmend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDownloadTest {
  @TempDir Path folder;
  private final byte[] content = new byte[3_000_000];
  private Path file;
  private Path part;
  private FileServer server;

  @BeforeEach
  void start() throws IOException {
    new Random(5).nextBytes(content);
    file = folder.resolve("deep").resolve("model.gguf");
    part = folder.resolve("deep").resolve("model.gguf.part");
    server = FileServer.start(content);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFileIsFetchedWithProgressAndComparedWithWhatIsKnown()
      throws IOException, InterruptedException {
    var progress = new ArrayList<Long>();
    var verified =
        new ModelDownload()
            .fetch(
                server.address(),
                file,
                Optional.of(sha256()),
                (bytes, total) -> {
                  assertThat(total).isEqualTo(content.length);
                  progress.add(bytes);
                });
    assertThat(verified).isEqualTo(ModelDownload.Verified.AS_KNOWN);
    assertThat(file).hasBinaryContent(content);
    assertThat(progress).isSorted().first().isEqualTo(0L);
    assertThat(progress.getLast()).isEqualTo(content.length);
    assertThat(left()).containsExactly("model.gguf");
  }

  @Test
  void aConnectionThatBreaksOffIsContinuedWhereItStopped()
      throws IOException, InterruptedException {
    server.hangUp(2);
    assertThat(fetch(Optional.of(sha256()))).isEqualTo(ModelDownload.Verified.AS_KNOWN);
    assertThat(file).hasBinaryContent(content);
    // how much of a broken answer arrives is up to the network
    assertThat(server.ranges()).hasSize(3).first().isEqualTo("null");
    assertThat(server.ranges().getLast()).matches("bytes=[1-9]\\d+-");
  }

  @Test
  void aDownloadThatWasGivenUpIsContinuedTheNextTime() throws IOException, InterruptedException {
    server.hangUp(5);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(Optional.empty()))
        .withMessageEndingWith("try again, and it goes on where it stopped");
    assertThat(file).doesNotExist();
    long kept = Files.size(part);
    assertThat(fetch(Optional.of(sha256()))).isEqualTo(ModelDownload.Verified.AS_KNOWN);
    assertThat(server.ranges().getLast()).isEqualTo("bytes=%d-".formatted(kept));
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aPartOfAnotherVersionIsNotContinued() throws IOException, InterruptedException {
    server.hangUp(5);
    assertThatExceptionOfType(ModelException.class).isThrownBy(() -> fetch(Optional.empty()));
    byte[] newer = new byte[2_000_000];
    server.replace(newer, "\"2\"");
    assertThat(fetch(Optional.empty())).isEqualTo(ModelDownload.Verified.BY_LENGTH_ONLY);
    assertThat(file).hasBinaryContent(newer);
  }

  @Test
  void aPartThatIsTooLongIsBegunAnew() throws IOException, InterruptedException {
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[content.length + 5]);
    Files.writeString(part.resolveSibling("model.gguf.part.tag"), "\"1\"");
    assertThat(fetch(Optional.of(sha256()))).isEqualTo(ModelDownload.Verified.AS_KNOWN);
  }

  @Test
  void aFileThatIsNotWhatItShouldBeIsRemoved() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(Optional.of("ab".repeat(32))))
        .withMessageContaining("should have abab");
    assertThat(left()).isEmpty();
  }

  @Test
  void whatTheServerAnnouncesIsComparedWhenNothingIsKnown()
      throws IOException, InterruptedException {
    server.announce(sha256());
    assertThat(fetch(Optional.empty())).isEqualTo(ModelDownload.Verified.AS_ANNOUNCED);
    server.announce("cd".repeat(32));
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(Optional.empty()))
        .withMessageContaining("should have cdcd");
  }

  @Test
  void eachWayOfTellingAChecksumIsUnderstood() throws IOException, InterruptedException {
    byte[] digest = HexFormat.of().parseHex(sha256());
    String base64 = Base64.getEncoder().encodeToString(digest);
    for (var header :
        Map.of(
                "Repr-Digest", "sha-512=:AAAA:, sha-256=:" + base64 + ":",
                "Digest", "SHA-256=" + base64,
                "X-Checksum-Sha256", sha256().toUpperCase(Locale.ROOT))
            .entrySet()) {
      server.announce(Map.of(header.getKey(), header.getValue()));
      assertThat(fetch(Optional.empty()))
          .as(header.getKey())
          .isEqualTo(ModelDownload.Verified.AS_ANNOUNCED);
      Files.delete(file);
    }
    server.announce(Map.of("Repr-Digest", "sha-256=:" + base64.replace('+', 'A') + "x:"));
    assertThat(fetch(Optional.empty())).isEqualTo(ModelDownload.Verified.BY_LENGTH_ONLY);
    server.announce(Map.of());
    server.replace(content, "\"" + "ab".repeat(32) + "\"");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(Optional.empty()))
        .withMessageContaining("should have abab");
  }

  @Test
  void aFileOfUnknownLengthIsSaidToBeUnverifiedAndOneThatBreaksOffIsNotTaken()
      throws IOException, InterruptedException {
    server.serveAs(FileServer.Kind.WITHOUT_LENGTH);
    assertThat(fetch(Optional.empty())).isEqualTo(ModelDownload.Verified.NOT_AT_ALL);
    assertThat(file).hasBinaryContent(content);
    Files.delete(file);
    server.announce(sha256());
    server.replace(Arrays.copyOf(content, 1000), "\"2\"");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(Optional.empty()))
        .withMessageContaining("it was removed, fetch it again");
    assertThat(left()).isEmpty();
  }

  @Test
  void aPartThatIsAllOfTheFileIsVerifiedAndNotFetchedAgain()
      throws IOException, InterruptedException {
    Files.createDirectories(part.getParent());
    Files.write(part, content);
    Files.writeString(part.resolveSibling("model.gguf.part.tag"), "\"1\"");
    assertThat(fetch(Optional.of(sha256()))).isEqualTo(ModelDownload.Verified.AS_KNOWN);
    assertThat(server.ranges()).containsExactly("bytes=%d-".formatted(content.length));
    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aServerThatSendsAnotherPartIsAskedForAllOfIt() throws IOException, InterruptedException {
    Files.createDirectories(part.getParent());
    Files.write(part, Arrays.copyOf(content, 1000));
    Files.writeString(part.resolveSibling("model.gguf.part.tag"), "\"1\"");
    server.serveAs(FileServer.Kind.ANOTHER_PART);
    assertThat(fetch(Optional.of(sha256()))).isEqualTo(ModelDownload.Verified.AS_KNOWN);
    assertThat(server.ranges()).containsExactly("bytes=1000-", "null");
  }

  @Test
  void aPointerOfGitLfsIsNoModel() {
    byte[] pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
            .getBytes(StandardCharsets.UTF_8);
    server.replace(pointer, "\"p\"");
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> fetch(Optional.empty()))
        .withMessageContaining("a pointer of Git LFS and not of the file");
    assertThat(left()).isEmpty();
  }

  @Test
  void anotherHostThatLeadsToTheFileLearnsNothingOfTheUser()
      throws IOException, InterruptedException {
    fetch(Optional.empty());
    Headers sent = server.headers().getFirst();
    assertThat(sent.getFirst("Host")).startsWith("localhost:");
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    assertThat(sent.keySet())
        .isSubsetOf(
            "Host",
            "User-agent",
            "Connection",
            "Upgrade",
            "Http2-settings",
            "Content-length",
            "Range",
            "If-range");
  }

  @Test
  void aFileThatIsThereAlreadyIsComparedToo() throws IOException, InterruptedException {
    fetch(Optional.empty());
    assertThat(ModelDownload.verify(file, sha256().toUpperCase(Locale.ROOT)))
        .isEqualTo(ModelDownload.Verified.AS_KNOWN);
    Files.write(file, new byte[3]);
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ModelDownload.verify(file, sha256()))
        .withMessageContaining("remove it and fetch it again");
  }

  @Test
  void anEntryOfTheCatalogueHasAWholeChecksumOrNone() {
    CatalogueEntry known = Catalogue.shipped().entries().getFirst();
    assertThatIllegalArgumentException().isThrownBy(() -> with(known, "abc"));
    assertThat(with(known, "ab".repeat(32)).sha256()).contains("ab".repeat(32));
  }

  private static CatalogueEntry with(CatalogueEntry known, String sha256) {
    return new CatalogueEntry(
        known.name(),
        known.title(),
        known.quantization(),
        known.megabytes(),
        known.memoryGigabytes(),
        known.license(),
        known.use(),
        known.url(),
        Optional.of(sha256));
  }

  @Test
  void anAddressThatIsNotThereIsOneSentence() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() ->
            new ModelDownload()
                .fetch(server.address().resolve("/none"), file, Optional.empty(), (_, _) -> {}))
        .withMessageContaining("the server answers with status 404");
  }

  @Test
  void theStoreRemembersModelsByName() {
    var store = new ModelStore(folder.resolve("store"));
    assertThat(store.models()).isEmpty();
    store.put(new StoredModel("b", folder.resolve("b.gguf")));
    store.put(new StoredModel("a", folder.resolve("a.gguf")));
    store.put(new StoredModel("b", folder.resolve("c.gguf")));
    assertThat(new ModelStore(folder.resolve("store")).models())
        .containsExactly(
            new StoredModel("a", folder.resolve("a.gguf")),
            new StoredModel("b", folder.resolve("c.gguf")));
  }

  @Test
  void theCatalogueNamesWhatCanBeFetchedAndInventsNoChecksum() {
    assertThat(Catalogue.shipped().entries())
        .extracting(CatalogueEntry::name)
        .containsExactly("qwen2.5-coder-1.5b", "qwen2.5-coder-3b", "qwen2.5-coder-7b");
    assertThat(Catalogue.shipped().entries()).allMatch(entry -> entry.sha256().isEmpty());
  }

  private ModelDownload.Verified fetch(Optional<String> sha256) throws InterruptedException {
    return new ModelDownload().fetch(server.address(), file, sha256, (_, _) -> {});
  }

  private String sha256() throws IOException, InterruptedException {
    return Sha256.of(Files.write(folder.resolve("original"), content));
  }

  private List<String> left() {
    try (var files = Files.list(file.getParent())) {
      return files.map(it -> it.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
