package dev.rustmend.editors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The crate that editors open in these tests, and how they start servers for it.
///
/// It has two errors. The first one has two imports for an answer, only one of which compiles; the
/// second comes to light when the first is gone, behind a character that takes two UTF-16 units.
final class EditorCrate {
  static final Path SESSION =
      Path.of("src/test/resources/editors/neovim-session.jsonl").toAbsolutePath();

  static final String BROKEN =
      """
      fn main() {
          let order = Ordering::Less;
          let name = String::from("ferris");
          let (crab, length) = ('🦀', greet(name));
          println!("{crab} {name} {length} {order:?}");
      }

      fn greet(who: String) -> usize {
          who.len()
      }
      """;
  static final String MENDED =
      BROKEN
          .replace("fn main", "use std::cmp::Ordering;\n\nfn main")
          .replace("greet(name)", "greet(name.clone())");

  private EditorCrate() {}

  /// Writes the crate to `folder` and returns it.
  static Path create(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(
        folder.resolve("Cargo.toml"),
        """
        [package]
        name = "broken"
        edition = "2024"
        """);
    Files.writeString(main(folder), BROKEN);
    return folder;
  }

  static Path main(Path crate) {
    return crate.resolve("src/main.rs");
  }

  /// The command that runs a class of ours or of the tests.
  static List<String> java(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(arguments));
    return command;
  }

  /// The name and version of the rustc that judges: `rustc 1.95.0`.
  static String rustc() throws IOException, InterruptedException {
    var rustc = new ProcessBuilder("rustc", "--version").start();
    String printed = new String(rustc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    rustc.waitFor();
    return printed.replaceFirst(" \\(.*", "").strip();
  }

  /// Keeps caches and settings of programs that are started with `environment` in `folder`.
  static void keepHomesIn(Path folder, Map<String, String> environment) {
    for (String home : List.of("CACHE", "CONFIG", "DATA", "STATE")) {
      environment.put("XDG_" + home + "_HOME", folder.resolve(home).toString());
    }
  }

  /// Deletes those caches. A shadow holds links to the user's cargo home, which JUnit would warn of
  /// when it cleans up.
  static void deleteHomes(Path folder) throws IOException {
    deleteTree(folder.resolve("CACHE"));
  }

  /// Deletes a folder with all that is in it, links themselves and not what they lead to.
  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
