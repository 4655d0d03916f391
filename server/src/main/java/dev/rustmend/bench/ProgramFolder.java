package dev.rustmend.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Broken programs in files: `tune/E0382-some-name.rs` with its repaired version beside it,
/// `tune/E0382-some-name.fixed.rs`, and the other half in `heldout`.
///
/// The code in front of the name is the one that rustc has to answer with; any other word promises
/// none. Programs are of edition 2024 and use the standard library alone. The repaired version can
/// be run, and ends with exit code 0.
final class ProgramFolder {
  private static final String ENDING = ".rs";
  private static final String REPAIRED = ".fixed.rs";
  private static final Pattern CODE = Pattern.compile("E\\d{4}");

  private final Path folder;

  ProgramFolder(Path folder) {
    this.folder = folder;
  }

  /// All programs, by half and then by name. Throws [IOException] with a sentence for people when
  /// there is none, or when one has no repaired version.
  List<BrokenProgram> brokenPrograms() throws IOException {
    var programs = new ArrayList<BrokenProgram>();
    for (Half half : Half.values()) {
      for (Path file : files(folder.resolve(half.word()))) {
        programs.add(program(half, file));
      }
    }
    if (programs.isEmpty()) {
      throw new IOException(
          "there are no programs in %s: they belong into its folders `tune` and `heldout`"
              .formatted(folder));
    }
    return List.copyOf(programs);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .filter(file -> !file.toString().endsWith(REPAIRED))
          .sorted()
          .toList();
    }
  }

  private static BrokenProgram program(Half half, Path file) throws IOException {
    String fileName = file.getFileName().toString();
    String name = fileName.substring(0, fileName.length() - ENDING.length());
    Path repaired = file.resolveSibling(name + REPAIRED);
    if (!Files.isRegularFile(repaired)) {
      throw new IOException(
          "%s has no repaired version: put it beside it, as %s".formatted(file, name + REPAIRED));
    }
    var codes = new TreeSet<String>();
    var code = CODE.matcher(name);
    if (code.lookingAt()) {
      codes.add(code.group());
    }
    return new BrokenProgram(
        half.word() + "/" + name,
        half.word(),
        half,
        codes,
        Edition.E2024,
        Files.readString(file, StandardCharsets.UTF_8),
        Optional.empty(),
        Optional.of(Files.readString(repaired, StandardCharsets.UTF_8)));
  }
}
