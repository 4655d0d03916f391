package dev.rustmend.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// When the files that say what a workspace consists of, and how it is checked, were changed last:
/// manifests, lockfile, configuration, settings, and the folders in which cargo finds targets by
/// itself.
record ProjectStamp(Map<Path, String> times) {
  private static final List<String> OF_ROOT =
      List.of(
          "Cargo.lock",
          "rustmend.toml",
          ".cargo/config.toml",
          "rust-toolchain.toml",
          "rust-toolchain");
  private static final List<String> OF_PACKAGE =
      List.of("Cargo.toml", "src", "src/bin", "tests", "examples", "benches", "build.rs");

  ProjectStamp {
    times = Map.copyOf(times);
  }

  static ProjectStamp of(Path root, List<Path> packages) {
    var files = new ArrayList<Path>();
    files.add(root.resolve("Cargo.toml"));
    OF_ROOT.forEach(name -> files.add(root.resolve(name)));
    packages.forEach(folder -> OF_PACKAGE.forEach(name -> files.add(folder.resolve(name))));
    var times = new TreeMap<Path, String>();
    files.forEach(file -> times.put(file, time(file)));
    return new ProjectStamp(times);
  }

  boolean isCurrent() {
    return times.entrySet().stream().allMatch(it -> time(it.getKey()).equals(it.getValue()));
  }

  /// A folder counts by its names, so that writing a file in it makes no difference.
  private static String time(Path file) {
    try {
      if (Files.isDirectory(file)) {
        try (var names = Files.list(file)) {
          return String.join("/", names.map(it -> it.getFileName().toString()).sorted().toList());
        }
      }
      return Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException | java.io.UncheckedIOException _) {
      return ""; // not there
    }
  }
}
