package dev.rustmend.cargo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The file in which rustc writes down what a crate is made of, as soon as it has read it. Paths in
/// it are relative to `directory`, the working directory of the compiler.
public record SourceList(Path file, Path directory) {

  /// The list beside the first of a crate's results, such as `libapp-0123.rmeta`.
  static Optional<SourceList> beside(Path result, Path directory) {
    String name = String.valueOf(result.getFileName());
    int end = name.lastIndexOf('.');
    return name.startsWith("lib") && end > 0
        ? Optional.of(
            new SourceList(result.resolveSibling(name.substring(3, end) + ".d"), directory))
        : Optional.empty();
  }

  /// The files that the crate was made of when it was last compiled, also with errors, as absolute
  /// paths; none when rustc has not told yet.
  public Set<Path> sources() throws IOException {
    if (!Files.isRegularFile(file)) {
      return Set.of();
    }
    var sources = new LinkedHashSet<Path>();
    for (String line : Files.readAllLines(file)) {
      int colon = line.indexOf(": ");
      if (colon > 0 && !line.startsWith("#")) {
        ShellWords.of(line.substring(colon + 2)).orElse(List.of()).stream()
            .map(directory::resolve)
            .map(Path::normalize)
            .forEach(sources::add);
      }
    }
    return sources;
  }
}
