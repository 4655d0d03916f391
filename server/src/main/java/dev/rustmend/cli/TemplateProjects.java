package dev.rustmend.cli;

import dev.rustmend.generate.Generated;
import dev.rustmend.generate.Generator;
import dev.rustmend.generate.Wanted;
import dev.rustmend.service.GenerateRequest;
import dev.rustmend.service.GeneratedProject;
import dev.rustmend.service.ProgressListener;
import dev.rustmend.service.ProjectGenerator;
import dev.rustmend.submission.RefusedException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Projects that programs ask for, made of templates.
record TemplateProjects(Generator generator) implements ProjectGenerator {

  @Override
  public GeneratedProject generate(GenerateRequest request, ProgressListener progress)
      throws InterruptedException {
    var wanted =
        new Wanted(
            request.description(),
            request.requirements(),
            request.template(),
            request.name(),
            request.model());
    try {
      return switch (generator.generate(wanted, step -> progress.progress(step, 0, 0))) {
        case Generated.Project project ->
            new GeneratedProject(
                true,
                "made of " + project.template(),
                project.by().word(),
                Optional.of(project.template()),
                project.files(),
                project.proof(),
                project.notes());
        case Generated.Declined declined ->
            new GeneratedProject(
                false,
                declined.sentence(),
                "",
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                declined.nearest().stream()
                    .map(near -> "near is the template " + near.template().id())
                    .toList());
      };
    } catch (RefusedException e) {
      throw SubmittedSources.failure(e);
    }
  }
}
