package dev.rustmend.dependency;

import dev.rustmend.cargo.DependencyGraph.Linked;
import dev.rustmend.operation.PublicItem;
import dev.rustmend.syntax.ItemKind;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The public items of one crate of a registry in a file of the cache: a line for each, its kind,
/// its path without the crate's name, the methods of a trait.
///
/// The file's name tells of the package (name, version and source, in its id), its checksum in
/// `Cargo.lock`, and the packages that it depends on, from which it may re-export.
record ItemFile(Path file) {
  /// Grows with every change of the format, or of what is read from the sources.
  private static final int VERSION = 1;

  private static final System.Logger LOG = System.getLogger(ItemFile.class.getName());
  private static final String HEAD = "rustmend public items " + VERSION;
  private static final Pattern BLANK = Pattern.compile(" ");

  static ItemFile of(Path folder, Linked crate, String checksum) {
    String all =
        VERSION
            + "\n"
            + crate.id()
            + "\n"
            + checksum
            + "\n"
            + new TreeSet<>(crate.dependencies().values());
    String hash = SourceText.of(all).sha256().substring(0, 16);
    return new ItemFile(folder.resolve(crate.name() + "-" + hash + ".txt"));
  }

  /// What the file holds, under the crate's name `name`; empty when it is not there or not whole.
  Optional<List<PublicItem>> read(String name) {
    List<String> lines;
    try {
      lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return Optional.empty();
    }
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      return Optional.empty();
    }
    var items = new ArrayList<PublicItem>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> words = BLANK.splitAsStream(line).toList();
      Optional<ItemKind> kind = words.size() < 2 ? Optional.empty() : kind(words.getFirst());
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      items.add(
          new PublicItem(
              kind.get(), name + "::" + words.get(1), List.copyOf(words.subList(2, words.size()))));
    }
    return Optional.of(List.copyOf(items));
  }

  private static Optional<ItemKind> kind(String word) {
    for (ItemKind kind : ItemKind.values()) {
      if (kind.name().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// Keeps `items`, whose paths begin with `name`; a cache that can not be written does no harm.
  void write(List<PublicItem> items, String name) {
    var text = new StringBuilder(HEAD).append('\n');
    for (PublicItem item : items) {
      text.append(item.kind().name()).append(' ');
      text.append(item.path().substring(name.length() + 2));
      item.methods().forEach(method -> text.append(' ').append(method));
      text.append('\n');
    }
    try {
      Files.createDirectories(file.resolveSibling(""));
      AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the items of a crate can not be kept", e);
    }
  }
}
