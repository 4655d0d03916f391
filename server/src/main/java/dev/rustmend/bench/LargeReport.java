package dev.rustmend.bench;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What `bench large` measured, on which `machine`.
public record LargeReport(String compiler, String machine, List<Project> projects) {
  public LargeReport {
    projects = List.copyOf(projects);
  }

  /// What was measured in the project of `kind`, if it was.
  public Optional<Project> find(LargeKind kind) {
    return projects.stream().filter(project -> project.kind() == kind).findFirst();
  }

  /// One project: its size; seconds of a bare check of the open file's crate, and from the save to
  /// the first verified fix there and to all that a save brings; milliseconds of code actions while
  /// the errors are there; the server's resident memory in kibibytes then, where the platform
  /// tells.
  public record Project(
      LargeKind kind,
      long lines,
      long packages,
      Sample bareSeconds,
      Sample firstSeconds,
      Sample allSeconds,
      Sample codeActionMillis,
      OptionalLong kibibytes) {

    /// Median time to the first verified fix over the crate's own check.
    public double firstRatio() {
      return firstSeconds.median() / bareSeconds.median();
    }
  }
}
