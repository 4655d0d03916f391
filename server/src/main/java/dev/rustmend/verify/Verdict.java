package dev.rustmend.verify;

import dev.rustmend.diagnostic.Diagnostic;
import java.util.Optional;

/// What the compiler, and the guards before it, said of a patch.
public sealed interface Verdict {

  /// The crate of the target has no error left. For a warning: the warning is gone and nothing new
  /// came. `doubt` is a verb phrase about the patch, where the warnings that it brought speak
  /// against it, see [Aftermath]: only a person should take it then.
  record Compiles(int errorsBefore, int errorsAfter, Optional<String> doubt) implements Verdict {
    public Compiles(int errorsBefore, int errorsAfter) {
      this(errorsBefore, errorsAfter, Optional.empty());
    }
  }

  /// The target is gone and nothing that was fine before broke; other errors remain.
  record Advances(int errorsBefore, int errorsAfter) implements Verdict {}

  /// The patch does not help or makes things worse; `why` is a phrase such as `introduces E0308`.
  record Rejected(String why) implements Verdict {
    private static final String INTRODUCES = "introduces ";
    private static final String REMAINS = "the error remains";

    /// The rejection of a patch after which the error is still there.
    static Rejected remaining() {
      return new Rejected(REMAINS);
    }

    /// The rejection of a patch that brought `error`.
    static Rejected introducing(Diagnostic error) {
      String code = error.codeText();
      return new Rejected(
          INTRODUCES + (code.isEmpty() ? "an error" : code) + ": " + error.message());
    }

    /// Whether the patch was compiled and brought errors of its own, which a further step may
    /// remove; other rejections are final.
    public boolean mayBeHalfOfARepair() {
      return why.startsWith(INTRODUCES);
    }

    /// Whether the patch was compiled, and errors are the reason; a guard rejects without
    /// compiling.
    public boolean isByTheCompiler() {
      return mayBeHalfOfARepair() || why.equals(REMAINS);
    }
  }

  /// Nothing could be found out; `why` says what stood in the way.
  record Unknown(String why) implements Verdict {}

  /// Whether the patch may be offered.
  default boolean isOffered() {
    return switch (this) {
      case Compiles _, Advances _ -> true;
      case Rejected _, Unknown _ -> false;
    };
  }

  /// What speaks against the patch although it compiles, as a verb phrase about it.
  default Optional<String> doubt() {
    return Optional.empty();
  }

  /// The word used in JSON and in `data`.
  default String word() {
    return switch (this) {
      case Compiles _ -> "compiles";
      case Advances _ -> "advances";
      case Rejected _ -> "rejected";
      case Unknown _ -> "unverified";
    };
  }
}
