package dev.rustmend.lsp;

import dev.rustmend.lsp.ClientProfile.Feature;
import dev.rustmend.settings.SettingsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/// `workspace/didChangeWatchedFiles`: files that changed on the disk, by whatever hand.
///
/// Many clients watch nothing (Neovim on Linux) or only their own writes (Helix): there [DiskWatch]
/// does it. Nothing relies on either: what is ready is compared with the disk before it is offered.
record WatchedFilesHandler(
    OpenDocuments documents,
    Configuration configuration,
    CheckScheduler scheduler,
    ClientProfile client) {
  private static final List<String> GLOBS =
      List.of(
          "**/*.rs",
          "**/Cargo.toml",
          "**/Cargo.lock",
          "**/rust-toolchain*",
          "**/.cargo/config*",
          "**/" + SettingsReader.FILE_NAME);

  void handle(DidChangeWatchedFilesParams params) {
    List<FileEvent> events = Optional.ofNullable(params.getChanges()).orElse(List.of());
    changed(events.stream().flatMap(event -> FromLsp.path(event.getUri()).stream()).toList());
  }

  /// These files are new, changed or gone, whoever saw it.
  void changed(List<Path> files) {
    if (files.stream().anyMatch(file -> file.endsWith(SettingsReader.FILE_NAME))) {
      configuration.refresh();
    }
    // What happens to an open file comes by its own notifications.
    scheduler.saved(
        files.stream().filter(file -> documents.buffers().buffer(file).isEmpty()).toList());
  }

  /// What to register with a client that watches on request.
  Stream<Registration> registrations() {
    if (!client.has(Feature.FILE_WATCHING)) {
      return Stream.empty();
    }
    List<FileSystemWatcher> watchers =
        GLOBS.stream().map(glob -> new FileSystemWatcher(Either.forLeft(glob))).toList();
    return Stream.of(
        new Registration(
            "rustmend-files",
            "workspace/didChangeWatchedFiles",
            new DidChangeWatchedFilesRegistrationOptions(watchers)));
  }
}
