package dev.rustmend.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/// The passages in one folder, to be searched and changed. Safe to use from any thread, and from
/// several processes: one of them writes, the others read and see what it commits, and the first of
/// them that refreshes after it has ended writes from then on.
///
/// Everything in it can be made again from its sources, so what is damaged is thrown away.
public final class SearchIndex implements AutoCloseable {
  private static final String THREAD = "rustmend-search-index";

  private final Path folder;
  private final Directory directory;
  private final Optional<Embedder> embedder;
  private final Optional<VectorSpace> space;
  private final ReentrantLock changing = new ReentrantLock();
  private volatile Role role;

  private SearchIndex(Path folder, Directory directory, Optional<Embedder> embedder, Role role) {
    this.folder = folder;
    this.directory = directory;
    this.embedder = embedder;
    this.space = embedder.map(VectorSpace::of);
    this.role = role;
  }

  /// Opens the index in `folder`, which is created when it is not there. Without an embedder it
  /// finds by words alone.
  public static OpenResult open(Path folder, Optional<Embedder> embedder)
      throws InterruptedException {
    try {
      Directory directory = OwnThread.call(THREAD, () -> FSDirectory.open(folder));
      return open(folder, directory, embedder);
    } catch (IOException e) {
      return unavailable(folder, e);
    }
  }

  /// The same for files that are not in a folder.
  static OpenResult open(Path folder, Directory directory, Optional<Embedder> embedder)
      throws InterruptedException {
    try {
      Opening opening = OwnThread.call(THREAD, () -> Opening.of(directory));
      var index = new SearchIndex(folder, directory, embedder, opening.role());
      if (opening.role() instanceof Role.Reader reader) {
        return new OpenResult.ReadOnly(index, told(folder, reader.why()));
      }
      return opening
          .rebuilt()
          .<OpenResult>map(why -> new OpenResult.Rebuilt(index, told(folder, why)))
          .orElseGet(() -> new OpenResult.Opened(index));
    } catch (IOException e) {
      return unavailable(folder, e);
    }
  }

  /// Makes `passages` the passages of `source` (`kb`, `doc`, `learned`): adds what is new, replaces
  /// what has another fingerprint, and removes what is not among them. `vectors` are by id, each
  /// for the embedder of this index, and may be missing; those that the embedder remembers are
  /// taken from there.
  public UpdateResult update(String source, List<Passage> passages, Map<String, float[]> vectors)
      throws InterruptedException {
    return change(writer -> write(writer, source, passages, vectors, Changes.Rest.GOES));
  }

  /// The same, but the other passages of the source stay.
  public UpdateResult add(String source, List<Passage> passages, Map<String, float[]> vectors)
      throws InterruptedException {
    return change(writer -> write(writer, source, passages, vectors, Changes.Rest.STAYS));
  }

