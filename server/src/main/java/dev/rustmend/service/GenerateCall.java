package dev.rustmend.service;

import static dev.rustmend.service.Parameter.optional;
import static dev.rustmend.service.Parameter.required;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.service.Call.Effect;
import dev.rustmend.service.Call.Pace;
import dev.rustmend.service.Parameter.Form;
import dev.rustmend.service.ServiceFailure.Kind;
import dev.rustmend.workspace.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// `generate`: a new project that compiles and whose tests pass, or why there is none.
record GenerateCall(ProjectGenerator generator, Builds builds) {

  Call call() {
    return new Call(
        "generate",
        "generate_project",
        "Generate a Rust project",
        "Makes a new cargo project from a description; it compiles and its tests pass, else"
            + " `success` is false and there are no files. With `out` it is written into that new"
            + " folder.",
        List.of(
            required("description", new Form.Text(10_000), "What the project is to do."),
            optional("requirements", new Form.Text(10_000), "Further requirements."),
            optional("template", new Form.Text(200), "The id of a template to begin with."),
            optional("name", new Form.Text(64), "The name of the package."),
            optional(
                "out", new Form.Text(4096), "A new or empty folder to write the project into."),
            optional("model", new Form.Flag(), "false asks no language model.")),
        Shape.object(
            Map.of(
                "success", Shape.flag(),
                "message", Shape.text(),
                "by", Shape.text(),
                "template?", Shape.text(),
                "files", Shape.mapOf(Shape.text()),
                "proof", Shape.object(Map.of("commands", Shape.list(Shape.text()))),
                "out?", Shape.text(),
                "notes", Shape.list(Shape.text()))),
        Effect.WRITES_SOURCES,
        Pace.LONG,
        this::answer);
  }

  private JsonObject answer(Arguments arguments, Call.Context context) throws InterruptedException {
    Optional<Path> out = arguments.text("out").map(context.roots()::creatable);
    out.ifPresent(GenerateCall::expectEmpty);
    var request =
        new GenerateRequest(
            arguments.needed("description"),
            arguments.text("requirements").orElse(""),
            arguments.text("template"),
            arguments.text("name"),
            arguments.flag("model", true) ? ModelUse.ASKED_LAST : ModelUse.NOT_ASKED);
    try (Builds.Turn _ = builds.turn(context.progress())) {
      GeneratedProject project = generator.generate(request, context.progress());
      JsonObject json = json(project);
      if (project.success() && out.isPresent()) {
        write(project, out.get(), context.roots());
        json.addProperty("out", out.get().toString());
      }
      return json;
    }
  }

  private static JsonObject json(GeneratedProject project) {
    var json = new JsonObject();
    json.addProperty("success", project.success());
    json.addProperty("message", project.message());
    json.addProperty("by", project.by());
    project.template().ifPresent(id -> json.addProperty("template", id));
    var files = new JsonObject();
    project.files().forEach(files::addProperty);
    json.add("files", files);
    var proof = new JsonObject();
    proof.add("commands", list(project.proof()));
    json.add("proof", proof);
    json.add("notes", list(project.notes()));
    return json;
  }

  private static JsonArray list(List<String> texts) {
    var array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static void expectEmpty(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isEmpty()) {
        return;
      }
    } catch (IOException e) {
      throw new ServiceFailure(
          Kind.INVALID, "%s is no folder that can be used; name a new one".formatted(folder), e);
    }
    throw new ServiceFailure(
        Kind.INVALID, "%s has something in it; name a new or empty folder".formatted(folder));
  }

  private static void write(GeneratedProject project, Path out, Roots roots) {
    for (Map.Entry<String, String> file : project.files().entrySet()) {
      Path path = out.resolve(file.getKey()).normalize();
      if (!path.startsWith(out) || !roots.allows(path)) {
        throw new ServiceFailure(
            Kind.OUTSIDE, "%s would lie outside of %s".formatted(file.getKey(), out));
      }
      try {
        AtomicFile.create(path, file.getValue().getBytes(StandardCharsets.UTF_8));
      } catch (FileAlreadyExistsException e) {
        throw new ServiceFailure(Kind.CHANGED, path + " came up meanwhile; name another folder", e);
      } catch (IOException e) {
        throw new ServiceFailure(
            Kind.ENVIRONMENT,
            "%s could not be written (%s); name another folder".formatted(path, e.getMessage()),
            e);
      }
    }
  }
}
