package dev.rustmend.cargo;

import dev.rustmend.diagnostic.CrateId;

/// Who wants to know how a run of cargo uses the compiler. Asked from any thread.
@FunctionalInterface
public interface CompilerWatch {

  /// cargo has called the compiler.
  void called(CompilerCall call);

  /// `crate` is compiled, now or earlier, and `sources` tells what it is made of.
  default void stands(CrateId crate, SourceList sources) {}

  /// Nobody.
  static CompilerWatch none() {
    return _ -> {};
  }
}
