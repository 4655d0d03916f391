package dev.rustmend.search;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/// A folder that is read-only, or on a disk without room, for tests that may run as a user whom no
/// file system refuses anything.
final class FailingDirectory extends FilterDirectory {
  enum State {
    WELL,
    FULL,
    READ_ONLY
  }

  private volatile State state;

  FailingDirectory(Directory in, State state) {
    super(in);
    this.state = state;
  }

  void become(State next) {
    state = next;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    fail(name);
    return super.createOutput(name, context);
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    if (state == State.READ_ONLY) {
      fail(name);
    }
    return super.obtainLock(name);
  }

  private void fail(String name) throws IOException {
    switch (state) {
      case WELL -> {}
      case FULL -> throw new IOException(name + ": No space left on device");
      case READ_ONLY -> throw new AccessDeniedException(name);
    }
  }
}
