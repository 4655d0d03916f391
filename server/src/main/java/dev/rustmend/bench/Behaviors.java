package dev.rustmend.bench;

import java.util.List;

/// Runs repaired programs whose author wrote down, by assertions, what they have to do. Only for
/// programs of a [ProgramFolder], which are the project's own.
final class Behaviors {
  private static final List<String> RUN = List.of("run", "--offline", "--quiet");
  private static final List<String> TEST = List.of("test", "--offline", "--quiet");

  private final ResultCache cache;

  Behaviors(ResultCache cache) {
    this.cache = cache;
  }

  /// What the program that `attempt` left does.
  Behavior of(BrokenProgram program, Attempt attempt, Workplace workplace)
      throws InterruptedException {
    if (program.repaired().isEmpty() || attempt.errorsAfter() > 0) {
      return Behavior.UNKNOWN;
    }
    List<String> key = List.of(program.edition().value(), attempt.source());
    var known = cache.get("behavior-1", key, Behavior.class);
    if (known.isPresent()) {
      return known.get();
    }
    ScratchPackage scratch = workplace.with(program);
    scratch.write(attempt.source());
    boolean asMeant = succeeds(scratch, RUN) && (!hasTests(attempt) || succeeds(scratch, TEST));
    Behavior behavior = asMeant ? Behavior.AS_MEANT : Behavior.OTHER;
    cache.put("behavior-1", key, behavior);
    return behavior;
  }

  private static boolean hasTests(Attempt attempt) {
    return attempt.source().contains("#[test]");
  }

  private static boolean succeeds(ScratchPackage scratch, List<String> arguments)
      throws InterruptedException {
    return scratch.cargo(arguments).exitCode() == 0;
  }
}
