package dev.rustmend.learn;

import dev.rustmend.cargo.Tools;
import dev.rustmend.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A git repository that is only read: its first-parent history, and the files of a commit in a
/// folder of ours. No branch, index, hook or file of the user's is touched, and nothing is fetched.
record GitRepository(Tools tools, Path top) {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{40,64}) (\\d+) ?(.*)");

  /// What may run a program of the repository's, or reach the network, is switched off.
  private static final List<String> ALONE =
      List.of(
          "-c", "core.hooksPath=/dev/null",
          "-c", "core.fsmonitor=false",
          "-c", "core.sparseCheckout=false",
          "-c", "submodule.recurse=false",
          "-c", "protocol.allow=never",
          "-c", "log.showSignature=false");

  private static final Map<String, String> QUIET =
      Map.of(
          "GIT_OPTIONAL_LOCKS", "0",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_NO_LAZY_FETCH", "1",
          "LC_ALL", "C");

  /// The repository that `folder` is in. Throws [GitFailure] where there is none, or no git.
  static GitRepository of(Tools tools, Path folder) throws InterruptedException {
    Tools.Run run = run(tools, folder, List.of("rev-parse", "--show-toplevel"), Map.of());
    if (!run.succeeded()) {
      throw new GitFailure(
          "%s is not in a git repository; give a folder that is".formatted(folder));
    }
    return new GitRepository(tools, Path.of(run.output().strip()));
  }

  /// The commits of the first-parent line that change what cargo may read, newest first.
  List<Commit> commits(Optional<String> since, int most) throws InterruptedException {
    var arguments =
        new ArrayList<>(
            List.of(
                "log",
                "--first-parent",
                "--no-show-signature",
                "--format=%H %ct %P",
                "--max-count=" + most));
    since.ifPresent(date -> arguments.add("--since=" + date));
    arguments.addAll(List.of("HEAD", "--", "*.rs", "*.toml", "Cargo.lock"));
    Tools.Run run = git(arguments, Map.of());
    if (!run.succeeded()) {
      throw new GitFailure(
          "git can not list the commits of %s (%s); make a first commit"
              .formatted(top, first(run.output())));
    }
    var commits = new ArrayList<Commit>();
    run.output().lines().forEach(line -> commit(line).ifPresent(commits::add));
    return List.copyOf(commits);
  }

  private static Optional<Commit> commit(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Commit(
                matcher.group(1),
                Long.parseLong(matcher.group(2)) * 1000,
                matcher.group(3).contains(" ")))
        : Optional.empty();
  }

  /// Earlier texts of `file`, a name below the top, from before `commit`, newest first.
  List<SourceText> earlier(Commit commit, String file, int most) throws InterruptedException {
    Tools.Run run =
        git(
            List.of(
                "log",
                "--first-parent",
                "--format=%H %ct %P",
                "--max-count=" + most,
                commit.id() + "^",
                "--",
                ":(top,literal)" + file),
            Map.of());
    var texts = new ArrayList<SourceText>();
    if (run.succeeded()) {
      for (String line : run.output().lines().toList()) {
        Optional<Commit> at = commit(line);
        if (at.isPresent()) {
          Tools.Run shown = git(List.of("show", at.get().id() + ":" + file), Map.of());
          if (shown.succeeded()) {
            texts.add(SourceText.of(shown.output()));
          }
        }
      }
    }
    return List.copyOf(texts);
  }

  /// Makes `folder` hold the files of `commit` and no others of git's; files that are the same as
  /// before are not written again. `index` is a file of ours beside it. Throws [GitFailure].
  void show(Commit commit, Path folder, Path index) throws InterruptedException {
    Tools.Run run = readTree(commit, folder, index);
    if (!run.succeeded()) {
      // what an earlier run left behind may be half of something
      try {
        Files.deleteIfExists(index);
        Files.deleteIfExists(Path.of(index + ".lock"));
      } catch (IOException e) {
        throw new UncheckedIOException(index + " can not be deleted", e);
      }
      run = readTree(commit, folder, index);
    }
    if (!run.succeeded()) {
      throw new GitFailure(
          "git can not write the files of %s (%s); see `git fsck`"
              .formatted(commit.id(), first(run.output())));
    }
  }

  private Tools.Run readTree(Commit commit, Path folder, Path index) throws InterruptedException {
    return git(
        List.of(
            "--work-tree=" + folder,
            "read-tree",
            "--reset",
            "-u",
            "--no-sparse-checkout",
            "--no-recurse-submodules",
            commit.id()),
        Map.of("GIT_INDEX_FILE", index.toString()));
  }

  private Tools.Run git(List<String> arguments, Map<String, String> variables)
      throws InterruptedException {
    return run(tools, top, arguments, variables);
  }

  private static Tools.Run run(
      Tools tools, Path folder, List<String> arguments, Map<String, String> variables)
      throws InterruptedException {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(ALONE);
    command.addAll(arguments);
    var all = new HashMap<>(QUIET);
    all.putAll(variables);
    try {
      return tools.run(folder, command, all, LIMIT);
    } catch (UncheckedIOException _) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new GitFailure("git can not be started; install it or put it on the PATH");
    }
  }

  private static String first(String output) {
    return output.lines().findFirst().orElse("no reason given");
  }
}
