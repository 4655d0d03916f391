package dev.rustmend.bench;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Results that hang on the compiler and the program alone, kept in files so that a run can be
/// resumed and the next one need not measure the baselines again.
final class ResultCache {
  private static final Gson GSON = new Gson();

  private final Path folder;

  /// `compiler` becomes part of every key.
  ResultCache(Path folder, String compiler) {
    this.folder = folder.resolve(SourceText.of(compiler).sha256().substring(0, 16));
  }

  /// The value of type `type` kept under `kind` and the words of `key`; empty when there is none
  /// that can be read.
  <T> Optional<T> get(String kind, List<String> key, Class<T> type) {
    try {
      return Optional.ofNullable(GSON.fromJson(Files.readString(file(kind, key)), type));
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  void put(String kind, List<String> key, Object value) {
    Path file = file(kind, key);
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, GSON.toJson(value).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("can not write to the cache: " + file, e);
    }
  }

  private Path file(String kind, List<String> key) {
    return folder.resolve(kind).resolve(SourceText.of(String.join("\n", key)).sha256() + ".json");
  }
}
