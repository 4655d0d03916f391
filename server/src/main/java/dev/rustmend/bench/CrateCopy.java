package dev.rustmend.bench;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A published crate, made ready to be broken: its `folder` and the text of each Rust file, by the
/// path below that folder.
record CrateCopy(String name, Path folder, SortedMap<Path, SourceText> texts) {
  private static final Set<String> LEFT_OUT =
      Set.of("Cargo.toml", "Cargo.lock", "target", "benches");

  CrateCopy {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /// The files of the program itself, not of its tests.
  List<Path> sources() {
    return texts.keySet().stream().filter(file -> file.startsWith("src")).toList();
  }

  /// The text of one file.
  SourceText text(Path file) {
    SourceText text = texts.get(file);
    if (text == null) {
      throw new IllegalArgumentException(file + " is no file of " + name);
    }
    return text;
  }

  /// The texts by the paths that they have in a copy at `root`.
  SortedMap<Path, SourceText> textsIn(Path root) {
    var placed = new TreeMap<Path, SourceText>();
    texts.forEach((file, text) -> placed.put(root.resolve(file), text));
    return placed;
  }

  /// Makes a copy at `target`, where there is none, and returns it. The manifest is written last: a
  /// folder with one is complete.
  Path copyTo(Path target) {
    Path manifest = target.resolve("Cargo.toml");
    try {
      if (!Files.exists(manifest)) {
        copyTree(folder, target);
        Files.copy(folder.resolve("Cargo.toml"), manifest);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not copy " + name + " to " + target, e);
    }
    return target;
  }

  /// Copies the files below `from` except for the manifest, cargo's own files, hidden ones, and
  /// benchmarks, which often need a nightly toolchain.
  static void copyTree(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(from)) {
      files = tree.filter(Files::isRegularFile).map(from::relativize).toList();
    }
    for (Path file : files) {
      String top = file.getName(0).toString();
      if (!top.startsWith(".") && !LEFT_OUT.contains(top)) {
        Path copy = to.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.write(copy, Files.readAllBytes(from.resolve(file)));
      }
    }
  }
}
