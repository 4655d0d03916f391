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
  private static final String POINTER = "version https://git-lfs.github.com/spec/";
  private static final Duration TO_CONNECT = Duration.ofSeconds(20);

  private final HttpClient client;

  /// How a downloaded file was verified.
  public enum Verified {
    /// Its SHA-256 is the one that was asked for.
    AS_KNOWN,
    /// Its SHA-256 is the one that the server announced.
    AS_ANNOUNCED,
    /// Nobody said what its SHA-256 should be; only its length was compared.
    BY_LENGTH_ONLY,
    /// Nobody said what its SHA-256 or its length should be.
    NOT_AT_ALL
  }

  /// Hears how far a download is; `total` is 0 while nobody knows.
  public interface Listener {
    void at(long bytes, long total);
  }

  /// Redirects are followed, but never from https to http. No key, no name and no cookie is sent to
  /// anyone.
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
      Told told = fetchParts(from, part, listener);
      expectNoPointer(part, from);
      Verified verified = verify(part, sha256, told);
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

  /// Says whether the file that is there is what it should be. Throws [ModelException] when it is
  /// not, or can not be read.
  public static Verified verify(Path file, String sha256) throws InterruptedException {
    try {
      String found = Sha256.of(file);
      if (found.equals(sha256.toLowerCase(Locale.ROOT))) {
        return Verified.AS_KNOWN;
      }
      throw new ModelException(
          "%s has the SHA-256 %s and should have %s; remove it and fetch it again"
              .formatted(file, found, sha256));
    } catch (IOException e) {
      throw new ModelException("%s can not be read (%s)".formatted(file, reason(e)), e);
    }
  }

  /// What the server told of the file: its SHA-256, and its length, 0 when it told none.
  private record Told(Optional<String> sha256, long length) {}

  private Told fetchParts(URI from, Path part, Listener listener)
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

  private Told fetchOnce(URI from, Path part, Listener listener)
      throws IOException, InterruptedException {
    long done = done(part);
    HttpRequest.Builder request = HttpRequest.newBuilder(from).GET();
    if (done > 0) {
      request.header("Range", "bytes=%d-".formatted(done));
      request.header("If-Range", Files.readString(tag(part)));
    }
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    long total;
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case 200 -> {
          begin(part, response.headers());
          total = length(response.headers());
          write(body, part, 0, total, listener);
        }
        case 206 -> {
          total = done + length(response.headers());
          if (range(response).filter(range -> range.startsWith(done + "-")).isEmpty()) {
            Files.deleteIfExists(tag(part));
            throw new IOException("the server sends another part than the one that was asked for");
          }
          write(body, part, done, total, listener);
        }
        case 416 -> {
          total = done;
          if (range(response).filter(("*/" + done)::equals).isEmpty()) {
            // it is longer than the file
            Files.deleteIfExists(tag(part));
            throw new IOException("the part does not belong to the file any more");
          }
          // it is all of the file: an earlier run was ended before it was verified
          listener.at(done, done);
        }
        default ->
            throw new ModelException(
                "%s can not be fetched: the server answers with status %d; check the address and the network"
                    .formatted(from, response.statusCode()));
      }
    }
    return new Told(AnnouncedDigest.in(response), total);
  }

  private static Optional<String> range(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Content-Range")
        .filter(text -> text.startsWith("bytes "))
        .map(text -> text.substring("bytes ".length()).strip());
  }

  /// A link to the repository's text, where one to the file was meant, gives the few lines that
  /// stand for the file in Git.
  private static void expectNoPointer(Path part, URI from) throws IOException {
    byte[] begin;
    try (InputStream in = Files.newInputStream(part)) {
      begin = in.readNBytes(POINTER.length());
    }
    if (new String(begin, StandardCharsets.ISO_8859_1).equals(POINTER)) {
      remove(part);
      throw new ModelException(
          "%s is the address of a pointer of Git LFS and not of the file; at Hugging Face the file's has `/resolve/` in the place of `/raw/` or `/blob/`"
              .formatted(from));
    }
  }

  private static void remove(Path part) throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(tag(part));
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

  private static Verified verify(Path part, Optional<String> known, Told told)
      throws IOException, InterruptedException {
    Optional<String> wanted = known.or(told::sha256);
    if (wanted.isEmpty()) {
      return told.length() > 0 ? Verified.BY_LENGTH_ONLY : Verified.NOT_AT_ALL;
    }
    String found = Sha256.of(part);
    if (!found.equals(wanted.get().toLowerCase(Locale.ROOT))) {
      remove(part);
      throw new ModelException(
          "what was fetched has the SHA-256 %s and should have %s; it was removed, fetch it again"
              .formatted(found, wanted.get()));
    }
    return known.isPresent() ? Verified.AS_KNOWN : Verified.AS_ANNOUNCED;
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
