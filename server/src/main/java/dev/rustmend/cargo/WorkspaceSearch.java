package dev.rustmend.cargo;

/// What came of looking for the Cargo workspace of a file.
public sealed interface WorkspaceSearch {

  /// The file belongs to this workspace.
  record Found(CargoWorkspace workspace) implements WorkspaceSearch {}

  /// There is none, or its manifests can not be read.
  record NotFound(CargoFailure failure) implements WorkspaceSearch {}
}
