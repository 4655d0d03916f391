package dev.rustmend.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.cli.Paint.Ink;
import dev.rustmend.generate.Generated;
import dev.rustmend.generate.Generator;
import dev.rustmend.generate.ProjectFolder;
import dev.rustmend.generate.Ranked;
import dev.rustmend.generate.Wanted;
import dev.rustmend.kb.Guide;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.service.ReportJson;
import dev.rustmend.settings.Settings;
import dev.rustmend.submission.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// `rustmend generate`: a new cargo project that compiles and whose tests pass, or an honest
/// failure.
final class GenerateCommand implements Command {
  private static final String OUT = "--out";
  private static final String TEMPLATE = "--template";
  private static final String NAME = "--name";
  private static final String REQUIREMENTS = "--requirements";
  private static final String NO_MODEL = "--no-model";
  private static final String LIST = "list";

  private final Wiring wiring;

  GenerateCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            this,
            "generate",
            "Makes a new cargo project that compiles and passes its tests: of the template that"
                + " fits the description, adapted by the model if you have chosen one.");
    spec.addPositional(
        Options.optional(
            "DESCRIPTION", "What it is to be; without it, --template shows the template."));
    spec.addOption(
        Options.text(OUT, "DIR", "Where it goes; a new folder with its name unless given.")
            .build());
    spec.addOption(
        Options.text(TEMPLATE, "T", "The template to begin with; `list` names all.").build());
    spec.addOption(Options.text(NAME, "NAME", "The package's name.").build());
    spec.addOption(Options.text(REQUIREMENTS, "TEXT", "What else it must do.").build());
    spec.addOption(Options.flag(NO_MODEL, "Ask no language model.").build());
    spec.addOption(Options.flag(Options.JSON, "Print one JSON document.").build());
    return spec;
  }

  @Override
  public Exit run(Invocation invocation) throws InterruptedException {
    Settings settings = wiring.settings(invocation);
    Generator generator = wiring.workshop().generator(settings);
    Optional<String> template = invocation.value(TEMPLATE);
    Optional<String> description = invocation.parameter(0);
    if (template.equals(Optional.of(LIST))) {
      return list(invocation, generator);
    }
    if (description.isEmpty() && template.isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE,
          "say what to make: `rustmend generate \"DESCRIPTION\"`; --template list"
              + " names the templates");
    }
    Optional<Path> out = invocation.<String>value(OUT).map(invocation::path);
    if (description.isEmpty() && out.isEmpty()) {
      return preview(invocation, generator, template.orElse(""));
    }
    out.ifPresent(GenerateCommand::expectFree);
    var wanted =
        new Wanted(
            description.orElse(""),
            invocation.<String>value(REQUIREMENTS).orElse(""),
            template,
            invocation.<String>value(NAME).or(() -> out.flatMap(GenerateCommand::name)),
            invocation.has(NO_MODEL) ? ModelUse.NOT_ASKED : ModelUse.ASKED_LAST);
    return switch (make(invocation, generator, wanted)) {
      case Generated.Declined declined -> declined(invocation, declined);
      case Generated.Project project -> {
        Path place = out.orElseGet(() -> invocation.path(project.name()));
        expectFree(place);
        write(place, project);
        yield made(invocation, place, project);
      }
    };
  }

  /// The folder's name, like `cargo new`, where it can be that of a package.
  private static Optional<String> name(Path out) {
    return Optional.ofNullable(out.getFileName()).map(Path::toString).filter(Generator::isName);
  }

  private static Generated make(Invocation invocation, Generator generator, Wanted wanted)
      throws InterruptedException {
    try (ProgressLine line =
        ProgressLine.start(
            invocation.terminal(),
            invocation.paint(Terminal.Channel.ERR),
            "Generating",
            wanted.name().orElse("a project"))) {
      return generator.generate(wanted, step -> line.show(step, 0, 0));
    } catch (RefusedException e) {
      throw new CommandFailure(Exit.ENVIRONMENT, e.sentence(), e);
    }
  }

  private static void expectFree(Path place) {
    try {
      if (!ProjectFolder.isFree(place)) {
        throw new CommandFailure(
            Exit.USAGE, "%s is not empty; name another folder with --out".formatted(place));
      }
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "%s can not be looked into; check its rights".formatted(place), e);
    }
  }

  private static void write(Path place, Generated.Project project) {
    try {
      ProjectFolder.write(place, project.files());
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT,
          "%s can not be written; name another folder with --out".formatted(place),
          e);
    }
  }

  private static Exit made(Invocation invocation, Path place, Generated.Project project) {
    if (invocation.has(Options.JSON)) {
      var json = new JsonObject();
      json.addProperty("success", true);
      json.addProperty("name", project.name());
      json.addProperty("folder", place.toString());
      json.addProperty("template", project.template());
      json.addProperty("by", project.by().word());
      json.add("files", texts(List.copyOf(project.files().keySet())));
      json.add("proof", texts(project.proof()));
      json.add("notes", texts(project.notes()));
      invocation.print(ReportJson.document(json));
      return Exit.CLEAN;
    }
    Paint paint = invocation.paint(Terminal.Channel.OUT);
    invocation.print(
        "%s %s, begun with %s"
            .formatted(
                paint.in(Ink.GOOD, "✓"),
                paint.in(Ink.STRONG, place.toString()),
                project.template()));
    project.files().keySet().forEach(file -> invocation.print("  " + file));
    invocation.print("passed: " + String.join(", ", project.proof()));
    project.notes().forEach(invocation::print);
    return Exit.CLEAN;
  }

  private static Exit declined(Invocation invocation, Generated.Declined declined) {
    if (invocation.has(Options.JSON)) {
      var json = new JsonObject();
      json.addProperty("success", false);
      json.addProperty("message", declined.sentence());
      var nearest = new JsonArray();
      for (Ranked ranked : declined.nearest()) {
        var one = new JsonObject();
        one.addProperty("id", ranked.template().id());
        one.addProperty("title", ranked.template().title());
        one.addProperty("score", ranked.score());
        nearest.add(one);
      }
      json.add("nearest", nearest);
      invocation.print(ReportJson.document(json));
      return Exit.REMAIN;
    }
    invocation.print(declined.sentence());
    if (!declined.nearest().isEmpty()) {
      invocation.print("The nearest are:");
      declined
          .nearest()
          .forEach(ranked ->
              invocation.print(
                  "  %s: %s".formatted(ranked.template().id(), ranked.template().title())));
    }
    return Exit.REMAIN;
  }

  private static Exit list(Invocation invocation, Generator generator) {
    var rows = new JsonArray();
    for (Guide template : generator.templates()) {
      if (invocation.has(Options.JSON)) {
        var one = new JsonObject();
        one.addProperty("id", template.id());
        one.addProperty("title", template.title());
        rows.add(one);
      } else {
        invocation.print("%-52s %s".formatted(template.id(), template.title()));
      }
    }
    if (invocation.has(Options.JSON)) {
      var json = new JsonObject();
      json.add("templates", rows);
      invocation.print(ReportJson.document(json));
    }
    return Exit.CLEAN;
  }

  private static Exit preview(Invocation invocation, Generator generator, String id) {
    Guide template =
        generator
            .template(id)
            .orElseThrow(() ->
                new CommandFailure(
                    Exit.USAGE,
                    "there is no template `%s`; --template list names all".formatted(id)));
    var lines = new ArrayList<String>();
    lines.add("# " + template.title());
    lines.add("");
    lines.add(template.prose().strip());
    for (Guide.SourceFile file : template.files()) {
      String language = file.path().endsWith(".rs") ? "rust" : "text";
      lines.add("");
      lines.add("## " + file.path());
      lines.add("");
      lines.add("```" + language);
      lines.add(file.text().stripTrailing());
      lines.add("```");
    }
    if (invocation.has(Options.JSON)) {
      var json = new JsonObject();
      json.addProperty("id", template.id());
      json.addProperty("title", template.title());
      var files = new JsonObject();
      template.files().forEach(file -> files.addProperty(file.path(), file.text()));
      json.add("files", files);
      invocation.print(ReportJson.document(json));
    } else {
      var text =
          new MarkdownText(invocation.paint(Terminal.Channel.OUT), invocation.terminal().columns());
      invocation.print(text.lines(String.join("\n", lines)));
    }
    return Exit.CLEAN;
  }

  private static JsonArray texts(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
