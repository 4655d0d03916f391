package dev.rustmend.bench;

import dev.rustmend.cargo.Cargo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The folder with the published crates, which cargo itself fetches: a package that depends on
/// exactly these versions is made, and `cargo vendor` writes their sources beside it.
final class CrateShelf {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final Cargo cargo;

  CrateShelf(Path folder, Cargo cargo) {
    this.folder = folder;
    this.cargo = cargo;
  }

  /// Copies of `crates`, fetched where they are not there yet. Throws [IOException], with a
  /// sentence for people, when cargo can not fetch them.
  List<CrateCopy> copies(List<PublishedCrate> crates) throws IOException, InterruptedException {
    List<PublishedCrate> missing =
        crates.stream()
            .filter(crate -> !Files.exists(folder.resolve(crate.folder()).resolve("Cargo.toml")))
            .toList();
    try {
      if (!missing.isEmpty()) {
        fetch(missing);
      }
      return crates.stream().map(this::copy).toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private CrateCopy copy(PublishedCrate crate) {
    Path place = folder.resolve(crate.folder());
    ScratchPackage all = ScratchPackage.whole(place, cargo);
    var texts =
        all.texts().entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> all.folder().relativize(entry.getKey()),
                    java.util.Map.Entry::getValue,
                    (one, _) -> one,
                    java.util.TreeMap::new));
    return new CrateCopy(crate.folder(), all.folder(), texts);
  }

  private void fetch(List<PublishedCrate> crates) throws IOException, InterruptedException {
    Path fetcher = folder.resolve("fetch");
    Files.createDirectories(fetcher.resolve("src"));
    Files.writeString(fetcher.resolve("src/lib.rs"), "");
    Files.writeString(fetcher.resolve("Cargo.toml"), manifest(crates));
    Files.deleteIfExists(fetcher.resolve("Cargo.lock"));
    ToolRun run = ToolRun.of(fetcher, LIMIT, List.of("cargo", "vendor", "vendor"));
    if (run.exitCode() != 0) {
      throw new IOException(
          "cargo can not fetch the crates "
              + crates.stream().map(PublishedCrate::folder).collect(Collectors.joining(", "))
              + reason(run)
              + "; it needs a registry that it can reach");
    }
    for (PublishedCrate crate : crates) {
      Path published = fetcher.resolve("vendor").resolve(crate.word());
      Path place = folder.resolve(crate.folder());
      CrateCopy.copyTree(published, place);
      Files.writeString(
          place.resolve("Cargo.toml"),
          crate.manifest(Files.readString(published.resolve("Cargo.toml"))));
    }
  }

  private static String manifest(List<PublishedCrate> crates) {
    return """
    [package]
    name = "fetch"
    version = "0.1.0"
    edition = "2021"

    [workspace]

    [dependencies]
    """
        + crates.stream()
            .map(crate -> "%s = \"=%s\"%n".formatted(crate.word(), crate.version()))
            .collect(Collectors.joining());
  }

  /// The line in which cargo says what is wrong, in brackets.
  private static String reason(ToolRun run) {
    return run.output()
        .lines()
        .filter(line -> line.startsWith("error"))
        .findFirst()
        .map(line -> " (" + line.strip() + ")")
        .orElse("");
  }
}
