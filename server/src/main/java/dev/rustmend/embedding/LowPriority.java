package dev.rustmend.embedding;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/// Has the system prefer all others to a thread.
final class LowPriority {
  private static final int WHO_IS_A_THREAD = 0;
  private static final int THIS_ONE = 0;
  private static final int NICE = 10;

  private LowPriority() {}

  /// Lowers the priority of this thread of the system for good, on Linux, where priorities are
  /// those of threads and Java's own have no effect; says whether it did.
  @SuppressWarnings("restricted")
  static boolean take() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> set = linker.defaultLookup().find("setpriority");
    boolean ofThreads =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    if (!ofThreads || set.isEmpty()) {
      return false;
    }
    try {
      int failed =
          (int)
              linker
                  .downcallHandle(
                      set.get(),
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT))
                  .invokeExact(WHO_IS_A_THREAD, THIS_ONE, NICE);
      return failed == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("setpriority can not be called", e);
    }
  }
}
