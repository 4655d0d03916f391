package dev.rustmend.lsp;

import dev.rustmend.generate.Generated;
import dev.rustmend.generate.Generator;
import dev.rustmend.generate.ProjectFolder;
import dev.rustmend.generate.Wanted;
import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.repair.FixRequest.ModelUse;
import dev.rustmend.submission.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ShowDocumentParams;

/// `rustmend.server.generate`: a new project from a description. It is put below the folder of the
/// `uri` that is given, else below the first folder of the client, and beside that when it is a
/// project itself. `generator` is called when it is needed.
record GenerateCommand(
    Supplier<Generator> generator,
    Roots roots,
    Runs runs,
    ProgressBoard board,
    RustmendClient client,
    ClientProfile profile) {
  private static final String MANIFEST = "Cargo.toml";

  /// The command with the settings that hold when it is called.
  static GenerateCommand of(
      ServerSetup setup,
      Configuration configuration,
      Roots roots,
      Runs runs,
      ProgressBoard board,
      RustmendClient client,
      ClientProfile profile) {
    return new GenerateCommand(
        () -> setup.generator().apply(configuration.general()),
        roots,
        runs,
        board,
        client,
        profile);
  }

  String generate(CommandTarget target) {
    return runs.add(
        ServerCommand.GENERATE.word(),
        runId -> {
          Optional<Path> folder = folder(target);
          if (folder.isEmpty()) {
            client.showMessage(
                Messages.info("no folder is open to put a project into; give one as `uri`"));
            return;
          }
          try {
            generate(runId, target, folder.get());
          } catch (RefusedException e) {
            client.showMessage(Messages.warning(e.sentence()));
          }
        });
  }

  private void generate(String runId, CommandTarget target, Path folder)
      throws InterruptedException {
    var wanted =
        new Wanted(
            target.question().orElse(""),
            "",
            target.template(),
            target.name(),
            target.model().orElse(true) ? ModelUse.ASKED_LAST : ModelUse.NOT_ASKED);
    Generated made;
    try (Progress progress = board.part(runId, "Generating", () -> runs.cancel(runId))) {
      made = generator.get().generate(wanted, progress::report);
    }
    switch (made) {
      case Generated.Declined declined -> client.showMessage(Messages.info(declined.sentence()));
      case Generated.Project project -> write(project, folder.resolve(project.name()));
    }
  }

  private void write(Generated.Project project, Path place) throws InterruptedException {
    try {
      if (!ProjectFolder.isFree(place)) {
        client.showMessage(
            Messages.warning("there is something at %s; give another `name`".formatted(place)));
        return;
      }
      ProjectFolder.write(place, project.files());
    } catch (IOException e) {
      client.showMessage(
          Messages.warning("the project can not be written to %s: %s".formatted(place, e)));
      return;
    }
    String notes = String.join(" ", project.notes());
    client.showMessage(Messages.info("%s was made. %s".formatted(place, notes).strip()));
    show(place.resolve("README.md"));
  }

  private void show(Path file) throws InterruptedException {
    if (profile.has(Feature.SHOW_DOCUMENT)) {
      var params = new ShowDocumentParams(ToLsp.uri(file));
      params.setTakeFocus(true);
      try {
        var _ = client.showDocument(params).get();
      } catch (ExecutionException e) {
        client.showMessage(Messages.info("the project begins with " + file));
      }
    }
  }

  private Optional<Path> folder(CommandTarget target) {
    Optional<Path> given = target.file();
    if (given.isPresent()) {
      return Files.isDirectory(given.get()) ? given : Optional.ofNullable(given.get().getParent());
    }
    List<Path> folders = roots.folders();
    return folders.stream()
        .findFirst()
        .map(root -> Files.exists(root.resolve(MANIFEST)) ? root.resolveSibling("") : root);
  }
}
