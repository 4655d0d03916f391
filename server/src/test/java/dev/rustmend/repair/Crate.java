package dev.rustmend.repair;

import dev.rustmend.settings.Settings;
import dev.rustmend.text.SourceText;
import dev.rustmend.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A package without dependencies in a temporary folder, and its session on the real cargo.
final class Crate implements AutoCloseable {
  private static final String MANIFEST =
      "[package]\nname = \"app\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";

  final Path root;
  final Path cache;
  private final Sessions sessions;

  private Crate(Path root, Path cache, Sessions sessions) {
    this.root = root;
    this.cache = cache;
    this.sessions = sessions;
  }

  static Crate of(Path folder, String main) throws IOException {
    return of(folder, main, Settings.defaults(), Map.of());
  }

  /// A crate that is checked with these settings and these environment variables beside ours.
  static Crate of(Path folder, String main, Settings settings, Map<String, String> variables)
      throws IOException {
    return of(folder, main, settings, variables, Models.none());
  }

  /// The same with what the settings say of a model.
  static Crate of(
      Path folder, String main, Settings settings, Map<String, String> variables, Models models)
      throws IOException {
    Path home = folder.toRealPath();
    Path root = Files.createDirectories(home.resolve("app"));
    Files.createDirectories(root.resolve("src"));
    Files.writeString(root.resolve("Cargo.toml"), MANIFEST);
    Files.writeString(root.resolve("src/main.rs"), main);
    Map<String, String> environment = new HashMap<>(System.getenv());
    Path cache = home.resolve("cache");
    environment.put("RUSTMEND_CACHE_DIR", cache.toString());
    environment.putAll(variables);
    return new Crate(root, cache, Sessions.create(settings, _ -> settings, environment, models));
  }

  Crate file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  String text(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  RepairSession session() throws InterruptedException {
    return switch (sessions.open(root)) {
      case Opened.Session(RepairSession session) -> session;
      case Opened.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }

  Report report() throws InterruptedException {
    return session().run(Snapshot.ofDisk(), _ -> {});
  }

  FixOutcome fix(FixRequest request) throws InterruptedException {
    return new FixLoop(session()).run(Snapshot.ofDisk(), request, FixChooser.best(), _ -> {});
  }

  /// The text of `name` after `outcome`.
  String after(FixOutcome outcome, String name) throws IOException {
    Path file = root.resolve(name);
    FixOutcome.Change change = outcome.changes().get(file);
    return (change == null ? SourceText.of(Files.readAllBytes(file)) : change.after()).string();
  }

  @Override
  public void close() {
    sessions.close();
  }
}
