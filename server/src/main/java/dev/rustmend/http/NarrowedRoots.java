package dev.rustmend.http;

import dev.rustmend.service.Roots;
import dev.rustmend.service.ServiceFailure;
import dev.rustmend.service.ServiceFailure.Kind;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The header by which a client gives away a part of what it may use: addresses of folders with
/// blanks between them. It only ever narrows.
final class NarrowedRoots {
  static final String HEADER = "Rustmend-Roots";
  private static final Pattern BLANKS = Pattern.compile(" +");

  private NarrowedRoots() {}

  static String text(Roots roots) {
    return roots.folders().stream()
        .map(folder -> folder.toUri().toString())
        .collect(Collectors.joining(" "));
  }

  /// What is left of `all` for a request with this header; all of them where it has none. Throws
  /// [ServiceFailure] for an address that is none.
  static Roots of(Roots all, String header) {
    if (header.isBlank()) {
      return all;
    }
    try {
      List<Path> folders =
          BLANKS
              .splitAsStream(header.strip())
              .map(address -> Path.of(URI.create(address)))
              .toList();
      return Roots.of(folders).within(all);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new ServiceFailure(
          Kind.INVALID,
          "%s takes addresses of folders such as file:///home/me/project".formatted(HEADER),
          e);
    }
  }
}
