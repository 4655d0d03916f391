package dev.rustmend.proof;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The entries that were proven, one empty file each, by content and by what judged them.
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
    try {
      Files.writeString(folder.resolve(key), "");
    } catch (IOException e) {
      throw new UncheckedIOException("can not write in " + folder, e);
    }
  }
}
