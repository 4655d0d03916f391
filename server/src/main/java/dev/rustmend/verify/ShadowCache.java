package dev.rustmend.verify;

import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// The shadows of all Cargo workspaces, below a folder of the user's cache, see [CacheFolder]. A
/// process should have one for each folder; two are safe for as long as both are in use.
///
/// A shadow's name is made of the real root's name and a hash of its path. A second claim of the
/// same root, by this or another process, gets a folder of its own with a number behind the name.
/// What nobody has used for a month, and what is too much, is emptied, see [Eviction].
public final class ShadowCache {
  private static final int MOST_COPIES = 16;

  /// How long a shadow is kept that nobody uses.
  public static final Duration AGE = Duration.ofDays(30);

  /// How many bytes all shadows may have; those used last are kept.
  public static final long BYTES = 20_000_000_000L;

  private static final Eviction.Limits LIMITS = new Eviction.Limits(AGE, BYTES);

  /// A server may run for weeks, beside builds of workspaces that nobody opens any more.
  private static final Duration EVERY = Duration.ofHours(6);

  private final Path folder;

  /// POSIX drops a process's lock on a file as soon as the process closes any handle of that file,
  /// so this process must not even open the lock file of a shadow that it holds.
  private final Set<Path> held = ConcurrentHashMap.newKeySet();

  private final Eviction.Limits limits;
  private final Duration every;
  private final AtomicBoolean evicts = new AtomicBoolean();

  /// `folder` is created on first use.
  public ShadowCache(Path folder) {
    this(folder, LIMITS, EVERY);
  }

  /// The same with other limits, which are applied so often.
  ShadowCache(Path folder, Eviction.Limits limits, Duration every) {
    this.folder = folder;
    this.limits = limits;
    this.every = every;
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
        evictFromNowOn(shadows);
        return claimed.get();
      }
    }
    throw new IOException(
        "%d processes already work on %s; end one of them".formatted(MOST_COPIES, realRoot));
  }

  /// The shadows that hold anything, the one used last first. Reads the size of each file, so it
  /// takes its time.
  public List<CachedShadow> contents() throws IOException {
    return Eviction.all(shadows(), held);
  }

  /// Empties `shadow` unless a session has it. Returns how many bytes that freed.
  public long clear(CachedShadow shadow) throws IOException {
    return Eviction.empty(shadow, held);
  }

  private Path shadows() {
    return folder.resolve("shadow");
  }

  /// In the background, from the first claim on for as long as the process lives.
  private void evictFromNowOn(Path shadows) {
    if (evicts.compareAndSet(false, true)) {
      Thread.ofVirtual().name("rustmend-evict-shadows").start(() -> evict(shadows));
    }
  }

  private void evict(Path shadows) {
    try {
      while (Files.isDirectory(shadows)) {
        Eviction.run(shadows, limits, Instant.now(), held);
        Thread.sleep(every);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
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
