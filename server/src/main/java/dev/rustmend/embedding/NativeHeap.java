package dev.rustmend.embedding;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// The memory of native libraries. glibc keeps what they free for later; a server that is idle for
/// hours should not.
@SuppressWarnings("restricted")
final class NativeHeap {
  private NativeHeap() {}

  /// Gives freed memory back to the system, where the C library has a function for it; says whether
  /// it has.
  static boolean trim() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> trim = linker.defaultLookup().find("malloc_trim");
    if (trim.isEmpty()) {
      return false;
    }
    try {
      int freed =
          (int)
              linker
                  .downcallHandle(
                      trim.get(),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG))
                  .invokeExact(0L);
      return freed >= 0;
    } catch (Throwable e) {
      throw new IllegalStateException("malloc_trim can not be called", e);
    }
  }
}
