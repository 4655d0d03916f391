package dev.rustmend.embedding;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// The memory of native libraries. glibc keeps what they free for later; a server that is idle for
/// hours should not.
@SuppressWarnings("restricted")
final class NativeHeap {
  private NativeHeap() {}

  private static final int ARENAS = -8; // M_ARENA_MAX

  /// Has all threads share one pool of memory, where the C library is glibc: otherwise each thread
  /// that computes a vector keeps a pool of its own, as large as its largest text has needed.
  static void share() {
    call(
        "mallopt",
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
        handle -> (int) handle.invokeExact(ARENAS, 1));
  }

  /// Gives freed memory back to the system, where the C library has a function for it; says whether
  /// it has.
  static boolean trim() {
    return call(
        "malloc_trim",
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG),
        handle -> (int) handle.invokeExact(0L));
  }

  @FunctionalInterface
  private interface Native {
    int call(MethodHandle function) throws Throwable;
  }

  private static boolean call(String name, FunctionDescriptor shape, Native invocation) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find(name);
    if (function.isEmpty()) {
      return false;
    }
    try {
      return invocation.call(linker.downcallHandle(function.get(), shape)) >= 0;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " can not be called", e);
    }
  }
}
