package dev.rustmend.cli;

import dev.rustmend.kb.NewEntry;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb new`: begins an entry for a code, or a task.
final class KbNewCommand implements Command {
  private static final String TASK = "tasks(/[a-z0-9]+(-[a-z0-9]+)*){2}";

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(this, "new", "Begins an entry for an error code or a lint, or a task.");
    spec.addPositional(
        Options.required("CODE", "E0382, a lint such as clippy::len_zero, or tasks/TOPIC/NAME."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    String code = invocation.parameter(0).orElse("");
    boolean task = code.matches(TASK);
    if (!task && !code.matches("E\\d{4}|[a-z_]+(::[a-z_]+)?")) {
      throw new CommandFailure(
          Exit.USAGE,
          "`%s` is no error code, no lint and no task; write E0382, unused_mut or tasks/files/copy"
              .formatted(code));
    }
    Path root = KbFolder.root(invocation).orElseGet(() -> invocation.path("kb-data"));
    try {
      Path file = task ? NewEntry.writeTask(root, code) : NewEntry.write(root, code);
      invocation.print(file.toString());
      invocation.tell(
          task
              ? "rustmend: fill it in, then run `rustmend kb verify FILE`"
              : "rustmend: fill it in, give the file the name of the repair, then run `rustmend kb"
                  + " verify FILE`");
      return Exit.CLEAN;
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          Exit.USAGE,
          "%s is there already; finish or rename it first".formatted(e.getMessage()),
          e);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "no entry can be written in %s: %s".formatted(root, e), e);
    }
  }
}
