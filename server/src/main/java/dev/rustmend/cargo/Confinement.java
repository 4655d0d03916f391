package dev.rustmend.cargo;

import java.nio.file.Path;
import java.util.List;

/// What the programs of a toolchain are confined by when they work on sources of a stranger: how
/// they are started, and what is watched while they run.
public interface Confinement {

  /// The command line that runs `command` in `directory` within the confinement.
  List<String> line(List<String> command, Path directory);

  /// Begins to watch a process that was started with such a line.
  Guard guard(ProcessHandle process);

  /// The watch over one process, until it is closed.
  interface Guard extends AutoCloseable {

    /// Takes note of characters that the process wrote; false when it wrote more than it may, and
    /// is being ended.
    boolean wrote(int characters);

    /// Ends the process with all that it started, at once, where the confinement has a way of its
    /// own to do that; else does nothing. Can not be interrupted.
    void kill();

    @Override
    void close();
  }

  /// For sources of the user's own: programs are started as they are, and nothing is watched.
  static Confinement none() {
    return Unconfined.PLAIN;
  }

  /// No confinement.
  enum Unconfined implements Confinement, Guard {
    PLAIN;

    @Override
    public List<String> line(List<String> command, Path directory) {
      return command;
    }

    @Override
    public Guard guard(ProcessHandle process) {
      return this;
    }

    @Override
    public boolean wrote(int characters) {
      return true;
    }

    @Override
    public void kill() {
      // there is no such way
    }

    @Override
    public void close() {
      // nothing is watched
    }
  }
}
