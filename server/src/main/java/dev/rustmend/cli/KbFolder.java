package dev.rustmend.cli;

import dev.rustmend.kb.EntryFolder;
import dev.rustmend.kb.KnowledgeBase;
import dev.rustmend.kb.ShippedBase;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which knowledge base the `kb` commands are about: the files that are named, else `kb-data` in or
/// above the current folder, else the one that comes with the program.
final class KbFolder {
  private static final String NAME = "kb-data";

  private KbFolder() {}

  /// The Markdown of the entries at these paths, by id. Throws [CommandFailure] when there is none.
  static Map<String, String> files(Invocation invocation, List<String> paths) {
    var files = new TreeMap<String, String>();
    for (String path : paths) {
      files.putAll(read(invocation.path(path)));
    }
    if (paths.isEmpty()) {
      root(invocation).map(KbFolder::read).ifPresent(files::putAll);
    }
    if (files.isEmpty()) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "there are no entries %s; name files or folders of a knowledge base"
              .formatted(paths.isEmpty() ? "in a folder " + NAME + " here" : "at " + paths));
    }
    return files;
  }

  /// The base that is browsed.
  static KnowledgeBase base(Invocation invocation) {
    return root(invocation)
        .map(KbFolder::read)
        .map(KnowledgeBase::ofFiles)
        .orElseGet(() -> new ShippedBase().get());
  }

  /// The folder `kb-data` in or above the current folder.
  static Optional<Path> root(Invocation invocation) {
    for (Path at = invocation.path(""); at != null; at = at.getParent()) {
      Path candidate = at.resolve(NAME);
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static Map<String, String> read(Path path) {
    if (!Files.exists(path)) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "there is no file or folder %s; check the path".formatted(path));
    }
    try {
      return EntryFolder.read(path);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.getMessage() + "; make it readable", e);
    }
  }
}
