package dev.rustmend.lsp;

import dev.rustmend.repair.RepairSession;
import dev.rustmend.workspace.FolderWatch;
import dev.rustmend.workspace.FolderWatch.Changes;
import dev.rustmend.workspace.FolderWatch.Scope;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Watches the packages that are checked, where the client does not: for a `git checkout`, or code
/// that a program writes. It begins with the first check, so no start waits for it.
///
/// Only where the system tells changes by itself, which is Linux. On macOS the JDK reads folders
/// again and again, and there clients watch mostly; on Windows a watched folder can not be renamed.
final class DiskWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DiskWatch.class.getName());

  private final Consumer<List<Path>> onChange;
  private Optional<FolderWatch> watch = Optional.empty();
  private State state;

  private enum State {
    READY,
    WATCHING,
    OFF
  }

  /// `onChange` gets files that are new, changed or gone, as clients tell them.
  DiskWatch(ClientProfile client, Consumer<List<Path>> onChange) {
    this.onChange = onChange;
    this.state = client.seesTheDisk() || !isCheapHere() ? State.OFF : State.READY;
  }

  /// A workspace is about to be checked: its packages are watched when this returns, so that
  /// nothing is missed that changes while cargo reads them.
  void follow(RepairSession session) {
    opened()
        .ifPresent(open ->
            Stream.concat(Stream.of(session.root()), session.packageRoots().stream())
                .forEach(open::follow));
  }

  @Override
  public synchronized void close() {
    state = State.OFF;
    watch.ifPresent(FolderWatch::close);
  }

  private synchronized Optional<FolderWatch> opened() {
    if (state == State.READY) {
      state = State.WATCHING;
      try {
        var scope =
            new Scope(DiskWatch::isEntered, CheckScheduler::isRelevant, FolderWatch.MOST_FOLDERS);
        watch = Optional.of(FolderWatch.open(scope, this::tell));
      } catch (IOException e) {
        state = State.OFF;
        LOG.log(Level.INFO, "files are not watched", e);
      }
    }
    return state == State.OFF ? Optional.empty() : watch;
  }

  /// With a folder its modules are gone, whatever they were called.
  private void tell(Changes changes) {
    Stream<Path> gone = changes.goneFolders().stream().map(folder -> folder.resolve("mod.rs"));
    onChange.accept(Stream.concat(changes.files().stream(), gone).toList());
  }

  /// Whether there can be sources in a folder: not in what a build wrote, which cargo marks, nor in
  /// what tools keep for themselves.
  private static boolean isEntered(Path folder) {
    String name = String.valueOf(folder.getFileName());
    if (name.startsWith(".")) {
      return name.equals(".cargo");
    }
    boolean built =
        Files.exists(folder.resolve("CACHEDIR.TAG"))
            || (name.equals("target") && Files.exists(folder.resolveSibling("Cargo.toml")));
    return !built && !name.equals("node_modules");
  }

  private static boolean isCheapHere() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
  }
}
