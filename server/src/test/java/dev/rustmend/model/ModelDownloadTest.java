package dev.rustmend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
