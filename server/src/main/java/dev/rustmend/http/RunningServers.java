package dev.rustmend.http;

import dev.rustmend.workspace.DataFolder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The servers of this user that run now: a file each in `folder`, which nobody else can read.
public record RunningServers(Path folder) {
  private static final Logger LOG = System.getLogger(RunningServers.class.getName());
  private static final String ENDING = ".json";

  /// Those of the user whose process has this environment.
  public static RunningServers of(Map<String, String> environment) {
    return new RunningServers(
        DataFolder.locate(environment, "RUSTMEND_SERVER_DIR", "server").resolve("running"));
  }

  /// A server's file, until it is closed.
  public interface Announcement extends AutoCloseable {
    @Override
    void close();
  }

  /// Lets others find `server`, until it is closed. When that is not possible they do without, and
  /// the log says why.
  public Announcement announce(RunningServer server) {
    Path file = folder.resolve(server.process() + ENDING);
    try {
      Files.deleteIfExists(file); // of a process that had the same number
      OwnFile.create(file, server.line() + "\n");
    } catch (IOException e) {
      LOG.log(Level.WARNING, "other processes will not find this server", e);
    }
    return () -> forget(file);
  }

  /// The servers that are there, the one that was started last first. Files of those that have gone
  /// without taking leave are removed.
  public List<RunningServer> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(Comparator.comparingLong(RunningServers::begun).reversed())
          .flatMap(file -> read(file).stream())
          .toList();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "running servers can not be found", e);
      return List.of();
    }
  }

  private static Optional<RunningServer> read(Path file) {
    try {
      if (OwnFile.isOpenToOthers(file)) {
        LOG.log(Level.WARNING, "other users can read " + file + ", so it is not used");
        return Optional.empty();
      }
      Optional<RunningServer> server = RunningServer.read(OwnFile.read(file));
      if (server.isPresent() && !server.get().isAlive()) {
        forget(file);
        return Optional.empty();
      }
      return server;
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a server has just gone", e);
      return Optional.empty();
    }
  }

  /// When the server wrote its file, in milliseconds; 0 for one that has just gone.
  private static long begun(Path file) {
    return file.toFile().lastModified();
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "can not remove " + file, e);
    }
  }
}
