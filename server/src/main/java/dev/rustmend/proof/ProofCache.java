package dev.rustmend.proof;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// What was proven, a file each by content and by what judged it: empty, or with what was found
/// out.
final class ProofCache {
  private final Path folder;

  private ProofCache(Path folder) {
    this.folder = folder;
  }

  static ProofCache in(Path folder, String judge) {
    Path cache = folder.resolve("proven").resolve(SourceText.of(judge).sha256().substring(0, 16));
    try {
      Files.createDirectories(cache);
    } catch (IOException e) {
      throw new UncheckedIOException("can not make the folder " + cache, e);
    }
    return new ProofCache(cache);
  }

  boolean isProven(String key) {
    return Files.exists(folder.resolve(key));
  }

  void proven(String key) {
    keep(key, "");
  }

  /// What was kept for `key`.
  Optional<String> kept(String key) {
    if (!isProven(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(folder.resolve(key), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can not read in " + folder, e);
    }
  }

  void keep(String key, String text) {
    try {
      Path draft = Files.createTempFile(folder, "draft", "");
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, folder.resolve(key), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("can not write in " + folder, e);
    }
  }
}
