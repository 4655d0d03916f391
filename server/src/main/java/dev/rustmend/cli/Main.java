package dev.rustmend.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The entry point of the program.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Carriers.prepare();
    Terminal terminal = Terminal.ofProcess();
    Interrupts interrupts = Interrupts.watch(Thread.currentThread());
    Exit exit = run(List.of(args), terminal, Optional.of(interrupts));
    terminal.out().flush();
    terminal.err().flush();
    if (exit != Exit.INTERRUPTED) {
      interrupts.finished();
      System.exit(exit.code());
    }
  }

  /// Runs one command line and says how it ended; never ends the process.
  static Exit run(List<String> arguments, Terminal terminal) {
    return run(arguments, terminal, Optional.empty());
  }

  private static Exit run(
      List<String> arguments, Terminal terminal, Optional<Interrupts> interrupts) {
    try {
      return new Wiring(terminal, interrupts).run(arguments);
    } catch (InterruptedException e) {
      terminal.err().println("rustmend: interrupted");
      return Exit.INTERRUPTED;
    } catch (CommandFailure e) {
      terminal.err().println("rustmend: " + e.sentence());
      stack(e, arguments, terminal);
      return e.exit();
    } catch (OutOfMemoryError e) {
      terminal
          .err()
          .println(
              "rustmend: there is not enough memory (%s); give the JVM more with JAVA_TOOL_OPTIONS=-Xmx4g"
                  .formatted(e.getMessage()));
      stack(e, arguments, terminal);
      return Exit.ENVIRONMENT;
    } catch (RuntimeException | LinkageError e) {
      terminal
          .err()
          .println(
              "rustmend: this is a defect in rustmend (%s); run it with -v for the details and report them"
                  .formatted(e));
      stack(e, arguments, terminal);
      return Exit.ENVIRONMENT;
    }
  }

  private static void stack(Throwable e, List<String> arguments, Terminal terminal) {
    if (arguments.contains("-v") || arguments.contains("--verbose")) {
      for (Throwable at = e; at != null; at = at.getCause()) {
        terminal.err().println(at);
        Arrays.stream(at.getStackTrace()).forEach(frame -> terminal.err().println("  at " + frame));
      }
    }
  }
}
