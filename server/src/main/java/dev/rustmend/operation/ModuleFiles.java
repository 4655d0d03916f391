package dev.rustmend.operation;

import dev.rustmend.syntax.SyntaxNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that a declaration of a module without a body can mean.
///
/// Rust facts it relies on: E0583 names in its help the two files that would do, the first of them
/// relative to where the compiler runs; `x.rs` and `x/mod.rs` stand in the same folder.
final class ModuleFiles {
  private static final Pattern HELP = Pattern.compile("create file \"([^\"]+)\"");
  private static final Set<String> ROOTS = Set.of("main", "lib", "mod", "build");

  private ModuleFiles() {}

  /// The file that the compiler would take; empty when its help names none.
  static Optional<Path> wanted(Site site, SyntaxNode module) {
    String name = fileName(module);
    return site.find(HELP)
        .map(path -> path.replace('\\', '/'))
        .filter(path -> path.endsWith(name + ".rs") || path.endsWith(name + "/mod.rs"))
        .flatMap(path -> folder(site, path).map(folder -> folder.resolve(name + ".rs")));
  }

  /// The folder of the file that the help calls `path`: that of the declaration, or one below it
  /// that ends like the one in the help.
  private static Optional<Path> folder(Site site, String path) {
    Path named = Path.of(path).getParent();
    Path here = site.file().getParent();
    if (here == null) {
      return Optional.empty();
    }
    if (named == null || here.endsWith(named)) {
      return Optional.of(here);
    }
    for (int count = 1; count < named.getNameCount(); count++) {
      Path above = named.subpath(0, named.getNameCount() - count);
      Path below = named.subpath(named.getNameCount() - count, named.getNameCount());
      if (here.endsWith(above)) {
        return Optional.of(here.resolve(below));
      }
    }
    return Optional.empty();
  }

  /// The names of modules whose files are there, that no other declaration of the crate takes and
  /// that are called much like `module`; the likest first.
  static List<String> alike(Site site, SyntaxNode module) {
    Optional<Path> folder = wanted(site, module).map(Path::getParent);
    if (folder.isEmpty()) {
      return List.of();
    }
    Set<Path> taken = site.crate().trees().keySet();
    List<String> free =
        site.snapshot().names(folder.get()).stream()
            .flatMap(entry -> module(site, folder.get(), entry, taken).stream())
            .toList();
    String name = fileName(module);
    return NearNames.near(name, free).stream()
        .filter(found -> NearNames.distance(name, found).orElse(9) <= 3)
        .toList();
  }

  /// The module whose file, or whose folder with a `mod.rs`, is `entry`.
  private static Optional<String> module(Site site, Path folder, String entry, Set<Path> taken) {
    String name = entry.endsWith(".rs") ? entry.substring(0, entry.length() - 3) : entry;
    Path file =
        entry.endsWith(".rs") ? folder.resolve(entry) : folder.resolve(entry).resolve("mod.rs");
    boolean free =
        name.matches("[A-Za-z_][A-Za-z0-9_]*") && !ROOTS.contains(name) && !taken.contains(file);
    return free && site.snapshot().read(file).isPresent() ? Optional.of(name) : Optional.empty();
  }

  private static String fileName(SyntaxNode module) {
    return Named.name(module).replaceFirst("^r#", "");
  }

  /// A path as people write it: from the folder of the nearest manifest.
  static String shown(Site site, Path file) {
    Stream<Path> above =
        Stream.iterate(file.getParent(), folder -> folder != null, Path::getParent);
    return above
        .filter(folder -> site.snapshot().read(folder.resolve("Cargo.toml")).isPresent())
        .findFirst()
        .map(root -> root.relativize(file))
        .orElse(file.getFileName())
        .toString()
        .replace('\\', '/');
  }
}
