package dev.rustmend.cli;

import dev.rustmend.kb.NewEntry;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend kb new`: begins an entry for a code.
final class KbNewCommand implements Command {

  @Override
  public CommandSpec spec() {
    CommandSpec spec = Options.command(this, "new", "Begins an entry for an error code or a lint.");
    spec.addPositional(Options.required("CODE", "E0382, or a lint such as clippy::len_zero."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    String code = invocation.parameter(0).orElse("");
    if (!code.matches("E\\d{4}|[a-z_]+(::[a-z_]+)?")) {
      throw new CommandFailure(
          Exit.USAGE,
          "`%s` is no error code and no lint; write E0382 or unused_mut".formatted(code));
    }
    Path root = KbFolder.root(invocation).orElseGet(() -> invocation.path("kb-data"));
    try {
      Path file = NewEntry.write(root, code);
      invocation.print(file.toString());
      invocation.tell(
          "rustmend: fill it in, give the file the name of the repair, then run `rustmend kb verify"
              + " FILE`");
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
