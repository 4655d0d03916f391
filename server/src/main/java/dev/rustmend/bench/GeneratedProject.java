package dev.rustmend.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A Cargo project that compiles, made for measuring: its files by their path relative to the
/// project, with `/`, and the states in which it is measured.
record GeneratedProject(String name, SortedMap<String, String> files, List<BrokenState> states) {

  GeneratedProject {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    states = List.copyOf(states);
  }

  /// The text of one file; throws [IllegalArgumentException] when there is none.
  String file(String path) {
    String text = files.get(path);
    if (text == null) {
      throw new IllegalArgumentException("there is no file " + path);
    }
    return text;
  }

  /// Lines of Rust.
  long lines() {
    return files.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(".rs"))
        .mapToLong(entry -> entry.getValue().lines().count())
        .sum();
  }

  /// How many packages it has.
  long packages() {
    return files.values().stream().filter(text -> text.contains("[package]")).count();
  }

  /// Writes all files below `folder`.
  void write(Path folder) {
    write(folder, files);
  }

  /// Writes `files` below `folder`.
  static void write(Path folder, Map<String, String> files) {
    files.forEach((name, text) -> {
      Path file = folder.resolve(name);
      try {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new UncheckedIOException("can not write " + file, e);
      }
    });
  }
}
