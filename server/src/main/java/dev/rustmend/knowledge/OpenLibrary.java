package dev.rustmend.knowledge;

import dev.rustmend.search.Embedder;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.search.OpenResult;
import dev.rustmend.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An index that was opened, with what belongs to it. `temporary` says that the usual folder can
/// not be used, so that this one goes when the process ends; `notes` what people should know.
record OpenLibrary(
    SearchIndex index,
    Path folder,
    Contents contents,
    Optional<Embedder> embedder,
    LibrarySources.Toolchain toolchain,
    Place place,
    List<String> notes)
    implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(OpenLibrary.class.getName());

  /// How long the folder lives.
  enum Place {
    LASTING,
    TEMPORARY
  }

  OpenLibrary {
    notes = List.copyOf(notes);
  }

  /// Opens the index; in a folder of the system's for temporary files where the usual one is
  /// neither writable nor readable. Throws [LibraryFailure] when that fails as well.
  static OpenLibrary of(LibrarySources sources) throws InterruptedException {
    var notes = new ArrayList<String>();
    LibrarySources.Toolchain toolchain = sources.toolchain().find();
    Optional<Embedder> embedder = embedder(sources, notes);
    Path folder = Housekeeping.folder(sources.cache(), toolchain.release());
    try {
      Housekeeping.prepare(folder, toolchain.sysroot());
    } catch (IOException e) {
      // what can still be done with the folder shows when the index is opened
      LOG.log(System.Logger.Level.DEBUG, "the folder of the search index", e);
    }
    return switch (SearchIndex.open(folder, embedder)) {
      case OpenResult.Opened(SearchIndex index) ->
          lasting(index, folder, embedder, toolchain, notes);
      case OpenResult.Rebuilt(SearchIndex index, String why) -> {
        notes.add(why + "; it is made anew");
        yield lasting(index, folder, embedder, toolchain, notes).forgetful();
      }
      case OpenResult.ReadOnly(SearchIndex index, _) ->
          lasting(index, folder, embedder, toolchain, notes);
      case OpenResult.Unavailable(String why) -> {
        notes.add(why + "; make it writable, meanwhile only the entries are searched");
        yield temporary(toolchain, notes);
      }
    };
  }

  private static Optional<Embedder> embedder(LibrarySources sources, List<String> notes)
      throws InterruptedException {
    try {
      return sources.embedder().open();
    } catch (EmbedderException e) {
      notes.add(e.sentence());
      return Optional.empty();
    }
  }

  private static OpenLibrary lasting(
      SearchIndex index,
      Path folder,
      Optional<Embedder> embedder,
      LibrarySources.Toolchain toolchain,
      List<String> notes) {
    return new OpenLibrary(
        index, folder, Contents.read(folder), embedder, toolchain, Place.LASTING, notes);
  }

  private OpenLibrary forgetful() {
    try {
      contents.clear();
    } catch (IOException e) {
      return this; // the passages it names are not there, which is noticed
    }
    return this;
  }

  private static OpenLibrary temporary(LibrarySources.Toolchain toolchain, List<String> notes)
      throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("rustmend-knowledge");
      if (SearchIndex.open(folder, Optional.empty())
          instanceof OpenResult.Opened(SearchIndex index)) {
        return new OpenLibrary(
            index,
            folder,
            Contents.read(folder),
            Optional.empty(),
            toolchain,
            Place.TEMPORARY,
            notes);
      }
      throw new LibraryFailure(String.join("; ", notes));
    } catch (IOException e) {
      throw new LibraryFailure(String.join("; ", notes), e);
    }
  }

  @Override
  public void close() {
    index.close();
    if (place == Place.TEMPORARY) {
      Housekeeping.delete(folder);
    }
  }
}
