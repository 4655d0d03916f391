package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.model.Catalogue;
import dev.rustmend.model.CatalogueEntry;
import dev.rustmend.model.ModelException;
import dev.rustmend.model.ModelFile;
import dev.rustmend.model.ModelFileReader;
import dev.rustmend.model.ModelFileResult;
import dev.rustmend.model.StoredModel;
import dev.rustmend.service.ReportJson;
import dev.rustmend.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend model list`: the models on this machine, and those that can be fetched.
final class ModelListCommand implements Command {
  private final Wiring wiring;

  ModelListCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this, "list", "Lists the models on this machine, and those that can be fetched.");
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) {
    try {
      Settings.Model settings = wiring.settings(invocation).model();
      Optional<Path> used =
          settings.service().endpoint().isPresent()
              ? Optional.empty()
              : settings.path().map(wiring.modelMachine()::path);
      List<StoredModel> models = wiring.modelStore().models();
      if (invocation.has(Options.JSON)) {
        invocation.print(ReportJson.document(json(models, used)));
      } else {
        print(invocation, models, used);
      }
      return Exit.CLEAN;
    } catch (ModelException e) {
      throw ModelText.failure(e);
    }
  }

  private static void print(Invocation invocation, List<StoredModel> models, Optional<Path> used) {
    Paint paint = invocation.paint(Terminal.Channel.OUT);
    invocation.print(paint.in(Ink.STRONG, "On this machine"));
    if (models.isEmpty()) {
      invocation.print("  none");
    }
    for (StoredModel model : models) {
      String mark = used.filter(model.file()::equals).isPresent() ? "*" : " ";
      String what =
          switch (ModelFileReader.read(model.file())) {
            case ModelFileResult.Usable(ModelFile file) -> ModelText.describe(file);
            case ModelFileResult.Refused(String sentence) -> paint.in(Ink.WARNING, sentence);
          };
      invocation.print("%s %-20s %s".formatted(mark, model.name(), what));
    }
    invocation.print("");
    invocation.print(paint.in(Ink.STRONG, "To fetch with `rustmend model pull NAME`"));
    for (CatalogueEntry entry : Catalogue.shipped().entries()) {
      invocation.print(
          "  %-20s about %d MB %s, needs %d GB of memory, %s: %s"
              .formatted(
                  entry.name(),
                  entry.megabytes(),
                  entry.quantization(),
                  entry.memoryGigabytes(),
                  entry.license(),
                  entry.use()));
    }
  }

  private static JsonObject json(List<StoredModel> models, Optional<Path> used) {
    var here = new JsonArray();
    for (StoredModel model : models) {
      var json = new JsonObject();
      json.addProperty("name", model.name());
      json.addProperty("file", model.file().toString());
      json.addProperty("used", used.filter(model.file()::equals).isPresent());
      switch (ModelFileReader.read(model.file())) {
        case ModelFileResult.Usable(ModelFile file) -> {
          json.addProperty("title", file.name());
          json.addProperty("architecture", file.architecture());
          json.addProperty("quantization", file.quantization());
          json.addProperty("bytes", file.fileBytes());
          json.addProperty("contextLength", file.contextLength());
        }
        case ModelFileResult.Refused(String sentence) -> json.addProperty("problem", sentence);
      }
      here.add(json);
    }
    var catalogue = new JsonArray();
    for (CatalogueEntry entry : Catalogue.shipped().entries()) {
      var json = new JsonObject();
      json.addProperty("name", entry.name());
      json.addProperty("title", entry.title());
      json.addProperty("quantization", entry.quantization());
      json.addProperty("megabytes", entry.megabytes());
      json.addProperty("license", entry.license());
      json.addProperty("url", entry.url().toString());
      catalogue.add(json);
    }
    var document = new JsonObject();
    document.add("models", here);
    document.add("catalogue", catalogue);
    return document;
  }
}
