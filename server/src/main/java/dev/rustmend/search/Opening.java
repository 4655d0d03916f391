package dev.rustmend.search;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/// Opens an index as its writer where possible, as a reader where not, and makes it anew when its
/// files can not be used.
///
/// `rebuilt` says why it was made anew.
record Opening(Role role, Optional<String> rebuilt) {
  static final String ANOTHER = "another rustmend is writing the search index";

  /// Throws [IOException] when there is nothing to read either.
  static Opening of(Directory directory) throws IOException {
    Optional<String> damage = IndexFiles.damage(directory);
    try {
      if (damage.isPresent()) {
        IndexFiles.clear(directory);
      }
      return new Opening(writer(directory), damage);
    } catch (LockObtainFailedException e) {
      return new Opening(reader(directory, ANOTHER, damage), Optional.empty());
    } catch (IOException e) {
      return new Opening(reader(directory, IndexFiles.told(e), damage), Optional.empty());
    }
  }

  /// Takes the lock; throws [LockObtainFailedException] when another process has it.
  static Role.Writer writer(Directory directory) throws IOException {
    var writer = new IndexWriter(directory, IndexFiles.writing());
    try {
      if (!DirectoryReader.indexExists(directory)) {
        writer.setLiveCommitData(IndexFiles.commitData(Optional.empty()).entrySet());
        writer.commit();
      }
      return new Role.Writer(writer, new SearcherManager(writer, new SearcherFactory()));
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static Role.Reader reader(Directory directory, String why, Optional<String> damage)
      throws IOException {
    if (damage.isPresent()) {
      throw new IOException(damage.get() + "; it can not be made anew: " + why);
    }
    if (!DirectoryReader.indexExists(directory)) {
      if (!why.equals(ANOTHER)) {
        throw new IOException(why);
      }
      var none = new SearcherManager(IndexFiles.nothing(), new SearcherFactory());
      return new Role.Reader(none, why, true);
    }
    return reader(directory, why);
  }

  static Role.Reader reader(Directory directory, String why) throws IOException {
    return new Role.Reader(new SearcherManager(directory, new SearcherFactory()), why, false);
  }
}
