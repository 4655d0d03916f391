package dev.rustmend.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;

/// Fetches a file over HTTP, so that a download which was interrupted goes on where it stopped, and
/// so that the file has its name only once it is whole and verified.
///
/// Beside `FILE` stand `FILE.part` and `FILE.part.tag`, the server's name for the version that the
/// part is of: a part of another version is not continued.
public final class ModelDownload {
  private static final int ATTEMPTS = 5;
  private static final int BUFFER = 1 << 18;
  private static final Duration TO_CONNECT = Duration.ofSeconds(20);

  private final HttpClient client;

  /// How a downloaded file was verified.
  public enum Verified {
    /// Its SHA-256 is the one that was asked for.
    AS_KNOWN,
    /// Its SHA-256 is the one that the server announced.
    AS_ANNOUNCED,
    /// Nobody said what its SHA-256 should be; only its length was compared.
    BY_LENGTH_ONLY
  }

  /// Hears how far a download is; `total` is 0 while nobody knows.
  public interface Listener {
    void at(long bytes, long total);
  }

  /// Redirects are followed, but never from https to http.
  public ModelDownload() {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .executor(
                Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("download-http-", 0).factory()))
            .build();
  }

  /// Fetches `from` into `file`, unless it is there already. `sha256` is what it must be, in
  /// hexadecimal digits. Throws [ModelException] when it can not be had or is not what it should
  /// be; an interrupt leaves the part for the next time.
  public Verified fetch(URI from, Path file, Optional<String> sha256, Listener listener)
      throws InterruptedException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(folder(file));
      Optional<String> announced = fetchParts(from, part, listener);
      Verified verified = verify(part, sha256, announced);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(tag(part));
      return verified;
    } catch (IOException e) {
      throw new ModelException(
          "%s can not be fetched (%s); try again, and it goes on where it stopped"
              .formatted(from, reason(e)),
          e);
    }
  }

  /// Returns the SHA-256 that the server announced.
  private Optional<String> fetchParts(URI from, Path part, Listener listener)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return fetchOnce(from, part, listener);
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Optional<String> fetchOnce(URI from, Path part, Listener listener)
      throws IOException, InterruptedException {
    long done = done(part);
    HttpRequest.Builder request = HttpRequest.newBuilder(from).GET();
    if (done > 0) {
      request.header("Range", "bytes=%d-".formatted(done));
      request.header("If-Range", Files.readString(tag(part)));
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> {
          begin(part, response.headers());
          write(body, part, 0, length(response.headers()), listener);
        }
        case 206 -> {
          long total = done + length(response.headers());
          write(body, part, done, total, listener);
        }
        case 416 -> {
          // the part is longer than the file, or just as long
          Files.deleteIfExists(tag(part));
          throw new IOException("the part does not belong to the file any more");
        }
        default ->
            throw new ModelException(
                "%s can not be fetched: the server answers with status %d; check the address and the network"
                    .formatted(from, response.statusCode()));
      }
    }
    return announced(response);
  }

  /// Bytes of a part that can be continued; a part without the name of its version can not.
  private static long done(Path part) throws IOException {
    return Files.isRegularFile(part) && Files.isRegularFile(tag(part)) ? Files.size(part) : 0;
  }

  private static void begin(Path part, HttpHeaders headers) throws IOException {
    Files.deleteIfExists(part);
    Optional<String> version =
        headers
            .firstValue("ETag")
            .filter(tag -> tag.startsWith("\""))
            .or(() -> headers.firstValue("Last-Modified"));
    if (version.isPresent()) {
      Files.writeString(tag(part), version.get(), StandardCharsets.UTF_8);
    } else {
      Files.deleteIfExists(tag(part));
    }
    long room = Files.getFileStore(folder(part)).getUsableSpace();
    if (length(headers) > room) {
      throw new ModelException(
          "the file has %s and %s has room for %s; make room, or name another folder in RUSTMEND_MODEL_DIR"
              .formatted(ByteCount.of(length(headers)), folder(part), ByteCount.of(room)));
    }
  }

  private static Path folder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is not a file that can be written");
    }
    return folder;
  }

  private static void write(InputStream body, Path part, long from, long total, Listener listener)
      throws IOException, InterruptedException {
    var buffer = new byte[BUFFER];
    long done = from;
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.position(from);
      listener.at(done, total);
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        var bytes = ByteBuffer.wrap(buffer, 0, read);
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        done += read;
        listener.at(done, total);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      out.force(true);
    }
    if (total > 0 && done != total) {
      throw new IOException("the connection broke off");
    }
  }

  private static Verified verify(Path part, Optional<String> known, Optional<String> announced)
      throws IOException, InterruptedException {
    Optional<String> wanted = known.or(() -> announced);
    if (wanted.isEmpty()) {
      return Verified.BY_LENGTH_ONLY;
    }
    String found = Sha256.of(part);
    if (!found.equals(wanted.get().toLowerCase(Locale.ROOT))) {
      Files.deleteIfExists(part);
      Files.deleteIfExists(tag(part));
      throw new ModelException(
          "what was fetched has the SHA-256 %s and should have %s; it was removed, fetch it again"
              .formatted(found, wanted.get()));
    }
    return known.isPresent() ? Verified.AS_KNOWN : Verified.AS_ANNOUNCED;
  }

  /// Hugging Face says the SHA-256 of a large file in the answer that leads to it.
  private static Optional<String> announced(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("X-Linked-ETag")
        .map(tag -> tag.replace("\"", ""))
        .filter(tag -> tag.matches("[0-9a-fA-F]{64}"))
        .or(() -> response.previousResponse().flatMap(ModelDownload::announced));
  }

  private static long length(HttpHeaders headers) {
    return headers.firstValueAsLong("Content-Length").orElse(0);
  }

  private static Path tag(Path part) {
    return part.resolveSibling(part.getFileName() + ".tag");
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
