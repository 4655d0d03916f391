package dev.rustmend.verify;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// The shadows of all Cargo workspaces, below a folder of the user's cache, see [CacheFolder]. A
/// process should have one for each folder; two are safe for as long as both are in use.
///
/// A shadow's name is made of the real root's name and a hash of its path. A second claim of the
/// same root, by this or another process, gets a folder of its own with a number behind the name.
/// What nobody has used for a month is emptied, see [Eviction].
public final class ShadowCache {
  private static final int MOST_COPIES = 16;
  private static final Duration OLD = Duration.ofDays(30);

  private final Path folder;

  /// POSIX drops a process's lock on a file as soon as the process closes any handle of that file,
  /// so this process must not even open the lock file of a shadow that it holds.
  private final Set<Path> held = ConcurrentHashMap.newKeySet();

  private final AtomicBoolean evicted = new AtomicBoolean();

  /// `folder` is created on first use.
  public ShadowCache(Path folder) {
    this.folder = folder;
  }

  /// Claims a folder for the shadow of the Cargo workspace at `realRoot`.
  ShadowFolder claim(Path realRoot) throws IOException {
    Path shadows = CacheFolder.prepare(folder).resolve("shadow");
    String hash = SourceText.of(realRoot.toString()).sha256().substring(0, 16);
    String name = realRoot.getFileName() + "-" + hash;
    for (int copy = 1; copy <= MOST_COPIES; copy++) {
      Path shadow = shadows.resolve(copy == 1 ? name : name + "-" + copy);
      Optional<ShadowFolder> claimed = tryClaim(shadow);
      if (claimed.isPresent()) {
        Files.writeString(shadow.resolve("real-root"), realRoot.toString());
        evictOnce(shadows);
        return claimed.get();
      }
    }
    throw new IOException(
        "%d processes already work on %s; end one of them".formatted(MOST_COPIES, realRoot));
  }

  /// In the background, and at most once in the life of a process.
  private void evictOnce(Path shadows) {
    if (evicted.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("rustmend-evict-shadows")
          .start(() -> Eviction.run(shadows, OLD, Instant.now(), held));
    }
  }

  private Optional<ShadowFolder> tryClaim(Path shadow) throws IOException {
    if (!held.add(shadow)) {
      return Optional.empty();
    }
    try {
      Optional<ShadowFolder> claimed = ShadowFolder.claim(shadow, () -> held.remove(shadow));
      if (claimed.isEmpty()) {
        held.remove(shadow);
      }
      return claimed;
    } catch (OverlappingFileLockException e) {
      return Optional.empty(); // another cache of this process has it: never touch its lock file
    } catch (IOException e) {
      held.remove(shadow);
      throw e;
    }
  }
}
