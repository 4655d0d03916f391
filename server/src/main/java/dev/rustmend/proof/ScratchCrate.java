package dev.rustmend.proof;

import dev.rustmend.cargo.Cargo;
import dev.rustmend.cargo.CheckOptions;
import dev.rustmend.cargo.CheckOutcome;
import dev.rustmend.cargo.Compiled;
import dev.rustmend.cargo.CompilerCall;
import dev.rustmend.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A package without dependencies whose sources are replaced for each program, so that a thousand
/// programs need no thousand packages. One worker owns it at a time.
public final class ScratchCrate {
  private final PlainPackage plain;
  private final String edition;
  private final LearnedCalls calls = new LearnedCalls();
  private final Set<Path> written = new HashSet<>();

  private ScratchCrate(PlainPackage plain, String edition) {
    this.plain = plain;
    this.edition = edition;
  }

  /// Makes the package in `folder`, or takes the one that is there. Throws [UncheckedIOException]
  /// when that can not be done.
  public static ScratchCrate in(Path folder, String edition, Cargo cargo) {
    PlainPackage plain = PlainPackage.make(folder, edition, cargo);
    try {
      clear(plain.folder().resolve("src"));
      return new ScratchCrate(plain, edition);
    } catch (IOException e) {
      throw new UncheckedIOException("can not empty the package in " + folder, e);
    }
  }

  /// Deletes the program that an earlier run has left: one of its files may be what the next
  /// program is told to lack.
  private static void clear(Path sources) throws IOException {
    try (Stream<Path> left = Files.walk(sources)) {
      for (Path path : left.filter(Files::isRegularFile).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Where the package is, as an absolute path without symbolic links.
  public Path folder() {
    return plain.folder();
  }

  /// Puts these files, by their path below the folder, in place of those that were written before;
  /// a `Cargo.toml` among them replaces the package's own for as long.
  public void write(Map<String, String> files) {
    try {
      for (Path old : written) {
        Files.deleteIfExists(old);
      }
      if (written.remove(folder().resolve("Cargo.toml"))) {
        plain.writeManifest(edition);
      }
      written.clear();
      for (var file : files.entrySet()) {
        Path path = folder().resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
        written.add(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can not write a program in " + folder(), e);
    }
  }

  /// The diagnostics of the program as it is now, as a plain run of cargo would give them. Throws
  /// [IllegalStateException] when cargo itself fails.
  public List<Diagnostic> check(CheckOptions.Command command) throws InterruptedException {
    Optional<String> root =
        command == CheckOptions.Command.CHECK ? LearnedCalls.root(names()) : Optional.empty();
    if (root.isEmpty()) {
      return plain.check(command, PlainPackage.Targets.DEFAULT).diagnostics();
    }
    Optional<LearnedCalls.Learned> learned = calls.of(root.get());
    if (learned.isPresent()) {
      Optional<Compiled> compiled = plain.compile(learned.get());
      if (compiled.isPresent()) {
        return compiled.get().diagnostics();
      }
    }
    var made = new CopyOnWriteArrayList<CompilerCall>();
    CheckOutcome.Checked checked = plain.check(command, made::add);
    calls.learn(root.get(), made, checked);
    return checked.diagnostics();
  }

  /// The files of the program, by their path below the folder.
  private Set<String> names() {
    return written.stream()
        .map(file -> folder().relativize(file).toString().replace('\\', '/'))
        .collect(Collectors.toSet());
  }
}
