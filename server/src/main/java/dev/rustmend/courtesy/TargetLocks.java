package dev.rustmend.courtesy;

import dev.rustmend.cargo.CargoWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who builds in the user's target directories, by the locks that cargo holds there while it does.
///
/// Linux lists all locks of files in one table (`table`, else `/proc/locks`), so a look costs some
/// tenths of a millisecond, and no lock is tried: to try is to hold it for a moment, and the user's
/// cargo would say that it is blocked. Other systems have no such table; nothing is seen there.
public record TargetLocks(Path table, List<Path> targets) {
  private static final Path OF_THE_KERNEL = Path.of("/proc/locks");

  /// `1: FLOCK ADVISORY WRITE 4712 fe:00:11468926 0 EOF`: who has the lock, and the number of the
  /// file. The line of one who waits for it has an arrow.
  private static final Pattern HELD =
      Pattern.compile("\\d+: FLOCK +\\S+ +\\S+ +(\\d{1,9}) \\S+:(\\d+) .*");

  public TargetLocks {
    targets = List.copyOf(targets);
  }

  /// Those of a workspace.
  public static TargetLocks of(CargoWorkspace workspace) {
    return new TargetLocks(
        OF_THE_KERNEL,
        Stream.of(workspace.targetDirectory(), workspace.buildDirectory()).distinct().toList());
  }

  /// Whether builds can be seen on this system.
  public boolean canTell() {
    return Files.isReadable(table);
  }

  /// The builds that run now, each once; those that only check are among them.
  public List<OwnBuild> running() {
    if (!canTell() || targets.stream().noneMatch(Files::isDirectory)) {
      return List.of();
    }
    try {
      Map<String, Long> holders = holders();
      return targets.stream()
          .flatMap(TargetLocks::lockFiles)
          .flatMap(file -> Optional.ofNullable(holders.get(inode(file))).stream())
          .distinct()
          .map(TargetLocks::build)
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // a folder that vanishes meanwhile: nobody builds in it
    }
  }

  /// Process ids by the number of the file that each has locked.
  private Map<String, Long> holders() throws IOException {
    var holders = new HashMap<String, Long>();
    try (Stream<String> lines = Files.lines(table)) {
      for (String line : (Iterable<String>) lines::iterator) {
        Matcher lock = HELD.matcher(line);
        if (lock.matches()) {
          holders.put(lock.group(2), Long.valueOf(lock.group(1)));
        }
      }
    }
    return holders;
  }

  /// `debug/.cargo-lock`, `x86_64-unknown-linux-gnu/release/.cargo-lock`; newer versions of cargo
  /// have several of them.
  private static Stream<Path> lockFiles(Path target) {
    return folders(target)
        .flatMap(profile -> {
          List<Path> locks = locks(profile);
          return locks.isEmpty()
              ? folders(profile).flatMap(inner -> locks(inner).stream())
              : locks.stream();
        });
  }

  private static Stream<Path> folders(Path folder) {
    return entries(folder, "*").stream().filter(Files::isDirectory);
  }

  private static List<Path> locks(Path folder) {
    return entries(folder, ".cargo*lock");
  }

  private static List<Path> entries(Path folder, String names) {
    var found = new ArrayList<Path>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, names)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return found;
  }

  private static String inode(Path file) {
    try {
      return String.valueOf(Files.getAttribute(file, "unix:ino"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A process of another container has the number 0 here.
  private static OwnBuild build(long pid) {
    return ProcessHandle.of(pid)
        .map(ProcessHandle::info)
        .filter(process -> process.command().filter(it -> it.endsWith("/cargo")).isPresent())
        .flatMap(ProcessHandle.Info::arguments)
        .map(arguments -> OwnBuild.of(List.of(arguments)))
        .orElseGet(() -> new OwnBuild(Optional.empty()));
  }
}
