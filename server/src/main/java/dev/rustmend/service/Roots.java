package dev.rustmend.service;

import dev.rustmend.service.ServiceFailure.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders that a request may use, with everything in them and nothing else. Symbolic links are
/// followed before a path is looked at, so none leads out.
public record Roots(List<Path> folders) {
  public Roots {
    folders = List.copyOf(folders);
  }

  /// These folders, as far as they are there.
  public static Roots of(List<Path> folders) {
    return new Roots(folders.stream().flatMap(folder -> real(folder).stream()).toList());
  }

  /// What both allow.
  public Roots within(Roots outer) {
    return new Roots(
        Stream.concat(
                folders.stream().filter(outer::holds), outer.folders.stream().filter(this::holds))
            .distinct()
            .toList());
  }

  /// The real path of `given`, absolute or below the first folder; it must be there. Throws
  /// [ServiceFailure] for one that is not allowed, whether it is there or not.
  public Path existing(String given) {
    Path path = path(given);
    Path place = realOfNearest(path);
    if (!holds(place)) {
      throw outside(given);
    }
    return real(path)
        .filter(this::holds)
        .orElseThrow(() ->
            new ServiceFailure(
                Kind.NOT_FOUND, "there is no file or folder %s; check the path".formatted(given)));
  }

  /// The path of `given`, which need not be there yet; the folders above it, as far as they are
  /// there, decide whether it is allowed.
  public Path creatable(String given) {
    Path path = path(given);
    Path place = realOfNearest(path);
    if (!holds(place)) {
      throw outside(given);
    }
    return place;
  }

  /// Whether the file at `path`, after all links, is in one of the folders.
  public boolean allows(Path path) {
    return holds(realOfNearest(path.toAbsolutePath().normalize()));
  }

  /// The first folder. Throws [ServiceFailure] where there is none.
  public Path first() {
    return folders.stream()
        .findFirst()
        .orElseThrow(() ->
            new ServiceFailure(
                Kind.OUTSIDE,
                "no folder may be used; open one in the client, or start rustmend with --root DIR"));
  }

  private boolean holds(Path real) {
    return folders.stream().anyMatch(real::startsWith);
  }

  private Path path(String given) {
    try {
      if (given.indexOf('\0') >= 0) {
        throw new InvalidPathException("…", "a zero character");
      }
      return first().resolve(given).normalize();
    } catch (InvalidPathException e) {
      throw new ServiceFailure(
          Kind.INVALID, "a path has characters that no path may have; check it", e);
    }
  }

  private ServiceFailure outside(String given) {
    return new ServiceFailure(
        Kind.OUTSIDE,
        "%s is outside of the folders that may be used; use a path in %s"
            .formatted(
                given.length() > 200 ? given.substring(0, 200) + "…" : given,
                String.join(" or ", folders.stream().map(Path::toString).toList())));
  }

  /// The real path of the nearest folder above that is there, with the rest of the path; a link
  /// that leads nowhere counts as outside.
  private static Path realOfNearest(Path path) {
    for (Path at = path; at != null; at = at.getParent()) {
      if (Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
        Optional<Path> real = real(at);
        if (real.isEmpty()) {
          return Path.of("/").toAbsolutePath();
        }
        return at.equals(path) ? real.get() : real.get().resolve(at.relativize(path)).normalize();
      }
    }
    return path;
  }

  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException _) {
      return Optional.empty(); // not there, or not for us to see
    }
  }
}
