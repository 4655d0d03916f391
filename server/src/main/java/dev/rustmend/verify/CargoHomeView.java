package dev.rustmend.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A cargo home that shows the user's registry, git checkouts and tools by links, and has locks of
/// its own: a check in it never makes the user's cargo print that it waits for the package cache.
///
/// It is for work without the network only. What has to be downloaded is fetched with the user's
/// own cargo home and under its locks.
final class CargoHomeView {
  private static final List<String> SHARED =
      List.of("registry", "git", "bin", "credentials.toml", "credentials");
  private static final List<String> CONFIGURATION = List.of("config.toml", "config");

  private CargoHomeView() {}

  /// The user's cargo home.
  static Path real(Map<String, String> environment) {
    return CargoHome.locate(environment);
  }

  /// Brings the view in the folder `view` up to date, for cargo at work in `directory`. The home's
  /// own configuration is shown unless cargo finds it on the way up from there: read twice, it
  /// would give every flag of a list twice.
  static void refresh(Path view, Path real, Path directory) throws IOException {
    Files.createDirectories(view);
    for (String name : SHARED) {
      show(view.resolve(name), real.resolve(name));
    }
    for (String name : CONFIGURATION) {
      Path file = real.resolve(name);
      if (isFoundFrom(directory, file)) {
        Files.deleteIfExists(view.resolve(name));
      } else {
        show(view.resolve(name), file);
      }
    }
  }

  /// Whether cargo at work in `directory` meets the configuration of the home at `real` on its way
  /// up, or there is none to be met.
  static boolean isMetFrom(Path directory, Path real) throws IOException {
    for (String name : CONFIGURATION) {
      if (Files.exists(real.resolve(name)) && !isFoundFrom(directory, real.resolve(name))) {
        return false;
      }
    }
    return true;
  }

  private static void show(Path link, Path real) throws IOException {
    boolean linked = Files.isSymbolicLink(link);
    if (!Files.exists(real)) {
      if (linked) {
        Files.delete(link);
      }
    } else if (!linked || !Files.readSymbolicLink(link).equals(real)) {
      if (Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS)) {
        // cargo's own, from before the user had one: set aside, since links must not be written to
        Files.move(link, link.resolveSibling(link.getFileName() + ".old-" + System.nanoTime()));
      }
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, real);
    }
  }

  private static boolean isFoundFrom(Path directory, Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    for (Path at = directory; at != null; at = at.getParent()) {
      Path met = at.resolve(".cargo").resolve(file.getFileName());
      if (Files.exists(met) && Files.isSameFile(met, file)) {
        return true;
      }
    }
    return false;
  }
}
