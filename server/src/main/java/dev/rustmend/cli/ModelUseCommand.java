package dev.rustmend.cli;

import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelFile;
import dev.rustmend.model.StoredModel;
import dev.rustmend.settings.Settings;
import dev.rustmend.settings.SettingsFileException;
import dev.rustmend.settings.SettingsWriter;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend model use NAME`: writes the setting `model.path`.
final class ModelUseCommand implements Command {
  private static final String SETTING = "model.path";

  private final Wiring wiring;

  ModelUseCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "use",
            "Chooses a model: writes `model.path` into your settings file, or into the one of"
                + " --config.");
    spec.addPositional(
        Options.required("NAME", "A model of `rustmend model list`, or a GGUF file."));
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    try {
      Settings.Model before = wiring.settings(invocation).model();
      Path path = file(invocation, invocation.parameter(0).orElseThrow());
      ModelFile model = ModelText.read(path);
      Path settings = settingsFile(invocation);
      write(settings, SettingsWriter.withText(settings, SETTING, path.toString()));
      invocation.print("%s = %s".formatted(SETTING, path));
      invocation.tell("written to %s: %s".formatted(settings, ModelText.describe(model)));
      if (before.service().endpoint().isPresent()) {
        invocation.tell(
            "rustmend: `model.endpoint` is set and wins; remove it to use the model in this file");
      }
      return Exit.CLEAN;
    } catch (ModelException e) {
      throw ModelText.failure(e);
    } catch (SettingsFileException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, String.valueOf(e.getMessage()), e);
    }
  }

  private Path file(Invocation invocation, String given) {
    Optional<StoredModel> stored = wiring.modelStore().find(given);
    Path path = invocation.path(given);
    if (stored.isEmpty() && !Files.exists(path)) {
      throw new CommandFailure(
          Exit.USAGE,
          "there is no model %s here; `rustmend model list` shows those that are, `rustmend model pull %s` may fetch it"
              .formatted(given, given));
    }
    return stored.map(StoredModel::file).orElse(path);
  }

  private Path settingsFile(Invocation invocation) {
    return invocation
        .<Path>value(Options.CONFIG)
        .map(file -> invocation.path(file.toString()))
        .or(wiring::userSettingsFile)
        .orElseThrow(() ->
            new CommandFailure(
                Exit.ENVIRONMENT,
                "there is no folder for your settings; set HOME, or name a file with --config"));
  }

  private static void write(Path file, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (Files.exists(file)) {
        AtomicFile.write(file, content);
      } else {
        AtomicFile.create(file, content);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "%s can not be written (%s); make it writable"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    }
  }
}
