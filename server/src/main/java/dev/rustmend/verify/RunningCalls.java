package dev.rustmend.verify;

import dev.rustmend.cargo.CompilerCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The calls of the compiler that one run of cargo has made so far, and how far each of them is.
/// Safe to use from any thread.
final class RunningCalls {
  private final Set<CompilerCall> made = ConcurrentHashMap.newKeySet();

  /// When the list of a call's sources was written before the run began.
  private final Map<Path, FileTime> before = new ConcurrentHashMap<>();

  /// What each call had read before the run began: while it runs, the lists are written anew.
  private final Map<CompilerCall, Set<Path>> sources = new ConcurrentHashMap<>();

  /// A run begins; `known` are calls that it may make again.
  void begin(Collection<CompilerCall> known) {
    made.clear();
    before.clear();
    sources.clear();
    known.forEach(call -> sources.put(call, read(call)));
    known.forEach(
        call -> written(call.sourceList()).ifPresent(time -> before.put(call.sourceList(), time)));
  }

  /// Whether `call` had read `file`, a path of the shadow, before the run began.
  boolean hadRead(CompilerCall call, Path file) {
    return sources.getOrDefault(call, Set.of()).contains(file);
  }

  void add(CompilerCall call) {
    made.add(call);
  }

  /// The calls of the run.
  Set<CompilerCall> all() {
    return Set.copyOf(made);
  }

  /// Whether the run has made `call` and its compiler has read all files: it writes the list of
  /// them when the last macro is expanded, before it looks at any type.
  boolean hasRead(CompilerCall call) {
    Optional<FileTime> now = written(call.sourceList());
    return made.contains(call)
        && now.isPresent()
        && !now.equals(Optional.ofNullable(before.get(call.sourceList())));
  }

  private static Set<Path> read(CompilerCall call) {
    try {
      return call.sources();
    } catch (IOException _) {
      return Set.of();
    }
  }

  private static Optional<FileTime> written(Path list) {
    try {
      return Optional.of(Files.getLastModifiedTime(list));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
