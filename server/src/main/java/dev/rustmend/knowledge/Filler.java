package dev.rustmend.knowledge;

import dev.rustmend.documentation.DocumentationFolder;
import dev.rustmend.search.EmbedderException;
import dev.rustmend.search.Passage;
import dev.rustmend.search.PassageKind;
import dev.rustmend.search.PassageName;
import dev.rustmend.search.SearchIndex;
import dev.rustmend.search.UpdateResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Puts entries, documentation and vectors into one index, in steps of one commit each: what was
/// done before an interruption, or before the process was killed, is not done again.
record Filler(SearchIndex index, Contents contents, FillListener listener) {
  private static final String ENTRIES = "kb";
  private static final String LEARNED = "learned";

  /// How many vectors one commit adds: some seconds of work.
  private static final int BATCH = 96;

  private static final String OUT_OF_TIME =
      "the documentation is not all indexed yet; `rustmend kb reindex` finishes it";

  /// The entries, tasks and templates of the program `version`.
  FillResult entries(String version, java.util.function.Supplier<List<Passage>> entries)
      throws InterruptedException {
    if (isKnown(ENTRIES, version)) {
      return new FillResult.Complete();
    }
    listener.progress(FillListener.Stage.ENTRIES, 0, 1);
    Optional<String> failed = write(ENTRIES, version, entries.get());
    listener.progress(FillListener.Stage.ENTRIES, 1, 1);
    return failed.<FillResult>map(FillResult.Partial::new).orElseGet(FillResult.Complete::new);
  }

  /// What was learned from the user's repairs, as it is now; what was forgotten goes.
  FillResult learned(LibrarySources.Learned learned) throws InterruptedException {
    String state = learned.state().get();
    if (isKnown(LEARNED, state) || (state.isEmpty() && contents.of(LEARNED).isEmpty())) {
      return new FillResult.Complete();
    }
    return write(LEARNED, state, learned.passages().get())
        .<FillResult>map(FillResult.Partial::new)
        .orElseGet(FillResult.Complete::new);
  }

  /// All pages, one group after the other until `mayGoOn` says no.
  FillResult documentation(DocumentationFolder folder, BooleanSupplier mayGoOn)
      throws InterruptedException {
    List<PageGroup> groups;
    try {
      groups = PageGroup.of(folder.pages());
    } catch (UncheckedIOException e) {
      return new FillResult.Partial(e.getMessage() + "; make it readable");
    }
    Optional<String> failed = forgetOthers(groups);
    for (int done = 0; done < groups.size() && failed.isEmpty(); done++) {
      PageGroup group = groups.get(done);
      String fingerprint = group.fingerprint();
      if (!isKnown(group.source(), fingerprint)) {
        if (!mayGoOn.getAsBoolean()) {
          return new FillResult.Partial(OUT_OF_TIME);
        }
        listener.progress(FillListener.Stage.DOCUMENTATION, done, groups.size());
        failed = write(group.source(), fingerprint, group.read(folder));
      }
    }
    return failed.<FillResult>map(FillResult.Partial::new).orElseGet(FillResult.Complete::new);
  }

  /// Whether every page of `folder` is in the index as it is now.
  boolean isComplete(DocumentationFolder folder) throws InterruptedException {
    for (PageGroup group : PageGroup.of(folder.pages())) {
      if (!isKnown(group.source(), group.fingerprint())) {
        return false;
      }
    }
    return true;
  }

  /// Vectors for all passages but those of the standard library's pages, entries first. What was
  /// learned is the user's own code, and an embedder may be a service: it is found by words. The
  /// index needs an embedder.
  FillResult vectors() throws InterruptedException {
    List<PassageName> missing =
        index.withoutVector().stream()
            .filter(passage -> !PageGroup.isLibrary(passage.id()))
            .filter(passage -> passage.kind() != PassageKind.LEARNED)
            .sorted(Comparator.comparingInt(Filler::urgency))
            .toList();
    for (int from = 0; from < missing.size(); from += BATCH) {
      listener.progress(FillListener.Stage.VECTORS, from, missing.size());
      List<PassageName> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
      try {
        Optional<String> failed = told(index.embed(batch));
        if (failed.isPresent()) {
          return new FillResult.Partial(failed.get());
        }
      } catch (EmbedderException e) {
        return new FillResult.Partial(e.sentence());
      }
    }
    return new FillResult.Complete();
  }

  private static int urgency(PassageName passage) {
    return switch (passage.kind()) {
      case ERROR, LINT, LEARNED -> 0;
      case TASK, TEMPLATE -> 1;
      case DOC -> passage.id().startsWith("doc:book/") ? 2 : 3;
    };
  }

  private Optional<String> forgetOthers(List<PageGroup> groups) throws InterruptedException {
    Set<String> gone = new HashSet<>(contents.sources());
    groups.forEach(group -> gone.remove(group.source()));
    for (String source : gone) {
      if (source.startsWith(PageGroup.PREFIX)) {
        Optional<String> failed = told(index.update(source, List.of(), Map.of()));
        if (failed.isPresent()) {
          return failed;
        }
        try {
          contents.remove(source);
        } catch (IOException e) {
          return Optional.of(unwritable(e));
        }
      }
    }
    return Optional.empty();
  }

  private boolean isKnown(String source, String fingerprint) throws InterruptedException {
    Optional<Contents.Line> line = contents.of(source);
    return line.isPresent()
        && line.get().fingerprint().equals(fingerprint)
        && (line.get().witness().isEmpty() || index.passage(line.get().witness()).isPresent());
  }

  /// What went wrong, if anything.
  private Optional<String> write(String source, String fingerprint, List<Passage> passages)
      throws InterruptedException {
    Optional<String> failed = told(index.update(source, passages, Map.of()));
    if (failed.isPresent()) {
      return failed;
    }
    String witness = passages.isEmpty() ? "" : passages.getFirst().id();
    try {
      contents.put(source, new Contents.Line(fingerprint, witness));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(unwritable(e));
    }
  }

  private static Optional<String> told(UpdateResult result) {
    return switch (result) {
      case UpdateResult.Written _ -> Optional.empty();
      case UpdateResult.NotTheWriter(String why) -> Optional.of(why);
      case UpdateResult.Failed(String why) -> Optional.of(why);
    };
  }

  private static String unwritable(IOException e) {
    return "what the search index holds can not be noted (%s); free some space or make its folder"
            .formatted(e.getMessage())
        + " writable";
  }
}
