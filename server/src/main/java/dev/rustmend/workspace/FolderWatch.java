package dev.rustmend.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells which files change below some folders, by the kernel's notices: nothing is read again and
/// again.
///
/// The kernel tells of one folder, not of what is below it, so each folder is watched by itself, up
/// to a limit: there are only so many for all programs of a user. Links are not followed. Changes
/// that come close together are told together.
public final class FolderWatch implements AutoCloseable {
  /// How many folders are watched at most, of the 8,192 that a user has where a kernel has few.
  public static final int MOST_FOLDERS = 4096;

  private static final Logger LOG = System.getLogger(FolderWatch.class.getName());
  private static final Duration QUIET = Duration.ofMillis(40);
  private static final Duration LONGEST = Duration.ofMillis(400);

  private static final WatchEvent.Kind<?>[] KINDS = {
    StandardWatchEventKinds.ENTRY_CREATE,
    StandardWatchEventKinds.ENTRY_DELETE,
    StandardWatchEventKinds.ENTRY_MODIFY
  };

  /// What to watch: folders that `enters` allows, files that `wants` allows, at most so many
  /// folders.
  public record Scope(Predicate<Path> enters, Predicate<Path> wants, int mostFolders) {}

  /// What came together: files that were made, written or deleted, and watched folders that are
  /// gone with all that was in them.
  public record Changes(Set<Path> files, Set<Path> goneFolders) {
    public Changes {
      files = Set.copyOf(files);
      goneFolders = Set.copyOf(goneFolders);
    }
  }

  private final WatchService service;
  private final Scope scope;
  private final Map<Path, WatchKey> watched = new ConcurrentHashMap<>();

  private FolderWatch(WatchService service, Scope scope) {
    this.service = service;
    this.scope = scope;
  }

  /// Begins to watch nothing yet. `onChange` is called on a thread of the watch. Throws
  /// [IOException] when the system gives no more watches.
  public static FolderWatch open(Scope scope, Consumer<Changes> onChange) throws IOException {
    var watch = new FolderWatch(FileSystems.getDefault().newWatchService(), scope);
    Thread.ofVirtual().name("rustmend-watch").start(() -> watch.tell(onChange));
    return watch;
  }

  /// Watches `folder` and what is below it, nearest first, and returns when that is done. Folders
  /// that are watched already cost nothing.
  public void follow(Path folder) {
    try {
      if (!watched.containsKey(folder)) {
        enter(folder, new LinkedHashSet<>());
      }
    } catch (ClosedWatchServiceException e) {
      LOG.log(Level.DEBUG, "closed before all was watched", e);
    }
  }

  /// How many folders are watched.
  public int size() {
    return watched.size();
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a watch could not be closed", e);
    }
  }

  /// Watches a folder with all below it; `found` gets the wanted files in them. A folder is watched
  /// before it is listed, so nothing that comes meanwhile is missed.
  private void enter(Path top, Set<Path> found) {
    var next = new ArrayDeque<Path>(List.of(top));
    for (Path folder = next.poll(); folder != null; folder = next.poll()) {
      if (watched.containsKey(folder) || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      if (!register(folder)) {
        return;
      }
      for (Path entry : entries(folder)) {
        if (scope.wants().test(entry)) {
          found.add(entry);
        } else if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
            && scope.enters().test(entry)) {
          next.add(entry);
        }
      }
    }
  }

  private boolean register(Path folder) {
    if (watched.size() >= scope.mostFolders()) {
      LOG.log(Level.INFO, "{0} folders are watched, and no more: {1} is not", size(), folder);
      return false;
    }
    try {
      watched.put(folder, folder.register(service, KINDS));
      return true;
    } catch (IOException e) {
      LOG.log(Level.INFO, "the system gives no more watches: " + folder + " is not watched", e);
      return false;
    }
  }

  private static List<Path> entries(Path folder) {
    try (var entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // it is gone already, and that will be told
    }
  }

  private void tell(Consumer<Changes> onChange) {
    try {
      while (true) {
        Changes changes = gather(service.take());
        if (!changes.files().isEmpty() || !changes.goneFolders().isEmpty()) {
          onChange.accept(changes);
        }
      }
    } catch (ClosedWatchServiceException _) {
      LOG.log(Level.DEBUG, "nothing is watched any more");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// All that comes until it is quiet for a moment, or for as long as one may wait.
  private Changes gather(WatchKey first) throws InterruptedException {
    var files = new LinkedHashSet<Path>();
    var gone = new LinkedHashSet<Path>();
    long end = System.nanoTime() + LONGEST.toNanos();
    for (@Nullable WatchKey key = first;
        key != null && System.nanoTime() < end;
        key = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS)) {
      take(key, files, gone);
    }
    return new Changes(files, gone);
  }

  private void take(WatchKey key, Set<Path> files, Set<Path> gone) {
    if (!(key.watchable() instanceof Path folder)) {
      return;
    }
    for (WatchEvent<?> event : key.pollEvents()) {
      Optional<Path> entry =
          event.context() instanceof Path name
              ? Optional.of(folder.resolve(name))
              : Optional.empty();
      if (entry.isEmpty()) {
        overflow(folder, files);
      } else if (event.kind().equals(StandardWatchEventKinds.ENTRY_DELETE)) {
        forget(entry.get(), gone);
        add(entry.get(), files);
      } else if (isNewFolder(event, entry.get())) {
        enter(entry.get(), files);
      } else {
        add(entry.get(), files);
      }
    }
    if (!key.reset()) {
      watched.remove(folder);
    }
  }

  private boolean isNewFolder(WatchEvent<?> event, Path entry) {
    return event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
        && scope.enters().test(entry);
  }

  private void add(Path file, Set<Path> files) {
    if (scope.wants().test(file)) {
      files.add(file);
    }
  }

  /// A watch stays with a folder that was moved, and would go on telling its old name.
  private void forget(Path folder, Set<Path> gone) {
    if (watched.containsKey(folder)) {
      gone.add(folder);
      watched
          .entrySet()
          .removeIf(entry -> {
            boolean below = entry.getKey().startsWith(folder);
            if (below) {
              entry.getValue().cancel();
            }
            return below;
          });
    }
  }

  /// More came than the system remembers: all that is in the folder may be new.
  private void overflow(Path folder, Set<Path> files) {
    for (Path entry : entries(folder)) {
      add(entry, files);
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && scope.enters().test(entry)) {
        enter(entry, files);
      }
    }
  }
}
