package dev.rustmend.submission;

import dev.rustmend.submission.RefusedException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The texts of a submission that were taken, by their relative paths with slashes, and `notes`:
/// sentences about those that were left out.
public record Sources(SortedMap<String, String> files, List<String> notes) {
  static final String MANIFEST = "Cargo.toml";
  private static final int MOST_FILES = 500;
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  public Sources {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    notes = List.copyOf(notes);
  }

  /// Checks what was sent. Throws [RefusedException] for a path that leads out of the folder or is
  /// no file name on some system, for two paths that are one file somewhere, and for too much.
  public static Sources of(Map<String, String> sent) {
    if (sent.size() > MOST_FILES) {
      throw new RefusedException(
          Kind.TOO_LARGE,
          "%d files were sent, and at most %d are taken; send what the errors are about."
              .formatted(sent.size(), MOST_FILES));
    }
    var files = new TreeMap<String, String>();
    var notes = new ArrayList<String>();
    long bytes = 0;
    for (var file : sent.entrySet()) {
      SourcePath.expectGood(file.getKey());
      bytes += file.getValue().getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        throw new RefusedException(
            Kind.TOO_LARGE,
            "The files have more than %d bytes together; send fewer.".formatted(MOST_BYTES));
      }
      String why = SourcePath.whyLeftOut(file.getKey());
      if (why.isEmpty()) {
        files.put(file.getKey(), file.getValue());
      } else {
        notes.add(why);
      }
    }
    expectApart(files);
    if (files.keySet().stream().noneMatch(path -> path.endsWith(".rs"))) {
      throw new RefusedException(
          Kind.INVALID, "There is no Rust file among the sources; send at least `src/main.rs`.");
    }
    return new Sources(files, notes);
  }

  /// No two paths are the same file on a system that ignores case, and none is also a folder.
  private static void expectApart(SortedMap<String, String> files) {
    var folded = new TreeSet<String>();
    for (String path : files.keySet()) {
      String lower = path.toLowerCase(Locale.ROOT);
      if (!folded.add(lower)) {
        throw new RefusedException(
            Kind.INVALID, "Two paths differ in case only: `%s`; rename one.".formatted(path));
      }
    }
    for (String path : folded) {
      if (!folded.subSet(path + "/", path + "0").isEmpty()) {
        throw new RefusedException(
            Kind.INVALID, "`%s` is a file and a folder; rename one.".formatted(path));
      }
    }
  }

  /// The manifest for sources that have none at their top: one package without dependencies, of the
  /// given edition. Empty when there is one.
  String missingManifest(String edition) {
    if (files.containsKey(MANIFEST)) {
      return "";
    }
    var manifest = new StringBuilder();
    manifest.append("[package]\nname = \"submission\"\nversion = \"0.1.0\"\nedition = \"");
    manifest.append(edition).append("\"\n");
    boolean usual =
        files.containsKey("src/main.rs")
            || files.containsKey("src/lib.rs")
            || files.keySet().stream().anyMatch(path -> path.startsWith("src/bin/"));
    if (!usual) {
      String root = root();
      boolean program = files.getOrDefault(root, "").contains("fn main(");
      manifest.append(program ? "\n[[bin]]\nname = \"submission\"\n" : "\n[lib]\n");
      manifest.append("path = \"").append(root).append("\"\n");
    }
    return manifest.toString();
  }

  /// The file that the others belong to: `main.rs` or `lib.rs` anywhere, else the first.
  private String root() {
    List<String> rust = files.keySet().stream().filter(path -> path.endsWith(".rs")).toList();
    return rust.stream()
        .filter(path -> path.endsWith("main.rs") || path.endsWith("lib.rs"))
        .findFirst()
        .orElse(rust.getFirst());
  }
}
