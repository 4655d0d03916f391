package dev.rustmend.search;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;

/// What this process is to an index.
sealed interface Role {
  SearcherManager searchers();

  /// The one that holds the lock.
  record Writer(IndexWriter writer, SearcherManager searchers) implements Role {
    @Override
    public void close() throws IOException {
      searchers.close();
      // everything was committed by the update that wrote it; what is open are merges
      writer.rollback();
    }
  }

  /// One of many, and why it does not write.
  record Reader(SearcherManager searchers, String why, boolean ofNothing) implements Role {
    @Override
    public void close() throws IOException {
      searchers.close();
    }
  }

  void close() throws IOException;

  /// A searcher that stays open until it is released, or none when the role was given up meanwhile.
  default java.util.Optional<IndexSearcher> acquire() throws IOException {
    try {
      return java.util.Optional.of(searchers().acquire());
    } catch (AlreadyClosedException e) {
      return java.util.Optional.empty();
    }
  }
}
