package dev.rustmend.bench;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.diagnostic.Diagnostic;
import dev.rustmend.proof.PlainPackage;
import dev.rustmend.proof.PlainPackage.Targets;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A Cargo package without dependencies that methods repair in place: one whose single source file
/// is replaced for each program, so that a thousand programs need no thousand packages, or the copy
/// of a whole crate. One worker owns it at a time.
final class ScratchPackage {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final Duration LIMIT_OF_TESTS = Duration.ofMinutes(3);
  private static final List<String> SOURCE_FOLDERS = List.of("src", "tests", "examples");

  private final PlainPackage plain;
  private final Targets targets;

  private ScratchPackage(PlainPackage plain, Targets targets) {
    this.plain = plain;
    this.targets = targets;
  }

  /// Makes a package of one file in `folder`, or takes the one that is there.
  static ScratchPackage in(Path folder, Edition edition, Cargo cargo) {
    return new ScratchPackage(PlainPackage.make(folder, edition.value(), cargo), Targets.DEFAULT);
  }

  /// The package that is in `folder`, with all its targets.
  static ScratchPackage whole(Path folder, Cargo cargo) {
    try {
      return new ScratchPackage(new PlainPackage(folder.toRealPath(), cargo), Targets.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException("there is no package in " + folder, e);
    }
  }

  /// Where the package is, as an absolute path without symbolic links.
  Path folder() {
    return plain.folder();
  }

  /// What of it cargo compiles.
  Targets targets() {
    return targets;
  }

  /// The source file of a package of one file.
  Path mainFile() {
    return folder().resolve("src/main.rs");
  }

  /// Puts `source` in place of the program of one file that was there.
  void write(String source) {
    write(Map.of(mainFile(), SourceText.of(source)));
  }

  /// The program of one file as it is now.
  String read() {
    return text(mainFile()).string();
  }

  /// Writes those of `texts` that differ from what is there, so that the others look untouched.
  void write(Map<Path, SourceText> texts) {
    for (var entry : texts.entrySet()) {
      Path file = entry.getKey();
      try {
        if (!Files.exists(file) || !text(file).equals(entry.getValue())) {
          Files.write(file, entry.getValue().bytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("can not write " + file, e);
      }
    }
  }

  /// Every Rust file of the package as it is now, by its absolute path.
  SortedMap<Path, SourceText> texts() {
    var texts = new TreeMap<Path, SourceText>();
    for (String name : SOURCE_FOLDERS) {
      Path root = folder().resolve(name);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files
              .filter(file -> file.toString().endsWith(".rs"))
              .forEach(file -> texts.put(file, text(file)));
        } catch (IOException e) {
          throw new UncheckedIOException("can not read " + root, e);
        }
      }
    }
    return texts;
  }

  private static SourceText text(Path file) {
    try {
      return SourceText.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("can not read " + file, e);
    }
  }

  /// The errors of a plain `cargo check` of the program as it is now. Throws
  /// [IllegalStateException] where cargo can not tell.
  List<Diagnostic> errors() throws InterruptedException {
    return plain.check(CheckOptions.Command.CHECK, targets).errors();
  }

  /// Runs a command of cargo's in the package.
  ToolRun cargo(List<String> arguments) throws InterruptedException {
    var command = new ArrayList<>(List.of("cargo"));
    command.addAll(arguments);
    return ToolRun.of(folder(), LIMIT, command);
  }

  /// Runs the package's own tests, those of its documentation included. Its build folder is the one
  /// of [#errors].
  TestRun test() throws InterruptedException {
    return TestRun.of(
        ToolRun.of(
            folder(), LIMIT_OF_TESTS, List.of("cargo", "test", "--offline", "--no-fail-fast")));
  }
}
