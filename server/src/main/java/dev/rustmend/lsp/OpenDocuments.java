package dev.rustmend.lsp;

import dev.rustmend.workspace.Snapshot;
import dev.rustmend.workspace.Workspace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The open buffers, and the URI by which the client knows each of them.
///
/// A URI has many spellings (`%20`, `%3A`, upper case or lower), and some clients compare them as
/// strings, so that an open document is always named as the client named it. Closed files get the
/// spelling of [ToLsp#uri].
final class OpenDocuments {
  private final Workspace workspace = new Workspace();
  private final Map<Path, String> uris = new ConcurrentHashMap<>();
  private volatile Optional<Path> latest = Optional.empty();

  Workspace buffers() {
    return workspace;
  }

  Snapshot snapshot() {
    return workspace.snapshot();
  }

  /// Remembers how the client spells the URI of `path`.
  void opened(Path path, String uri) {
    uris.put(path, uri);
    latest = Optional.of(path);
  }

  void touched(Path path) {
    latest = Optional.of(path);
  }

  void closed(Path path) {
    uris.remove(path);
    if (latest.equals(Optional.of(path))) {
      latest = Optional.empty();
    }
  }

  /// The paths of the open documents.
  Set<Path> open() {
    return Set.copyOf(uris.keySet());
  }

  /// The client's name for `path`.
  String uri(Path path) {
    return Optional.ofNullable(uris.get(path)).orElseGet(() -> ToLsp.uri(path));
  }

  /// The document that was opened or edited last: what a command without arguments is about.
  Optional<Path> latest() {
    return latest;
  }
}