  /// Makes vectors for those of `names` that are still there, and gives them to those that are then
  /// still what they were; `replaced` says to how many. Needs an embedder. Throws
  /// [EmbedderException] when it can not make them.
  public UpdateResult embed(List<PassageName> names) throws InterruptedException {
    List<Stored.InSource> passages = reading(searcher -> Stored.passages(searcher, names));
    List<float[]> made = embedder.orElseThrow().embed(texts(passages), Embedder.Role.PASSAGE);
    var bySource = new HashMap<String, List<Passage>>();
    var vectors = new HashMap<String, float[]>();
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i).passage();
      bySource.computeIfAbsent(passages.get(i).source(), _ -> new ArrayList<>()).add(passage);
      vectors.put(passage.id(), made.get(i));
    }
    int count = 0;
    for (var entry : bySource.entrySet()) {
      UpdateResult result =
          change(writer -> addVectors(writer, entry.getKey(), entry.getValue(), vectors));
      if (!(result instanceof UpdateResult.Written(_, int replaced, _, _))) {
        return result;
      }
      count += replaced;
    }
    return new UpdateResult.Written(0, count, 0, 0);
  }

  /// The passages that answer the request, best first.
  ///
  /// Throws [SearchFailure] when the index can not be read.
  public List<Hit> search(SearchRequest request) throws InterruptedException {
    if (role instanceof Role.Reader) {
      refresh();
    }
    Asked asked = Asked.of(request.query());
    Optional<QueryVector> vector = vector(request, asked);
    try {
      return reading(searcher ->
          asked.hits(new IndexLookup(searcher, Filters.of(request.filter()), vector), request));
    } finally {
      vector.ifPresent(QueryVector::abandon);
    }
  }

  /// The passages here and at `companion` that answer the request, as one ranking. The companion is
  /// told only what [Inquiry] says, and waited for no longer than it allows itself.
  ///
  /// Throws [SearchFailure] when the index can not be read.
  public List<Hit> search(SearchRequest request, Companion companion) throws InterruptedException {
    if (role instanceof Role.Reader) {
      refresh();
    }
    Asked asked = Asked.of(request.query());
    Optional<QueryVector> vector = vector(request, asked);
    Optional<Companion.Pending> pending =
        pending(request, companion, asked, vector, Inquiring.Scope.BESIDE);
    return reading(searcher -> {
      Lookup own = new IndexLookup(searcher, Filters.of(request.filter()), vector);
      return asked.hits(
          pending.<Lookup>map(other -> new JoinedLookup(own, searcher, other)).orElse(own),
          request);
    });
  }

  /// The passages at `companion` alone that answer the request, asked as discreetly; empty when it
  /// does not answer.
  public Optional<List<Hit>> searchElsewhere(SearchRequest request, Companion companion)
      throws InterruptedException {
    Asked asked = Asked.of(request.query());
    Optional<Companion.Pending> pending =
        pending(request, companion, asked, vector(request, asked), Inquiring.Scope.ALONE);
    Optional<Lookup> found = pending.isEmpty() ? Optional.empty() : pending.get().found();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            reading(searcher -> asked.hits(new Rescored(found.get(), searcher), request)));
  }

  private Optional<Companion.Pending> pending(
      SearchRequest request,
      Companion companion,
      Asked asked,
      Optional<QueryVector> vector,
      Inquiring.Scope scope)
      throws InterruptedException {
    return companion.ask(
        reading(
            searcher -> new Inquiring(searcher, asked, request, embedder, scope).inquiry(vector)));
  }

  /// Sees what other processes have committed, and becomes the writer when there is none any more.
  public void refresh() throws InterruptedException {
    try {
      OwnThread.call(THREAD, this::refreshed);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /// The passage with this id.
  public Optional<Passage> passage(String id) throws InterruptedException {
    return reading(searcher -> Stored.passage(searcher, id));
  }

  /// All passages that have no vector of the embedder's model; none without an embedder.
  public List<PassageName> withoutVector() throws InterruptedException {
    return space.isEmpty() ? List.of() : reading(searcher -> Stored.names(searcher, space.get()));
  }

  /// How much there is, and what this process may do.
  public IndexFacts facts() throws InterruptedException {
    return reading(this::facts);
  }

  /// Ends it; everything that was written is on the disk already.
  @Override
  public void close() {
    try {
      OwnThread.call(THREAD, this::closed);
    } catch (IOException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean closed() throws IOException {
    changing.lock();
    try {
      role.close();
      directory.close();
      return true;
    } finally {
      changing.unlock();
    }
  }

  private boolean refreshed() throws IOException {
    changing.lock();
    try {
      switch (role) {
        case Role.Writer writer -> writer.searchers().maybeRefreshBlocking();
        case Role.Reader reader -> role = Succession.next(directory, reader);
      }
      return true;
    } finally {
      changing.unlock();
    }
  }

  /// A change that is committed as a whole.
  private interface Change {
    UpdateResult.Written on(Role.Writer writer) throws IOException;
  }

  private UpdateResult change(Change change) throws InterruptedException {
    try {
      return OwnThread.call(THREAD, () -> changed(change));
    } catch (IOException e) {
      return new UpdateResult.Failed(told(folder, IndexFiles.told(e)));
    }
  }

  private UpdateResult changed(Change change) throws IOException {
    changing.lock();
    try {
      if (role instanceof Role.Reader reader) {
        role = Succession.next(directory, reader);
      }
      return switch (role) {
        case Role.Reader reader -> new UpdateResult.NotTheWriter(told(folder, reader.why()));
        case Role.Writer writer -> committed(writer, change);
      };
    } finally {
      changing.unlock();
    }
  }

  private UpdateResult committed(Role.Writer writer, Change change) throws IOException {
    try {
      UpdateResult.Written written = change.on(writer);
      writer.writer().setLiveCommitData(commitData(writer.writer()).entrySet());
      writer.writer().commit();
      writer.searchers().maybeRefreshBlocking();
      return written;
    } catch (IOException | RuntimeException e) {
      role = Succession.afterFailure(directory, writer, IndexFiles.told(e));
      return new UpdateResult.Failed(told(folder, IndexFiles.told(e)));
    }
  }

  /// Says of which model the vectors are; without an embedder what was said before stays.
  private Map<String, String> commitData(IndexWriter writer) {
    var facts = new HashMap<String, String>();
    Iterable<Map.Entry<String, String>> before = writer.getLiveCommitData();
    if (before != null) {
      before.forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
    }
    facts.putAll(IndexFiles.commitData(space));
    return facts;
  }

  private UpdateResult.Written write(
      Role.Writer writer,
      String source,
      List<Passage> passages,
      Map<String, float[]> vectors,
      Changes.Rest rest)
      throws IOException {
    IndexSearcher before = writer.searchers().acquire();
    try {
      return new Changes(writer.writer(), space, embedder)
          .write(before, source, passages, vectors, rest);
    } finally {
      writer.searchers().release(before);
    }
  }

  /// Gives vectors to those passages that are still what they were when the vectors were made.
  private UpdateResult.Written addVectors(
      Role.Writer writer, String source, List<Passage> passages, Map<String, float[]> vectors)
      throws IOException {
    IndexSearcher now = writer.searchers().acquire();
    try {
      KnownPassages known = KnownPassages.of(now, source, space);
      List<Passage> same = passages.stream().filter(known::isUnchanged).toList();
      return new Changes(writer.writer(), space, embedder)
          .write(now, source, same, vectors, Changes.Rest.STAYS);
    } finally {
      writer.searchers().release(now);
    }
  }

  private Optional<QueryVector> vector(SearchRequest request, Asked asked)
      throws InterruptedException {
    if (space.isEmpty()
        || asked.mode(request.mode()) == SearchMode.BM25
        || !reading(searcher -> Stored.hasVectors(searcher, space.get()))) {
      return Optional.empty();
    }
    return Optional.of(
        request
            .vector()
            .map(known -> QueryVector.of(space.get(), known))
            .orElseGet(() -> QueryVector.ofText(embedder.orElseThrow(), asked.text())));
  }

  private IndexFacts facts(IndexSearcher searcher) throws IOException {
    var reader = (DirectoryReader) searcher.getIndexReader();
    int withVector = space.isPresent() ? Stored.countVectors(searcher, space.get()) : 0;
    return new IndexFacts(
        reader.numDocs(),
        withVector,
        Optional.ofNullable(IndexFiles.userData(reader).get(IndexFiles.MODEL_KEY)),
        space.isPresent() && Stored.countMissing(searcher, space.get()) > 0,
        role instanceof Role.Writer ? IndexFacts.Role.WRITER : IndexFacts.Role.READER);
  }

  private interface Reading<T> {
    T from(IndexSearcher searcher) throws IOException, InterruptedException;
  }

  /// Reads one state of the index; the role may change meanwhile.
  private <T> T reading(Reading<T> reading) throws InterruptedException {
    try {
      while (true) {
        Role current = role;
        Optional<IndexSearcher> searcher = current.acquire();
        if (searcher.isPresent()) {
          try {
            return reading.from(searcher.get());
          } finally {
            current.searchers().release(searcher.get());
          }
        }
        if (current.equals(role)) {
          throw new IllegalStateException("the search index in " + folder + " is closed");
        }
      }
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw failure(e);
    }
  }

  private static List<String> texts(List<Stored.InSource> passages) {
    return passages.stream().map(Stored.InSource::passage).map(PassageText::of).toList();
  }

  private SearchFailure failure(IOException e) {
    return new SearchFailure(told(folder, IndexFiles.told(e)), e);
  }

  private static OpenResult unavailable(Path folder, IOException e) {
    return new OpenResult.Unavailable(told(folder, IndexFiles.told(e)));
  }

  private static String told(Path folder, String why) {
    return "the search index in %s: %s".formatted(folder, why);
  }
}
