package dev.rustmend.cli;

import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelFile;
import dev.rustmend.model.StoredModel;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend model add FILE.gguf`: gives a model that is on this machine a name.
final class ModelAddCommand implements Command {
  private static final String AS = "--name";

  private final Wiring wiring;

  ModelAddCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "add", "Adds a GGUF file that is on this machine; the file stays where it is.");
    spec.addPositional(Options.required("FILE", "The model, a GGUF file."));
    spec.addOption(
        Options.text(AS, "NAME", "Its name here; that of the file unless given.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    Path path = invocation.path(invocation.parameter(0).orElseThrow());
    ModelFile file = ModelText.read(path);
    String name = invocation.<String>value(AS).orElseGet(() -> nameOf(path));
    try {
      wiring.modelStore().put(new StoredModel(name, path));
    } catch (ModelException e) {
      throw ModelText.failure(e);
    }
    invocation.print("%s: %s".formatted(name, ModelText.describe(file)));
    invocation.tell("Use it with `rustmend model use %s`.".formatted(name));
    return Exit.CLEAN;
  }

  /// The file's name without its ending, in lower case.
  static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.gguf$", "");
  }
}
