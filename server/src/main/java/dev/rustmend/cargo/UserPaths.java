package dev.rustmend.cargo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Paths of a workspace that is compiled where it is.
///
/// cargo asks the system for its working folder, so where the user came through a symbolic link it
/// reports the link's target: such paths are given back the user's spelling.
final class UserPaths implements PathMap {
  private final CargoWorkspace workspace;

  /// From the real folder to the user's spelling of it, where they differ.
  private final Map<Path, Path> spellings;

  UserPaths(CargoWorkspace workspace) {
    this.workspace = workspace;
    this.spellings = spellings(workspace);
  }

  @Override
  public Path toUser(Path reported) {
    for (var spelling : spellings.entrySet()) {
      if (reported.startsWith(spelling.getKey())) {
        return spelling.getValue().resolve(spelling.getKey().relativize(reported));
      }
    }
    return reported;
  }

  @Override
  public String textToUser(String text) {
    String mapped = text;
    for (var spelling : spellings.entrySet()) {
      mapped = mapped.replace(spelling.getKey().toString(), spelling.getValue().toString());
    }
    return mapped;
  }

  @Override
  public boolean editable(Path userPath) {
    return workspace.owns(userPath);
  }

  private static Map<Path, Path> spellings(CargoWorkspace workspace) {
    var found = new LinkedHashMap<Path, Path>();
    add(found, workspace.root());
    workspace.packageRoots().forEach(root -> add(found, root));
    return Map.copyOf(found);
  }

  private static void add(Map<Path, Path> spellings, Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!real.equals(folder)) {
        spellings.put(real, folder);
      }
    } catch (IOException e) {
      spellings.remove(folder);
    }
  }
}
