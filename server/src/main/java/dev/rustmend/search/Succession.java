package dev.rustmend.search;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/// Who becomes the writer when the one before has ended, and what a writer is after it has failed.
final class Succession {
  private static final System.Logger LOG = System.getLogger(Succession.class.getName());

  private Succession() {}

  /// What a reader is from now on: the writer when it gets the lock, else a reader of the newest
  /// commit. The role that was before is closed when it is another one.
  static Role next(Directory directory, Role.Reader reader) throws IOException {
    try {
      Role.Writer writer = Opening.writer(directory);
      reader.close();
      return writer;
    } catch (LockObtainFailedException e) {
      return renewed(directory, reader);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "still a reader of the search index", e);
      return renewed(directory, reader);
    }
  }

  private static Role renewed(Directory directory, Role.Reader reader) throws IOException {
    if (!reader.ofNothing()) {
      reader.searchers().maybeRefreshBlocking();
      return reader;
    }
    if (!DirectoryReader.indexExists(directory)) {
      return reader;
    }
    Role.Reader fresh = Opening.reader(directory, reader.why());
    reader.close();
    return fresh;
  }

  /// What a writer is after a change has failed: it gives back what it has not committed and tries
  /// to go on, as a reader when it can not.
  static Role afterFailure(Directory directory, Role.Writer failed, String why) throws IOException {
    try {
      failed.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "the failed writer of the search index", e);
    }
    try {
      return Opening.writer(directory);
    } catch (IOException e) {
      return Opening.reader(directory, why);
    }
  }
}
