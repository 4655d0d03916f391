package dev.rustmend.cargo;

import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.WholeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A temporary folder in which a [LooseFile] is compiled: its text, links to what its text names of
/// its own folder (modules, files to include), and what rustc writes. Closing it deletes it, and
/// nothing that a link leads to.
final class LooseFolder implements PathMap, AutoCloseable {
  private static final int MOST_ENTRIES = 2000;

  private final LooseFile loose;
  private final Path folder;

  private LooseFolder(LooseFile loose, Path folder) {
    this.loose = loose;
    this.folder = folder;
  }

  static LooseFolder make(LooseFile loose, Map<Path, SourceText> texts) throws IOException {
    Path base = Files.createTempDirectory("rustmend-file-").toRealPath();
    var made = new LooseFolder(loose, base.resolve("source"));
    try {
      Files.createDirectories(made.folder);
      Files.createDirectories(made.output());
      for (Map.Entry<Path, SourceText> text : texts.entrySet()) {
        if (loose.folder().equals(text.getKey().getParent())) {
          Files.write(made.at(text.getKey()), text.getValue().bytes());
        }
      }
      for (Path neighbor : made.neighbors(text(loose, texts))) {
        if (!Files.exists(made.at(neighbor))) {
          Files.createSymbolicLink(made.at(neighbor), neighbor);
        }
      }
      return made;
    } catch (IOException | UnsupportedOperationException e) {
      made.close();
      throw new IOException("its folder can not be made: " + e.getMessage(), e);
    }
  }

  /// The file's own text among `texts`; empty when it is nowhere.
  static String text(LooseFile loose, Map<Path, SourceText> texts) {
    SourceText own = texts.get(loose.file());
    return own == null ? "" : own.string();
  }

  /// The copy of the file.
  Path source() {
    return at(loose.file());
  }

  /// Where rustc may write.
  Path output() {
    return folder.resolveSibling("output");
  }

  private Path at(Path file) {
    return folder.resolve(loose.folder().relativize(file).toString());
  }

  /// What `text` may mean of the folder: the entries whose names occur in it.
  private List<Path> neighbors(String text) throws IOException {
    if (!Files.isDirectory(loose.folder())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(loose.folder())) {
      return entries
          .limit(MOST_ENTRIES)
          .filter(entry -> text.contains(entry.getFileName().toString().replaceFirst("\\.rs$", "")))
          .filter(entry -> !entry.equals(loose.file()))
          .toList();
    }
  }

  @Override
  public Path toUser(Path reported) {
    return reported.startsWith(folder)
        ? loose.folder().resolve(folder.relativize(reported).toString())
        : reported;
  }

  @Override
  public String textToUser(String text) {
    return text.replace(folder.toString(), loose.folder().toString());
  }

  @Override
  public boolean editable(Path userPath) {
    return userPath.startsWith(loose.folder());
  }

  @Override
  public void close() throws IOException {
    WholeFolder.delete(folder.resolveSibling(""));
  }
}
