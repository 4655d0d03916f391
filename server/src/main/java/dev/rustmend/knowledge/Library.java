package dev.rustmend.knowledge;

import dev.rustmend.search.Companion;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.search.Hit;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.SearchFailure;
import dev.rustmend.search.SearchFilter;
import dev.rustmend.search.SearchMode;
import dev.rustmend.search.SearchRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What rustmend knows on this machine: the knowledge base and the toolchain's documentation, in
/// one index that all processes of the user share. Safe to use from any thread.
///
/// Nothing is opened before somebody asks. The first question has the entries put in, which takes
/// seconds; the rest is put in by [#prepare] as far as there is time, and by [#fillInBackground].
/// Methods throw [LibraryFailure] when there is nothing to search in.
public final class Library implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Library.class.getName());

  private final LibrarySources sources;
  private final ReentrantLock opening = new ReentrantLock();
  private final ReentrantLock filling = new ReentrantLock();
  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private @Nullable OpenLibrary open;
  private @Nullable Thread background;
  private boolean closed;

  public Library(LibrarySources sources) {
    this.sources = sources;
  }

  /// The passages that answer `request`, best first. Where no vector can be made it goes by words.
  public List<Hit> search(SearchRequest request) throws InterruptedException {
    OpenLibrary library = withEntries(FillListener.NONE);
    SearchRequest asked =
        library.toolchain().documentation().isEmpty() ? withoutDocumentation(request) : request;
    try {
      return search(library, asked);
    } catch (EmbedderException e) {
      say(e.sentence());
      return search(
          library,
          new SearchRequest(asked.query(), asked.filter(), SearchMode.BM25, asked.limit()));
    } catch (SearchFailure e) {
      throw new LibraryFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private List<Hit> search(OpenLibrary library, SearchRequest request) throws InterruptedException {
    Optional<Companion> companion = sources.companion().get();
    if (companion.isEmpty()) {
      return library.index().search(request);
    }
    List<Hit> hits = library.index().search(request, companion.get());
    companion.get().trouble().ifPresent(this::sayOnce);
    return hits;
  }

  /// The same request without the documentation, which another process may have put in.
  private static SearchRequest withoutDocumentation(SearchRequest request) {
    SearchFilter filter = request.filter();
    Set<PassageKind> kinds =
        filter.kinds().isEmpty()
            ? EnumSet.complementOf(EnumSet.of(PassageKind.DOC))
            : filter.kinds();
    return new SearchRequest(
        request.query(),
        new SearchFilter(kinds, filter.code(), filter.edition(), filter.toolchain()),
        request.mode(),
        request.limit(),
        request.vector());
  }

  /// The passage with this id.
  public Optional<Passage> passage(String id) throws InterruptedException {
    Optional<Passage> here = withEntries(FillListener.NONE).index().passage(id);
    Optional<Companion> companion = here.isEmpty() ? sources.companion().get() : Optional.empty();
    return companion.isEmpty() ? here : companion.get().passage(id);
  }

  /// The toolchain whose documentation is searched.
  public LibrarySources.Toolchain toolchain() throws InterruptedException {
    return opened().toolchain();
  }

  /// Puts in the entries, and pages of the documentation until `patience` ends; a thread that does
  /// so already is not waited for.
  public FillResult prepare(Duration patience, FillListener listener) throws InterruptedException {
    OpenLibrary library = withEntries(listener);
    if (!filling.tryLock()) {
      return new FillResult.Partial("the documentation is being indexed; ask again in a while");
    }
    try {
      return documentation(library, listener, System.nanoTime() + patience.toNanos());
    } finally {
      filling.unlock();
    }
  }

  /// Puts in everything, vectors too, and returns when that is done.
  public FillResult fill(FillListener listener) throws InterruptedException {
    OpenLibrary library = withEntries(listener);
    filling.lockInterruptibly();
    try {
      FillResult result = documentation(library, listener, Long.MAX_VALUE);
      if (result instanceof FillResult.Partial || library.embedder().isEmpty()) {
        return result;
      }
      return new Filler(library.index(), library.contents(), listener).vectors();
    } finally {
      filling.unlock();
    }
  }

  /// Does the same on a thread of its own, unless one is at it; `end` is called when there is
  /// nothing more to hear.
  public void fillInBackground(FillListener listener, Runnable end) {
    opening.lock();
    try {
      if (closed || (background != null && background.isAlive())) {
        end.run();
      } else {
        background =
            Thread.ofVirtual().name("rustmend-knowledge").start(() -> fillQuietly(listener, end));
      }
    } finally {
      opening.unlock();
    }
  }

  /// Ends what goes on in the background; the next time it goes on from there.
  public void stopFilling() {
    opening.lock();
    try {
      if (background != null) {
        background.interrupt();
      }
    } finally {
      opening.unlock();
    }
  }

  /// What it holds.
  public LibraryFacts facts() throws InterruptedException {
    OpenLibrary library = opened();
    boolean complete =
        library.toolchain().documentation().isEmpty()
            || new Filler(library.index(), library.contents(), FillListener.NONE)
                .isComplete(library.toolchain().documentation().get());
    return new LibraryFacts(library.folder(), library.index().facts(), complete, library.notes());
  }

  /// What people should know and were not told yet, a sentence each.
  public List<String> news() {
    var news = new ArrayList<String>();
    for (String next = said.poll(); next != null; next = said.poll()) {
      if (!news.contains(next)) {
        news.add(next);
      }
    }
    return List.copyOf(news);
  }

  /// Ends what goes on in the background; everything written is on the disk.
  @Override
  public void close() {
    OpenLibrary library;
    Thread thread;
    opening.lock();
    try {
      closed = true;
      library = open;
      thread = background;
      open = null;
    } finally {
      opening.unlock();
    }
    try {
      if (thread != null) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (library != null) {
      library.close();
    }
  }

  private OpenLibrary opened() throws InterruptedException {
    opening.lockInterruptibly();
    try {
      if (closed) {
        throw new LibraryFailure("rustmend is about to end; ask again after its start");
      }
      OpenLibrary library = open;
      if (library == null) {
        library = OpenLibrary.of(sources);
        library.notes().forEach(this::say);
        open = library;
      }
      return library;
    } finally {
      opening.unlock();
    }
  }

  /// With the entries of this program in it, as far as this process may write.
  private OpenLibrary withEntries(FillListener listener) throws InterruptedException {
    OpenLibrary library = opened();
    opening.lockInterruptibly();
    try {
      var filler = new Filler(library.index(), library.contents(), listener);
      if (filler.learned(sources.learned()) instanceof FillResult.Partial(String why)) {
        LOG.log(System.Logger.Level.DEBUG, why);
      }
      FillResult result = filler.entries(sources.version().get(), sources.entries());
      if (result instanceof FillResult.Partial(String why)) {
        LOG.log(System.Logger.Level.DEBUG, why);
        if (library.index().facts().passages() == 0) {
          say(why);
        }
      }
      return library;
    } catch (SearchFailure e) {
      throw new LibraryFailure(String.valueOf(e.getMessage()), e);
    } finally {
      opening.unlock();
    }
  }

  private static FillResult documentation(OpenLibrary library, FillListener listener, long deadline)
      throws InterruptedException {
    if (library.place() == OpenLibrary.Place.TEMPORARY) {
      return new FillResult.Partial(String.join("; ", library.notes()));
    }
    var folder = library.toolchain().documentation();
    if (folder.isEmpty()) {
      return new FillResult.Complete();
    }
    return new Filler(library.index(), library.contents(), listener)
        .documentation(
            folder.get(), () -> deadline == Long.MAX_VALUE || System.nanoTime() < deadline);
  }

  private void fillQuietly(FillListener listener, Runnable end) {
    try {
      if (fill(listener) instanceof FillResult.Partial(String why)) {
        LOG.log(System.Logger.Level.INFO, why);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "the search index could not be filled", e);
    } finally {
      end.run();
    }
  }

  /// Says it, but not again in the life of this library.
  private void sayOnce(String sentence) {
    if (told.add(sentence)) {
      say(sentence);
    }
  }

  private void say(String sentence) {
    if (!said.contains(sentence)) {
      said.add(sentence);
    }
  }
}
