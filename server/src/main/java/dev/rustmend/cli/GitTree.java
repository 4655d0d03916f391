package dev.rustmend.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What git says about the files below a folder.
final class GitTree {
  private final Path folder;

  GitTree(Path folder) {
    this.folder = folder;
  }

  /// The files that are changed, staged or new, as git prints them relative to the repository's
  /// root; none when no git watches the folder. Ignored files do not count, as with `cargo fix`.
  /// Throws [CommandFailure] when there is a repository that git can not read.
  List<String> dirtyFiles() throws InterruptedException {
    if (!isInsideRepository()) {
      return List.of();
    }
    Process git;
    try {
      git =
          new ProcessBuilder(
                  "git", "status", "--porcelain=v1", "-z", "--untracked-files=all", "--", ".")
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      // A repository without git on this machine: nothing is known, as with no git at all.
      return List.of();
    }
    try {
      git.getOutputStream().close();
      String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (git.waitFor() != 0) {
        throw new CommandFailure(
            Exit.ENVIRONMENT,
            "git can not tell whether %s has uncommitted changes; see `git status` there, or pass --allow-dirty"
                .formatted(folder));
      }
      return files(printed);
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, "git could not be read; pass --allow-dirty to go on without it", e);
    } finally {
      git.destroyForcibly();
    }
  }

  private boolean isInsideRepository() {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  /// Entries are `XY path`, separated by NUL; a rename has its old path in an entry of its own.
  private static List<String> files(String printed) {
    var files = new ArrayList<String>();
    String[] entries = printed.split("\0", -1);
    for (int i = 0; i < entries.length; i++) {
      if (entries[i].length() > 3) {
        files.add(entries[i].substring(3));
        i += entries[i].charAt(0) == 'R' || entries[i].charAt(0) == 'C' ? 1 : 0;
      }
    }
    return files;
  }
}
