package dev.rustmend.knowledge;

import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.search.Companion;
import dev.rustmend.search.Embedder;
import dev.rustmend.search.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Where a [Library] gets what is in it, asked when it is first needed and not before.
///
/// `cache` is rustmend's cache folder. `version` tells the entries of this program, and the notes
/// that are there now, from others. `entries` are the passages of the knowledge base, `learned`
/// those of the user's own repairs. `companion` is what is searched beside it, if anything.
public record LibrarySources(
    Path cache,
    Supplier<String> version,
    Supplier<List<Passage>> entries,
    ToolchainSource toolchain,
    EmbedderSource embedder,
    Learned learned,
    Supplier<Optional<Companion>> companion) {

  /// Those of a machine on which nothing was learned, with a version that does not change.
  public LibrarySources(
      Path cache,
      String version,
      Supplier<List<Passage>> entries,
      ToolchainSource toolchain,
      EmbedderSource embedder) {
    this(cache, () -> version, entries, toolchain, embedder, Learned.NOTHING, Optional::empty);
  }

  /// What was learned: `state` is another text whenever it is something else.
  public record Learned(Supplier<String> state, Supplier<List<Passage>> passages) {
    /// Nothing at any time.
    public static final Learned NOTHING = new Learned(() -> "", List::of);
  }

  /// A toolchain: its version (`1.95.0`, or `none` where there is no compiler), its folder, and its
  /// documentation, unless that is not installed or not wanted.
  public record Toolchain(
      String release, Path sysroot, Optional<DocumentationFolder> documentation, String missing) {}

  /// Finds the toolchain of the user's folder.
  public interface ToolchainSource {
    Toolchain find() throws InterruptedException;
  }

  /// Gives the embedder; empty to search by words alone.
  public interface EmbedderSource {
    Optional<Embedder> open() throws InterruptedException;
  }
}
